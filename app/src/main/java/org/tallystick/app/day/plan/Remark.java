package org.tallystick.app.day.plan;

/**
 * Something about a record that its reader should know.
 *
 * @param line of the file
 * @param notRun whether the auction is left out for it
 */
public record Remark(long line, String cusip, String sentence, boolean notRun) {}
