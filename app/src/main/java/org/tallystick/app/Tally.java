package org.tallystick.app;

/** The {@code tally} command. */
public final class Tally {
    private Tally() {}

    public static void main(String[] arguments) {
        System.out.println("tally");
    }
}
