package org.tallystick.bench.report;

import java.util.Locale;

/** Numbers as people read them: three figures that count, and groups of thousands. */
final class Quantity {

    private Quantity() {}

    static String text(double value) {
        double size = Math.abs(value);
        String format =
                size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
