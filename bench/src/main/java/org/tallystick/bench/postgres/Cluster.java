package org.tallystick.bench.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.tallystick.bench.Scratch;

/** A PostgreSQL server of its own, in a temporary directory, durable as it is by default; it goes when it is closed. */
public final class Cluster implements AutoCloseable {

    /** Who may sign in, without a password. */
    public static final String USER = "bench";

    private final Installation installation;
    private final Scratch scratch;
    private final int port;
    private final Thread atExit = new Thread(this::stop, "stop-postgres");

    private Cluster(Installation installation, Scratch scratch, int port) {
        this.installation = installation;
        this.scratch = scratch;
        this.port = port;
    }

    public static Cluster start(Installation installation) throws IOException, InterruptedException {
        Scratch scratch = Scratch.create();
        installation.own(scratch.directory());
        Cluster cluster = new Cluster(installation, scratch, freePort());
        installation.run(
                scratch.directory(),
                "initdb",
                "-D",
                cluster.data(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale");
        Files.writeString(Path.of(cluster.data(), "postgresql.conf"), cluster.settings(), StandardOpenOption.APPEND);
        installation.run(
                scratch.directory(),
                "pg_ctl",
                "-D",
                cluster.data(),
                "-l",
                scratch.directory().resolve("server.log").toString(),
                "-w",
                "start");
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        return cluster;
    }

    /**
     * What differs from the defaults: memory for all data, no checkpoint while a rate is measured, no log for replicas that
     * do not exist. Durability is said again, so that it can be read here.
     */
    private String settings() {
        return """

                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 1GB
                max_wal_size = 16GB
                checkpoint_timeout = 30min
                wal_level = minimal
                max_wal_senders = 0
                max_connections = 40
                jit = off
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                """.formatted(port, scratch.directory());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return scratch.directory().resolve("data").toString();
    }

    /** A connection that prepares each statement on the server at its first use, and commits each by itself. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?prepareThreshold=1&tcpNoDelay=true", USER, "");
    }

    /** Of its one database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    private void stop() {
        try {
            installation.run(scratch.directory(), "pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (IOException e) {
            System.err.println("PostgreSQL could not be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
        scratch.close();
    }
}
