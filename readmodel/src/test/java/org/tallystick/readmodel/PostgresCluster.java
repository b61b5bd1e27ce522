package org.tallystick.readmodel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of one's own in a temporary directory, from the programs installed on the machine. Where we are root,
 * whom it refuses, it runs as user postgres. It goes with the process, or when it is closed.
 */
final class PostgresCluster implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "tallystick";
    private static final boolean ROOT = System.getProperty("user.name", "").equals("root");

    private final Path programs;
    private final Path directory;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private final Thread atExit = new Thread(this::stop, "stop-postgres");

    private PostgresCluster(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Where the newest PostgreSQL's programs are; empty when there is none. */
    static Optional<Path> installed() {
        Stream<Path> debian = Stream.empty();
        try {
            if (Files.isDirectory(DEBIAN)) {
                try (Stream<Path> versions = Files.list(DEBIAN)) {
                    debian = versions
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .map(version -> version.resolve("bin"))
                            .toList()
                            .stream();
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        Stream<Path> path = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(Path::of);
        return Stream.concat(debian, path)
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                .findFirst();
    }

    /** @param settings lines of postgresql.conf */
    static PostgresCluster start(Path programs, String settings) throws IOException {
        Path directory = Files.createTempDirectory("tallystick-postgres");
        if (ROOT) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        PostgresCluster cluster = new PostgresCluster(programs, directory, freePort());
        String data = cluster.data();
        cluster.run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Files.writeString(
                Path.of(data, "postgresql.conf"),
                "\nlisten_addresses = '127.0.0.1'\nport = " + cluster.port + "\nunix_socket_directories = '" + directory
                        + "'\n" + settings,
                StandardOpenOption.APPEND);
        cluster.run("pg_ctl", "-D", data, "-l", directory.resolve("server.log").toString(), "-w", "start");
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = directory.resolve(program + ".log");
        try {
            int exit = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException(program + " failed: " + Files.readString(said));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", asked);
        }
    }

    /** A new database with nothing in it. */
    ReadModelConfig.Server fresh() throws SQLException {
        String name = "ledger_" + databases.incrementAndGet();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new ReadModelConfig.Server(url(name), USER, "none is asked for");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    /** Ends every connection to a database, as a server that restarts does. */
    void disconnectAll(ReadModelConfig.Server from) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            String database = from.url().substring(from.url().lastIndexOf('/') + 1);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database
                    + "' and pid <> pg_backend_pid()");
        }
    }

    private void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException failed) {
            System.err.println("PostgreSQL could not be stopped: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }
}
