package org.tallystick.node.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tallystick.node.failure.NodeStartRefused;
import org.tallystick.node.failure.NodeStartRefused.Code;

/**
 * A node's data directory, held by this process until it is closed.
 *
 * <pre>
 * ledger.properties   whose directory this is, and in which format
 * lock                held while a node runs; names its process
 * archive/            recordings of the log, and of what its snapshots refer to
 * cluster/            which recording is which
 * states/             the states that snapshots refer to
 * journal/            entries and receipts
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final DirectoryLock lock;

    private DataDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes hold of the directory, making it when it does not exist (its parent must).
     *
     * @throws NodeStartRefused when it is in use, of another ledger, or not usable
     */
    public static DataDirectory acquire(Path path, String ledgerId) {
        Path root = path.toAbsolutePath().normalize();
        try {
            create(root);
            refuseForeignFiles(root);
            DirectoryLock lock = DirectoryLock.acquire(root);
            try {
                LedgerIdentity.claim(root, ledgerId);
                DataDirectory data = new DataDirectory(root, lock);
                Files.deleteIfExists(data.unfinishedState());
                return data;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NodeStartRefused(
                    Code.DATA_DIRECTORY_UNUSABLE,
                    "the data directory %s cannot be used: %s".formatted(root, StorageFault.sentence(e)),
                    e);
        }
    }

    /** Where the journal of a data directory lies. */
    public static Path journalOf(Path dataDirectory) {
        return dataDirectory.resolve("journal");
    }

    private static void create(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        Path parent = root.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NodeStartRefused(
                    Code.DATA_DIRECTORY_UNUSABLE,
                    "the data directory %s cannot be made: its parent is not a directory".formatted(root));
        }
        if (Files.exists(root)) {
            throw new NodeStartRefused(
                    Code.DATA_DIRECTORY_UNUSABLE, "the data directory %s is not a directory".formatted(root));
        }
        Files.createDirectory(root);
    }

    private static void refuseForeignFiles(Path root) throws IOException {
        if (Files.exists(LedgerIdentity.fileIn(root)) || Files.exists(DirectoryLock.fileIn(root))) {
            return;
        }
        try (Stream<Path> files = Files.list(root)) {
            if (files.findAny().isPresent()) {
                throw new NodeStartRefused(
                        Code.DATA_DIRECTORY_NOT_OF_A_LEDGER,
                        "the data directory %s holds files, but no ledger; name an empty or a new one".formatted(root));
            }
        }
    }

    public Path root() {
        return root;
    }

    public Path journal() {
        return journalOf(root);
    }

    public Path archive() {
        return root.resolve("archive");
    }

    public Path states() {
        return root.resolve("states");
    }

    /** Where a state is written until it is whole. What a killed process left there takes room that a start may need. */
    public Path unfinishedState() {
        return states().resolve("unfinished");
    }

    public Path cluster() {
        return root.resolve("cluster");
    }

    /** Lets go of the directory. */
    @Override
    public void close() {
        lock.close();
    }
}
