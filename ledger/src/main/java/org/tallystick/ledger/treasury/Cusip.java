package org.tallystick.ledger.treasury;

/**
 * The nine characters that name a security: eight of digits, capital letters, {@code *}, {@code @}, {@code #}, then a check
 * digit (ANSI X9.6, "modulus 10 double add double").
 *
 * @param value nine characters with a correct check digit
 */
public record Cusip(String value) implements Comparable<Cusip> {
    private static final int LENGTH = 9;

    /** @throws IllegalArgumentException if {@code value} is not a CUSIP */
    public Cusip {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a CUSIP (9 characters with a check digit): " + value);
        }
    }

    /** @throws IllegalArgumentException if {@code value} is not a CUSIP */
    public static Cusip of(String value) {
        return new Cusip(value);
    }

    /** Whether {@code value} has nine characters of the alphabet and the check digit that belongs to the first eight. */
    public static boolean isValid(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int worth = worthOf(value.charAt(i));
            if (worth < 0) {
                return false;
            }
            int weighted = i % 2 == 0 ? worth : 2 * worth;
            sum += weighted / 10 + weighted % 10;
        }
        return value.charAt(LENGTH - 1) - '0' == (10 - sum % 10) % 10;
    }

    private static int worthOf(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        return switch (c) {
            case '*' -> 36;
            case '@' -> 37;
            case '#' -> 38;
            default -> -1;
        };
    }

    @Override
    public int compareTo(Cusip other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
