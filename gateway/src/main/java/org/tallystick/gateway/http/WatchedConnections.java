package org.tallystick.gateway.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections that end when whoever is at the other end does not do their part. The web server closes by itself only those
 * that are silent between two requests; one that says half a first line, or half a header, or never takes its answer, it
 * would wait for without end.
 */
public final class WatchedConnections implements ServerConnectionSelector {

    /** Longer than any limit: to be closed now. */
    private static final Duration OVERDUE = Duration.ofDays(3_650);

    private final ServerConnectionSelector http;
    private final Duration patience;
    private final Set<String> answering = ConcurrentHashMap.newKeySet();
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    /**
     * @param http what the connections speak
     * @param patience how long a client may take over one piece of an answer
     */
    public WatchedConnections(ServerConnectionSelector http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /**
     * Marks the connections on which a request is being answered: they may take their time; and those on which one was
     * answered before it was read. The first filter of all.
     */
    public Filter answering() {
        return (chain, request, response) -> {
            answering.add(request.socketId());
            try {
                chain.proceed();
            } finally {
                answering.remove(request.socketId());
                if (request.content().hasEntity() && !request.content().consumed()) {
                    unread.add(request.socketId());
                } else {
                    unread.remove(request.socketId());
                }
            }
        };
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        BoundedConnection bounded = new BoundedConnection(context, patience);
        return new Watched(http.connection(bounded), bounded);
    }

    private final class Watched implements ServerConnection {

        private final ServerConnection connection;
        private final BoundedConnection bounded;
        private volatile boolean closing;

        Watched(ServerConnection connection, BoundedConnection bounded) {
            this.connection = connection;
            this.bounded = bounded;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            boolean refused = false;
            try {
                connection.handle(limit);
                refused = !closing; // by the web server itself: it ends with whatever was no request
            } finally {
                if (unread.remove(bounded.childSocketId()) || refused) {
                    bounded.letPass();
                }
            }
        }

        /** The web server asks once a second, and closes what has been idle for too long. */
        @Override
        public Duration idleTime() {
            return bounded.isStuck() ? OVERDUE : connection.idleTime();
        }

        private boolean isAtRest() {
            return !answering.contains(bounded.childSocketId());
        }

        /** Reading and writing are broken off by an interruption of their thread, which closes the channel. */
        @Override
        public void close(boolean interrupt) {
            closing = true;
            connection.close(interrupt || isAtRest() || bounded.isStuck());
        }
    }
}
