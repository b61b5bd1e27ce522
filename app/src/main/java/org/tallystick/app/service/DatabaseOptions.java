package org.tallystick.app.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.console.Failure;
import org.tallystick.readmodel.ReadModelConfig;
import picocli.CommandLine.Option;

/** Where the tables are that people and programs read. */
public final class DatabaseOptions {

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Keep the tables in this PostgreSQL database, such as jdbc:postgresql://db/tally; by default "
                    + "an embedded one in DIR/readmodel.")
    private @Nullable String url;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who signs in to the database.")
    private @Nullable String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "Holds the database password on its first line; a password is never given on a command line.")
    private @Nullable Path passwordFile;

    /** The embedded database in the ledger's directory, unless a server is named. */
    public ReadModelConfig config(AuthorityDirectory directory) throws IOException {
        if (url == null) {
            return ReadModelConfig.inDirectory(directory.root().resolve("readmodel"));
        }
        try {
            return ReadModelConfig.server(url, user, password());
        } catch (IllegalArgumentException unusable) {
            throw Failure.badInput("BAD_DATABASE_URL", String.valueOf(unusable.getMessage()));
        }
    }

    private @Nullable String password() throws IOException {
        return passwordFile == null
                ? null
                : Files.readString(passwordFile).lines().findFirst().orElse("").strip();
    }
}
