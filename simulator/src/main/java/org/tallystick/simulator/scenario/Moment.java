package org.tallystick.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A point of ledger time as a scenario says it; all times are UTC. */
sealed interface Moment {

    /** At this time of the day it is, or of the date given. */
    record Clock(@Nullable LocalDate date, LocalTime time) implements Moment {}

    /** So much later than it is. */
    record Later(long millis) implements Moment {}

    default long from(long nowMillis) {
        return switch (this) {
            case Later later -> nowMillis + later.millis();
            case Clock clock -> {
                LocalDate today =
                        Instant.ofEpochMilli(nowMillis).atOffset(ZoneOffset.UTC).toLocalDate();
                LocalDate date = clock.date() == null ? today : clock.date();
                yield date.atTime(clock.time()).toInstant(ZoneOffset.UTC).toEpochMilli();
            }
        };
    }

    /** {@code 14:00}, {@code 2025-01-15 14:00} or {@code +2h}. */
    static Moment read(Words words) {
        String first = words.take("a time such as 14:00, 2025-01-15 14:00 or +2h");
        if (first.startsWith("+")) {
            return new Later(duration(first.substring(1), words));
        }
        if (!first.contains("-")) {
            return new Clock(null, time(first, words));
        }
        try {
            LocalDate date = LocalDate.parse(first);
            return new Clock(date, time(words.take("a time such as 14:00"), words));
        } catch (DateTimeParseException unreadable) {
            throw words.error("'" + first + "' is not a date such as 2025-01-15");
        }
    }

    private static LocalTime time(String text, Words words) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw words.error("'" + text + "' is not a time such as 14:00");
        }
    }

    /** {@code 45s}, {@code 30m}, {@code 2h} or {@code 3d}; in milliseconds. */
    static long duration(Words words) {
        return duration(words.take("a duration such as 30m or 2h"), words);
    }

    private static long duration(String text, Words words) {
        try {
            if (text.endsWith("d")) {
                return TimeUnit.DAYS.toMillis(Long.parseLong(text.substring(0, text.length() - 1)));
            }
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT)).toMillis();
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw words.error("'" + text + "' is not a duration such as 45s, 30m, 2h or 3d");
        }
    }
}
