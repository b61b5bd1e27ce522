package org.tallystick.readmodel.view;

import java.time.LocalDate;

/**
 * A published price.
 *
 * @param priceMicros clean, per 100 of par, in millionths
 * @param source who says so
 * @param index the entry that published it
 */
public record PriceView(int asset, LocalDate date, long priceMicros, String source, long index) {}
