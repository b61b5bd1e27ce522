package org.tallystick.readmodel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the tables are. */
public sealed interface ReadModelConfig {

    /**
     * An embedded database in files.
     *
     * @param directory made if it is not there; for one process at a time
     */
    record InDirectory(Path directory) implements ReadModelConfig {}

    /** An embedded database that is gone when it is closed. */
    record InMemory() implements ReadModelConfig {}

    /**
     * A PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param user null when the URL or the server's rules name one
     * @param password null when none is asked for; never logged or shown
     */
    record Server(
            String url, @Nullable String user, @Nullable String password) implements ReadModelConfig {

        /**
         * @throws IllegalArgumentException when the URL is not PostgreSQL's
         */
        public Server {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "a database's URL begins with jdbc:postgresql: as in jdbc:postgresql://localhost:5432/tallystick");
            }
        }

        /** Without the password, and without what the URL has after its question mark: that may be one too. */
        @Override
        public String toString() {
            return "Server[" + url.replaceFirst("\\?.*", "") + "]";
        }
    }

    static ReadModelConfig inDirectory(Path directory) {
        return new InDirectory(directory);
    }

    static ReadModelConfig inMemory() {
        return new InMemory();
    }

    static ReadModelConfig server(String url, @Nullable String user, @Nullable String password) {
        return new Server(url, user, password);
    }
}
