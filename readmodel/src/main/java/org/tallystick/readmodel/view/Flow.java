package org.tallystick.readmodel.view;

/**
 * Settlements of one minute.
 *
 * @param minuteMillis when it began
 * @param instructed how many were instructed
 * @param settled how many became final
 * @param ended how many were cancelled or lapsed
 */
public record Flow(long minuteMillis, long instructed, long settled, long ended) {}
