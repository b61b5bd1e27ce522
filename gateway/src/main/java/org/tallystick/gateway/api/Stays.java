package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.tallystick.gateway.http.Exchange;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.session.Caller;

/**
 * Requests that go on for as long as a client likes. They do not count among those that are answered at the same time; so
 * that they take no more than their share, a party may have only so many of them open.
 */
public final class Stays {

    private final String what;
    private final int most;
    private final ConcurrentHashMap<Integer, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param what they are, in the plural
     * @param most of one party
     */
    public Stays(String what, int most) {
        this.what = what;
        this.most = most;
    }

    /** One of them; it is over when this is closed. */
    public interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins one.
     *
     * @throws Problem 429 if the party has too many
     */
    public Stay begin(Caller caller, ServerRequest request) {
        int party = caller.party();
        if (open.merge(party, 1, Integer::sum) > most) {
            end(party);
            throw Problem.tooMany(
                    "TOO_MANY_" + what.toUpperCase(Locale.ROOT),
                    "A party may have " + most + " " + what + " open.",
                    10);
        }
        Exchange.of(request).leave();
        return () -> end(party);
    }

    private void end(int party) {
        open.merge(party, -1, (count, less) -> count + less == 0 ? null : count + less);
    }
}
