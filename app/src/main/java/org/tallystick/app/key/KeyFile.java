package org.tallystick.app.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.tallystick.app.console.Failure;
import org.tallystick.wire.signature.BadKey;
import org.tallystick.wire.signature.SigningKey;

/** A signing key in a file: PKCS#8 PEM, as OpenSSL reads and writes it, for its owner's eyes only. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Writes a key to a new file that only its owner may read.
     *
     * @throws Failure when there is a file already: a key is never written over
     */
    public static void write(Path file, SigningKey key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(key.toPem());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw Failure.badInput(
                    "FILE_EXISTS", "there is a file %s already; a key is never written over".formatted(file));
        } catch (NoSuchFileException e) {
            throw Failure.badInput("FILE_NOT_FOUND", "there is no directory to write %s in".formatted(file));
        }
    }

    /**
     * Reads a key.
     *
     * @throws Failure when the file holds none
     */
    public static SigningKey read(Path file) throws IOException {
        try {
            return SigningKey.fromPem(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (BadKey e) {
            throw Failure.badInput("BAD_KEY", "%s: %s".formatted(file, e.getMessage()));
        }
    }
}
