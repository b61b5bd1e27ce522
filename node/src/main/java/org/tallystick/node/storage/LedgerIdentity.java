package org.tallystick.node.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.tallystick.node.failure.NodeStartRefused;
import org.tallystick.node.failure.NodeStartRefused.Code;

/** The small file, written when a data directory is made, that says of which ledger it is and in which format. */
final class LedgerIdentity {

    private static final String FORMAT = "2";
    private static final String FORMAT_KEY = "format";
    private static final String LEDGER_KEY = "ledger";

    private LedgerIdentity() {}

    static Path fileIn(Path directory) {
        return directory.resolve("ledger.properties");
    }

    /** Writes the identity where there is none, and refuses where there is another. */
    static void claim(Path directory, String ledgerId) throws IOException {
        Path file = fileIn(directory);
        if (!Files.exists(file)) {
            write(directory, file, ledgerId);
            return;
        }
        Properties stored = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            stored.load(in);
        } catch (IllegalArgumentException notProperties) {
            throw unknownFormat(directory, "unreadable");
        }
        String format = stored.getProperty(FORMAT_KEY, "missing");
        if (!FORMAT.equals(format)) {
            throw unknownFormat(directory, format);
        }
        String owner = stored.getProperty(LEDGER_KEY, "");
        if (!owner.equals(ledgerId)) {
            throw new NodeStartRefused(
                    Code.DATA_DIRECTORY_OF_ANOTHER_LEDGER,
                    "the data directory %s is of the ledger %s, not of %s".formatted(directory, owner, ledgerId));
        }
    }

    private static NodeStartRefused unknownFormat(Path directory, String format) {
        return new NodeStartRefused(
                Code.DATA_DIRECTORY_FORMAT_UNKNOWN,
                "the data directory %s is in the format %s; this version knows the format %s"
                        .formatted(directory, format, FORMAT));
    }

    private static void write(Path directory, Path file, String ledgerId) throws IOException {
        String text = "# Of which ledger this directory is. Do not edit.\n%s=%s\n%s=%s\n"
                .formatted(FORMAT_KEY, FORMAT, LEDGER_KEY, ledgerId);
        Path draft = directory.resolve("ledger.properties.new");
        WholeFile.write(file, draft, out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
