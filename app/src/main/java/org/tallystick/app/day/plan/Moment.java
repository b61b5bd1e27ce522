package org.tallystick.app.day.plan;

import java.time.LocalDate;

/** When in a business day something happens. */
public enum Moment {
    /** Figures are published, the date opens, what is due is paid and issued. 08:30 in New York, in summer. */
    OPENING(12 * 60 + 30, "opening"),
    /** The secondary market. */
    TRADING(15 * 60, "trading"),
    /** Auctions are announced and awarded. */
    AUCTION(17 * 60, "auctions");

    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

    private final int minuteOfDay;
    private final String label;

    Moment(int minuteOfDay, String label) {
        this.minuteOfDay = minuteOfDay;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Milliseconds since the epoch, UTC. */
    long on(LocalDate date) {
        return date.toEpochDay() * DAY_MILLIS + minuteOfDay * MINUTE_MILLIS;
    }
}
