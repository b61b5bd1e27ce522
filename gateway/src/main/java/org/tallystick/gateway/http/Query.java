package org.tallystick.gateway.http;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.Page;

/** The parameters of a request's path and query, each checked as it is read; a wrong one is answered with 400. */
public final class Query {

    private static final int USUAL_PAGE = 100;
    private static final int MOST_CHARACTERS = 512;

    private final ServerRequest request;
    private final Parameters path;
    private final Parameters query;

    private Query(ServerRequest request) {
        this.request = request;
        this.path = request.path().pathParameters();
        this.query = request.query();
    }

    public static Query of(ServerRequest request) {
        return new Query(request);
    }

    /** Whether the client names this media type as one it wants; one that takes anything does not name it. */
    public boolean accepts(String mediaType) {
        return request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accepted -> accepted.toLowerCase(Locale.ROOT).contains(mediaType))
                .isPresent();
    }

    // ------------------------------------------------------------------------------------------- in the path

    /** A whole number of 32 bits in the path. */
    public int pathInt(String name) {
        return (int) number(name, path.get(name), 0, Integer.MAX_VALUE);
    }

    /** A whole number of 64 bits in the path. */
    public long pathLong(String name) {
        return number(name, path.get(name), 0, Long.MAX_VALUE);
    }

    public String pathText(String name) {
        return path.get(name);
    }

    // ------------------------------------------------------------------------------------------- in the query

    /** The page that is wanted: {@code limit} and {@code after}. */
    public Page.Request page() {
        return new Page.Request((int) number("limit", USUAL_PAGE, 1, Page.Request.MOST), find("after"));
    }

    /** A whole number; the one given where it is left out. */
    public long number(String name, long otherwise, long least, long most) {
        String text = find(name);
        return text == null ? otherwise : number(name, text, least, most);
    }

    /** A number of a party, account or asset; 0 where it is left out. */
    public int reference(String name) {
        return (int) number(name, 0, 1, Integer.MAX_VALUE);
    }

    /** A text; empty where it is left out. */
    public String text(String name) {
        String text = find(name);
        return text == null ? "" : text;
    }

    public boolean flag(String name, boolean otherwise) {
        String text = find(name);
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "is true or false");
        };
    }

    /** One of an enumeration's names; null where it is left out. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = find(name);
        if (text == null) {
            return null;
        }
        E[] choices = type.getEnumConstants();
        for (E choice : choices) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw bad(name, choices.length > 20 ? "is none of the names" : "is one of " + Arrays.toString(choices));
    }

    /** A time, in milliseconds or as 2026-11-23T21:30:00Z; 0 where it is left out. */
    public long millis(String name) {
        String text = find(name);
        if (text == null) {
            return 0;
        }
        if (text.indexOf('T') < 0) {
            return number(name, text, 0, Long.MAX_VALUE);
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException noTime) {
            throw bad(name, "is a time like 2026-11-23T21:30:00Z, or milliseconds since 1970");
        }
    }

    private @Nullable String find(String name) {
        if (!query.contains(name)) {
            return null;
        }
        List<String> values = query.all(name);
        if (values.size() > 1) {
            throw bad(name, "is given more than once");
        }
        String value = values.isEmpty() ? "" : values.getFirst();
        if (value.length() > MOST_CHARACTERS) {
            throw bad(name, "is longer than " + MOST_CHARACTERS + " characters");
        }
        return value;
    }

    private static long number(String name, String text, long least, long most) {
        if (!text.isEmpty() && text.length() <= 19) {
            long value = 0;
            for (int i = 0; i < text.length() && value >= 0; i++) {
                int digit = text.charAt(i) - '0';
                value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
            }
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw bad(name, "is a whole number, " + least + " to " + most);
    }

    private static Problem bad(String name, String rule) {
        return Problem.badRequest("BAD_PARAMETER", name + " " + rule + ".").with("parameter", name);
    }
}
