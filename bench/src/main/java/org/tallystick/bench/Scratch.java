package org.tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory for what a measurement writes, on a disk; it goes when the measurement ends. */
public final class Scratch implements AutoCloseable {

    private final Path directory;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes one where Java keeps temporary files.
     *
     * @throws IllegalStateException when that is in memory, where nothing is ever durable
     */
    public static Scratch create() throws IOException {
        Path directory = Files.createTempDirectory("tallystick-bench");
        String type = Files.getFileStore(directory).type();
        if (type.equals("tmpfs") || type.equals("ramfs")) {
            Files.delete(directory);
            throw new IllegalStateException(
                    "%s is in memory (%s), and durability is part of what is measured: set TMPDIR to a directory on a disk"
                            .formatted(directory.getParent(), type));
        }
        return new Scratch(directory);
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
