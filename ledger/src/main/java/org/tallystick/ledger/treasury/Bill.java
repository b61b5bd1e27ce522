package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A Treasury bill or cash management bill: sold at a discount, pays par at maturity.
 *
 * @param issueDate the first issue date; a re-opening keeps it
 */
public record Bill(Cusip cusip, LocalDate issueDate, LocalDate maturityDate) implements Security {
    public Bill {
        Terms.inOrder("issue date", issueDate, "maturity date", maturityDate);
    }
}
