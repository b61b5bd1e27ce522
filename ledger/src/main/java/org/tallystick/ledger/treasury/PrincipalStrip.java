package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A stripped principal component (corpus): the repayment of principal of one security.
 *
 * @param stripped the security whose principal this is
 * @param refCpiOnDatedDateE5 of the stripped security in hundred-thousandths if it is a TIPS, else zero
 */
public record PrincipalStrip(Cusip cusip, Cusip stripped, LocalDate maturityDate, long refCpiOnDatedDateE5)
        implements Security {
    public PrincipalStrip {
        Terms.notNegative("reference CPI on the dated date", refCpiOnDatedDateE5);
    }

    /** Whether the principal follows the CPI, and has the par floor. */
    public boolean inflationIndexed() {
        return refCpiOnDatedDateE5 > 0;
    }
}
