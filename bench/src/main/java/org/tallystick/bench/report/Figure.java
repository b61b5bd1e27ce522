package org.tallystick.bench.report;

/**
 * One figure that was measured.
 *
 * @param name what was measured; a {@link Named} one, or a name of its own
 * @param value in {@code unit}
 * @param unit as it is printed: {@code /s}, {@code ms}, {@code MB/s}
 */
public record Figure(String name, double value, String unit) {}
