package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerRequest;
import org.tallystick.gateway.http.Exchange;
import org.tallystick.gateway.http.RateLimit;
import org.tallystick.gateway.session.Caller;

/** Lets those in who are signed in, as often as their party may ask. */
public final class Admission {

    private static final int MOST_PARTIES = 100_000;

    private final RateLimit<Integer> rate;

    /**
     * @param perSecond requests of a party
     * @param burst requests at once of a party that was quiet
     */
    public Admission(int perSecond, int burst) {
        this.rate = new RateLimit<>(perSecond, burst, MOST_PARTIES, System::nanoTime);
    }

    /**
     * Who asks.
     *
     * @throws org.tallystick.gateway.http.Problem 401 when nobody is signed in, 429 when the party asks too often
     */
    public Caller admit(ServerRequest request) {
        Caller caller = Caller.of(request);
        Exchange.of(request).askedBy(caller.party());
        rate.require(caller.party(), 1);
        return caller;
    }

    /** Whether the party may ask for so many more; if not, the time in nanoseconds until it may. */
    long take(Caller caller, int requests) {
        return rate.take(caller.party(), requests);
    }
}
