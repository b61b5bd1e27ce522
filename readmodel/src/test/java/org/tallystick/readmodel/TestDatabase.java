package org.tallystick.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The databases that everything is tested on. */
enum TestDatabase {
    IN_MEMORY,
    IN_FILES,
    POSTGRES;

    private static @Nullable PostgresCluster cluster;

    /** A new one, with nothing in it. Where it is not installed the test is skipped, and says so. */
    ReadModelConfig fresh() {
        try {
            return switch (this) {
                case IN_MEMORY -> ReadModelConfig.inMemory();
                case IN_FILES -> ReadModelConfig.inDirectory(Files.createTempDirectory("readmodel"));
                case POSTGRES -> cluster().fresh();
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The server, one for all tests. */
    static synchronized PostgresCluster cluster() throws IOException {
        if (cluster == null) {
            Optional<Path> programs = PostgresCluster.installed();
            if (programs.isEmpty()) {
                System.out.println("PostgreSQL is not installed: what is said of it here is not tested.");
            }
            Assumptions.assumeTrue(programs.isPresent(), "PostgreSQL is not installed");
            cluster = PostgresCluster.start(
                    programs.orElseThrow(), "fsync = off\nshared_buffers = 128MB\nmax_connections = 60\n");
        }
        return cluster;
    }
}
