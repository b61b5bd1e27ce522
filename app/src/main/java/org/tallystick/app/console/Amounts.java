package org.tallystick.app.console;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as people read them: 123456789 minor units of scale 2 are 1,234,567.89. */
public final class Amounts {

    private Amounts() {}

    /**
     * Writes an amount with all its decimal places and commas between thousands, exactly.
     *
     * @param minorUnits the amount in minor units
     * @param scale decimal places of a minor unit, 0 to 9
     */
    public static String format(long minorUnits, int scale) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(scale);
        return format.format(BigDecimal.valueOf(minorUnits, scale));
    }
}
