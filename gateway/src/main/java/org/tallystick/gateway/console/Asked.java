package org.tallystick.gateway.console;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.Page;

/** What a page was asked with. What cannot be read is answered with {@link NotShown}, in a sentence. */
final class Asked {

    private static final int ROWS = 50;

    private final UriQuery query;
    private final ServerRequest request;

    Asked(ServerRequest request) {
        this.request = request;
        this.query = request.query();
    }

    /** A text without blanks at its ends; empty where it was not given. */
    String text(String name) {
        return query.first(name).orElse("").strip();
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** All values of a name; those beyond the most are left out. */
    List<String> all(String name, int most) {
        List<String> values = query.contains(name) ? query.all(name) : List.of();
        return values.subList(0, Math.min(most, values.size()));
    }

    /** A number from 0; 0 where it was not given. */
    long number(String name) {
        return has(name) ? parse(name, text(name)) : 0;
    }

    int smallNumber(String name) {
        return small(name, number(name));
    }

    /** A number in the path. */
    long inPath(String name) {
        return parse(name, request.path().pathParameters().get(name));
    }

    int smallInPath(String name) {
        return small(name, inPath(name));
    }

    /** A text in the path. */
    String nameInPath(String name) {
        return request.path().pathParameters().get(name);
    }

    /** A date; null where it was not given. */
    @Nullable
    LocalDate date(String name) {
        if (!has(name)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text(name));
            if (date.getYear() >= 0 && date.getYear() <= 9_999) {
                return date;
            }
        } catch (DateTimeException noDate) {
            // told below, as are dates that no calendar shows
        }
        throw NotShown.unreadable("“" + text(name) + "” is no date like 2026-11-23.");
    }

    /** The beginning of a date in UTC; 0 where it was not given. */
    long from(String name) {
        LocalDate date = date(name);
        return date == null ? 0 : Moments.beginning(date);
    }

    /** The end of a date in UTC; 0 where it was not given. */
    long to(String name) {
        LocalDate date = date(name);
        return date == null ? 0 : Moments.beginning(date.plusDays(1));
    }

    /** One of an enum's names, in either case; null where it was not given. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        if (!has(name)) {
            return null;
        }
        try {
            return Enum.valueOf(choices, text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw NotShown.unreadable("“" + text(name) + "” is none of the choices.");
        }
    }

    /** Which part of a list. */
    Page.Request page() {
        return page(ROWS);
    }

    Page.Request page(int rows) {
        return new Page.Request(rows, has("after") ? text("after") : null);
    }

    /** The address of the following page of the list; null when there is none. */
    @Nullable
    String next(Page<?> page) {
        if (page.next() == null) {
            return null;
        }
        StringJoiner address = new StringJoiner("&", request.path().path() + "?", "");
        for (Map.Entry<String, String> given : given().entrySet()) {
            address.add(encode(given.getKey()) + "=" + encode(given.getValue()));
        }
        return address.add("after=" + encode(page.next())).toString();
    }

    /** Where the address stands now, to come back to. */
    String address() {
        return address(request.path().path());
    }

    /** What was asked, of another page. */
    String address(String path) {
        String raw = request.query().rawValue();
        return path + (raw.isEmpty() ? "" : "?" + raw);
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : query.names()) {
            if (!name.equals("after") && !name.equals("since") && has(name)) {
                given.put(name, text(name));
            }
        }
        return given;
    }

    private static long parse(String name, String text) {
        try {
            long number = Long.parseLong(text.replace(",", ""));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, as are numbers below zero
        }
        throw NotShown.unreadable("“" + text + "” is no number of a " + name + ".");
    }

    private static int small(String name, long number) {
        if (number > Integer.MAX_VALUE) {
            throw NotShown.unreadable(number + " is no number of a " + name + ".");
        }
        return (int) number;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
