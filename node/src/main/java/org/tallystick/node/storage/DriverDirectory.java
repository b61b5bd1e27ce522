package org.tallystick.node.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.agrona.IoUtil;

/**
 * Where the message driver keeps its buffers, and the log its marks: shared memory when there is enough of it, else inside the data directory.
 * Nothing in it outlives the process. Its name follows from the data directory's, so that what a killed process left is
 * found and removed; other users may not read it.
 *
 * @param root made for this alone
 * @param inMemory whether it is in shared memory
 */
public record DriverDirectory(Path root, boolean inMemory) implements AutoCloseable {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "tallystick-";
    private static final String OWNER = "data-directory";
    private static final long ENOUGH_BYTES = 256L << 20;

    /** Chooses a place, and clears it. The data directory's lock is held. */
    public static DriverDirectory prepare(DataDirectory data) throws IOException {
        DriverDirectory chosen = hasSharedMemory()
                ? new DriverDirectory(SHARED_MEMORY.resolve(privateName(data.root())), true)
                : new DriverDirectory(data.root().resolve("driver"), false);
        chosen.close();
        removeOrphans();
        Files.createDirectory(
                chosen.root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(chosen.root.resolve(OWNER), data.root().toRealPath().toString());
        return chosen;
    }

    /** Removes what killed nodes left of which the data directory is gone: nobody else would, and it is memory. */
    private static void removeOrphans() throws IOException {
        if (!Files.isDirectory(SHARED_MEMORY)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(SHARED_MEMORY, PREFIX + "*")) {
            for (Path root : left) {
                Path owner = root.resolve(OWNER);
                if (Files.isReadable(owner) && Files.notExists(Path.of(Files.readString(owner)))) {
                    IoUtil.delete(root.toFile(), true);
                }
            }
        }
    }

    /** The directory that the driver makes and removes. */
    public Path path() {
        return root.resolve("buffers");
    }

    /**
     * Where the log's parts keep the marks by which a running one is known. A killed process leaves them, and they go
     * with all that it left here; nor can a full disk harm them.
     */
    public Path marks() {
        return root.resolve("marks");
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        IoUtil.delete(root.toFile(), true);
    }

    private static boolean hasSharedMemory() {
        try {
            return Files.isWritable(SHARED_MEMORY)
                    && Files.getFileStore(SHARED_MEMORY).getUsableSpace() >= ENOUGH_BYTES;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String privateName(Path dataDirectory) throws IOException {
        try {
            byte[] name = dataDirectory.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
            return PREFIX + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
