package org.tallystick.app.service;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.console.Failure;
import org.tallystick.gateway.Gateway;
import org.tallystick.gateway.GatewayConfig;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.UnusableDatabase;

/** What an authority offers beside its node: the tables, filled as the log grows, and the gateway that shows them. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Deque<AutoCloseable> parts;
    private final String url;

    private Service(Deque<AutoCloseable> parts, String url) {
        this.parts = parts;
        this.url = url;
    }

    /**
     * What is to be offered.
     *
     * @param demonstration whether the keys in the ledger's own directory open sessions
     */
    public record Offer(HttpOptions http, DatabaseOptions database, boolean demonstration) {}

    /**
     * Starts it beside the node of this process.
     *
     * @throws Failure when the port is taken, or the database or a file that an option names cannot be used
     */
    public static Service start(EmbeddedAuthority authority, AuthorityDirectory directory, Offer offer)
            throws IOException {
        GatewayConfig config = offer.http().config(offer.demonstration(), Demonstration.of(directory));
        JournalSource receipts = new JournalSource(authority.node().journal());
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            ReadModel readModel = ReadModel.open(offer.database().config(directory), authority.genesis());
            parts.push(readModel);
            Projection projection = readModel.project(receipts);
            parts.push(projection);
            Gateway gateway =
                    Gateway.start(config, new NodeOrdering(authority.node()), receipts, readModel, projection);
            parts.push(gateway);
            String scheme = config.tls() == null ? "http" : "https";
            return new Service(parts, "%s://%s:%d/".formatted(scheme, config.host(), gateway.port()));
        } catch (RuntimeException failed) {
            closeAll(parts);
            throw told(failed, offer.http());
        }
    }

    private static RuntimeException told(RuntimeException failed, HttpOptions http) {
        for (Throwable why = failed; why != null; why = why.getCause()) {
            if (why instanceof UnusableDatabase unusable) {
                return Failure.couldNotRun("DATABASE_UNUSABLE", String.valueOf(unusable.getMessage()));
            }
            if (why instanceof BindException) {
                return Failure.couldNotRun(
                        "PORT_IN_USE",
                        "port %d cannot be listened on: %s; name another with --port"
                                .formatted(http.port(), why.getMessage()));
            }
        }
        return failed;
    }

    /** Where the console is. */
    public String url() {
        return url;
    }

    /** Takes no more requests, then lets go of the tables. */
    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failed) {
                LOG.warn("a part of the service did not close cleanly: {}", failed.getMessage());
            }
        }
    }
}
