package org.tallystick.gateway.http;

import io.helidon.http.PathMatcher;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Everything that is offered to programs, in one table: it is what is served, and what the document is held to. */
public final class Endpoints implements HttpService {

    private record Offered(Endpoint endpoint, PathMatcher matcher) {}

    private final List<Offered> offered;

    public Endpoints(List<Endpoint> endpoints) {
        this.offered = endpoints.stream()
                .map(endpoint -> new Offered(endpoint, endpoint.matcher()))
                .toList();
    }

    /** The table. */
    public List<Endpoint> list() {
        return offered.stream().map(Offered::endpoint).toList();
    }

    @Override
    public void routing(HttpRules rules) {
        for (Offered each : offered) {
            rules.route(
                    each.endpoint().method(), each.matcher(), each.endpoint().guarded());
        }
        rules.any("/api/v1/*", this::answerUnmatched);
    }

    /** An address that exists, asked for by a method it does not have, is another mistake than one that does not exist. */
    private void answerUnmatched(ServerRequest request, ServerResponse response) {
        List<Endpoint> same = offered.stream()
                .filter(each -> each.matcher().match(request.path().absolute()).accepted())
                .map(Offered::endpoint)
                .toList();
        if (same.isEmpty()) {
            response.next();
            return;
        }
        String allowed = Endpoint.allowed(same);
        throw new Problem(
                        405,
                        "METHOD_NOT_ALLOWED",
                        "The address does not have this method.",
                        "It can be asked by " + allowed + ".")
                .withHeader("Allow", allowed);
    }
}
