package org.tallystick.app.day.plan;

/**
 * Something about a record that its reader should know.
 *
 * @param line of the file, or 0 where it is about all of it
 * @param cusip as written; empty where there is none
 * @param notRun whether the auction is left out for it
 */
public record Remark(long line, String cusip, String sentence, boolean notRun) {

    /** About the whole file: it has no line. */
    static Remark onAll(String sentence) {
        return new Remark(0, "", sentence, false);
    }

    /** Where it belongs, in words. */
    public String place() {
        String at = line == 0 ? "All of the file" : "Line " + line;
        return (cusip.isEmpty() ? at : at + ", " + cusip) + (notRun ? ", left out" : "");
    }
}
