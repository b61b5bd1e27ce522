package org.tallystick.gateway.http;

import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.Handler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation that the gateway offers to programs.
 *
 * @param path a pattern, parameters in braces: {@code /api/v1/accounts/{account}}
 * @param query the names of the query parameters it knows; any other is refused
 */
public record Endpoint(Method method, String path, Set<String> query, Handler handler) {

    public static Endpoint get(String path, Set<String> query, Handler handler) {
        return new Endpoint(Method.GET, path, query, handler);
    }

    public static Endpoint post(String path, Handler handler) {
        return new Endpoint(Method.POST, path, Set.of(), handler);
    }

    public static Endpoint delete(String path, Handler handler) {
        return new Endpoint(Method.DELETE, path, Set.of(), handler);
    }

    /** As it is served: what it does not know of is refused, and measurements go by its pattern. */
    Handler guarded() {
        return (request, response) -> {
            Exchange.of(request).matched(path);
            if (!request.query().isEmpty()) {
                requireKnown(request.query().names());
            }
            handler.handle(request, response);
        };
    }

    private void requireKnown(Set<String> given) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(query);
        if (!unknown.isEmpty()) {
            String known = query.isEmpty() ? "it takes none" : "it takes " + String.join(", ", new TreeSet<>(query));
            throw Problem.badRequest(
                            "UNKNOWN_PARAMETER",
                            "This address does not know all of the query's parameters; " + known + ".")
                    .with("unknown", String.join(", ", unknown));
        }
    }

    PathMatcher matcher() {
        return PathMatchers.create(path);
    }

    /** The endpoints' methods for one path, as the header {@code Allow} tells them. */
    static String allowed(List<Endpoint> endpoints) {
        Set<String> methods = new TreeSet<>();
        endpoints.forEach(endpoint -> methods.add(endpoint.method().text()));
        return String.join(", ", methods);
    }
}
