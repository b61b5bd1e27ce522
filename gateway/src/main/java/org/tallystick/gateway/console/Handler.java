package org.tallystick.gateway.console;

import io.helidon.webserver.http.ServerResponse;

/** Answers a page for whoever is signed in. */
@FunctionalInterface
interface Handler {

    void handle(Visitor visitor, Asked asked, ServerResponse response) throws Exception;
}
