package org.tallystick.gateway.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: in UTC, and in New York beside it. */
public final class Moments {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);

    private Moments() {}

    /** 2026-11-23 14:30:05. */
    public static String utc(long millis) {
        return SECOND.format(at(millis, ZoneOffset.UTC));
    }

    /** 09:30:05, with its date where that differs from the one in UTC. */
    public static String newYork(long millis) {
        ZonedDateTime there = at(millis, NEW_YORK);
        boolean sameDay = there.toLocalDate().equals(at(millis, ZoneOffset.UTC).toLocalDate());
        return (sameDay ? CLOCK : SECOND).format(there);
    }

    /** For programs: 2026-11-23T14:30:05.123Z. */
    public static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** 2026-11-23. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Monday. */
    public static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /** The beginning of a date in UTC, in milliseconds since the epoch. */
    public static long beginning(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static ZonedDateTime at(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }
}
