package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/** What the terms of any security must satisfy. */
final class Terms {
    private Terms() {}

    static void inOrder(String earlierName, LocalDate earlier, String laterName, LocalDate later) {
        if (!earlier.isBefore(later)) {
            throw new IllegalArgumentException(
                    laterName + " " + later + " is not after the " + earlierName + " " + earlier);
        }
    }

    static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
    }

    static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is not positive: " + value);
        }
    }

    static void couponDates(LocalDate dated, LocalDate firstInterest, LocalDate maturity, int months) {
        inOrder("dated date", dated, "first interest date", firstInterest);
        if (firstInterest.isAfter(maturity)) {
            throw new IllegalArgumentException(
                    "first interest date " + firstInterest + " is after the maturity date " + maturity);
        }
        if (!new FrequencyDates(maturity, months).contains(firstInterest)) {
            throw new IllegalArgumentException(
                    "first interest date " + firstInterest + " is not a whole number of periods of " + months
                            + " months before the maturity date " + maturity);
        }
    }
}
