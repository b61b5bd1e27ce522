package org.tallystick.gateway.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import org.tallystick.readmodel.Views;

/** Makes pages: what is asked for, inside the frame that all have. */
final class Press {

    private final Views views;
    private final Standing standing;
    private final Assets assets;
    private final Templates templates = new Templates();

    Press(Views views, Standing standing, Assets assets) {
        this.views = views;
        this.standing = standing;
        this.assets = assets;
    }

    /** Answers a page for whoever is signed in. */
    void show(ServerResponse response, Frame frame, String template, Map<String, Object> parameters) {
        show(response, Status.OK_200, frame, template, parameters);
    }

    /** As {@link #show(ServerResponse, Frame, String, Map)}, with another status. */
    void show(ServerResponse response, Status status, Frame frame, String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("frame", frame);
        send(response, status, template, all);
    }

    /** Answers a page for whoever is not signed in. */
    void showOutside(
            ServerResponse response, Status status, String title, String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("outside", new Outside(title, assets.root(), standing.demo()));
        send(response, status, template, all);
    }

    /** Answers a part of a page. */
    void showPart(ServerResponse response, String template, Map<String, Object> parameters) {
        send(response, Status.OK_200, template, parameters);
    }

    Frame frame(Visitor visitor, String title, String here) {
        long position = views.position();
        return new Frame(
                title,
                here,
                assets.root(),
                standing.ledger(),
                standing.demo(),
                visitor,
                views.businessDate().orElse(null),
                position,
                Math.max(0, standing.lastIndex().getAsLong() - position),
                standing.clock().millis());
    }

    /** Sends the browser to another page of this console. */
    static void seeOther(ServerResponse response, String address) {
        response.status(Status.SEE_OTHER_303);
        response.header(HeaderNames.LOCATION, address);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send();
    }

    private void send(ServerResponse response, Status status, String template, Map<String, Object> parameters) {
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(templates.render(template, parameters));
    }
}
