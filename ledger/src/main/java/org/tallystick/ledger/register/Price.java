package org.tallystick.ledger.register;

import java.time.LocalDate;

/**
 * The latest price published for an asset.
 *
 * @param priceMicros clean price per 100 par in millionths
 */
public record Price(int asset, LocalDate date, long priceMicros, String source) {}
