package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A stripped interest component (TINT). One CUSIP stands for the interest of one date, whichever securities it was stripped
 * from. A nominal one is held in dollars payable; one stripped from TIPS is held at its adjusted value, 31 CFR 356
 * Appendix B, section V.
 */
public record InterestStrip(Cusip cusip, LocalDate paymentDate, boolean inflationIndexed) implements Security {
    @Override
    public LocalDate maturityDate() {
        return paymentDate;
    }
}
