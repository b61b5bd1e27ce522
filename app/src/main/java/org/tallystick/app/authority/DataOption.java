package org.tallystick.app.authority;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names an authority's directory. */
public final class DataOption {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The authority's directory, as 'tally node --data' made it.")
    private Path root = Path.of("");

    public AuthorityDirectory directory() {
        return new AuthorityDirectory(root);
    }
}
