package org.tallystick.gateway.console;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: thousands separated by commas, a true minus, as many decimals as the unit has. */
public final class Figures {

    private static final char MINUS = '\u2212';

    private Figures() {}

    /** An amount in minor units: {@code whole(123456, 2)} is 1,234. */
    public static String whole(long amount, int scale) {
        String text = amount(amount, scale);
        int point = text.indexOf('.');
        return point < 0 ? text : text.substring(0, point);
    }

    /** The point and what follows it: {@code fraction(123456, 2)} is .56; empty at scale 0. */
    public static String fraction(long amount, int scale) {
        String text = amount(amount, scale);
        int point = text.indexOf('.');
        return point < 0 ? "" : text.substring(point);
    }

    /** An amount in minor units: {@code amount(123456, 2)} is 1,234.56. */
    public static String amount(long amount, int scale) {
        return decimal(BigDecimal.valueOf(amount, scale), scale);
    }

    /** An amount that may be larger than any the ledger counts: a sum of several. */
    public static String amount(BigInteger amount, int scale) {
        return decimal(new BigDecimal(amount, scale), scale);
    }

    /** An amount with its sign, for changes: +1,234.56. */
    public static String change(long amount, int scale) {
        return amount > 0 ? "+" + amount(amount, scale) : amount(amount, scale);
    }

    /** An amount for programs and spreadsheets: no separators, a plain minus. */
    public static String plain(long amount, int scale) {
        return BigDecimal.valueOf(amount, scale).toPlainString();
    }

    /** A count: 1,234. */
    public static String count(long number) {
        return amount(number, 0);
    }

    /** A decimal fraction of {@code scale} places, those at the end left out while they are zero and more than {@code least}. */
    public static String trimmed(long number, int scale, int least) {
        BigDecimal value = BigDecimal.valueOf(number, scale).stripTrailingZeros();
        return decimal(value, Math.max(value.scale(), least));
    }

    /** A span of time in milliseconds, in the unit that suits it: 850 ms, 2.4 s, 3 min 20 s, 5 h 12 min. */
    public static String span(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return decimal(BigDecimal.valueOf(millis / 100, 1), 1) + " s";
        }
        if (millis < 3_600_000) {
            return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
        }
        return count(millis / 3_600_000) + " h " + millis / 60_000 % 60 + " min";
    }

    private static String decimal(BigDecimal value, int places) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(value).replace('-', MINUS);
    }
}
