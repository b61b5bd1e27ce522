package org.tallystick.gateway.api;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import org.tallystick.gateway.http.RateLimit;
import org.tallystick.gateway.session.Caller;

/** How often a party may ask. As a filter it counts whatever is asked by whoever is signed in, pages included. */
public final class Admission implements Filter {

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
     * @throws org.tallystick.gateway.http.Problem 429 when the party asks too often
     */
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Caller.find(request).ifPresent(caller -> rate.require(caller.party(), 1));
        chain.proceed();
    }

    /** Whether the party may ask for so many more; if not, the time in nanoseconds until it may. */
    long take(Caller caller, int requests) {
        return rate.take(caller.party(), requests);
    }
}
