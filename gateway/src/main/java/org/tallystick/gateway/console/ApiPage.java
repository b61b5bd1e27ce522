package org.tallystick.gateway.console;

import java.util.List;
import org.tallystick.ledger.rejection.RejectionCode;

/** What the page of the programming interface shows. */
public record ApiPage(String title, String description, List<Group> groups) {

    /** Operations about one thing. */
    public record Group(String tag, List<Operation> operations) {}

    /**
     * One thing that can be asked.
     *
     * @param body media types of what is sent; empty for nothing
     */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            String body,
            List<Parameter> parameters,
            List<Response> responses) {}

    /**
     * @param in path, query or header
     */
    public record Parameter(String name, String in, boolean required, String type, String description) {}

    /**
     * @param types media types of what is answered
     */
    public record Response(String status, String description, String types) {}

    /** The reasons of refusals, each of which a problem's type leads to. */
    public List<RejectionCode> codes() {
        return List.of(RejectionCode.values());
    }
}
