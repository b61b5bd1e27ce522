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
 * Connections that end when a request does not come to its end on them. The web server closes by itself only those that
 * are silent between two requests; one that says half a first line, or half a header, it would wait for without end.
 */
public final class WatchedConnections implements ServerConnectionSelector {

    private final ServerConnectionSelector http;
    private final Set<String> answering = ConcurrentHashMap.newKeySet();

    /**
     * @param http what the connections speak
     */
    public WatchedConnections(ServerConnectionSelector http) {
        this.http = http;
    }

    /** Marks the connections on which a request is being answered: they may take their time. The first filter of all. */
    public Filter answering() {
        return (chain, request, response) -> {
            answering.add(request.socketId());
            try {
                chain.proceed();
            } finally {
                answering.remove(request.socketId());
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
        return new Watched(http.connection(context), context.childSocketId());
    }

    private final class Watched implements ServerConnection {

        private final ServerConnection connection;
        private final String socketId;

        Watched(ServerConnection connection, String socketId) {
            this.connection = connection;
            this.socketId = socketId;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            connection.handle(limit);
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        /** Reading is broken off by an interruption of its thread, which closes the channel. */
        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt || !answering.contains(socketId));
        }
    }
}
