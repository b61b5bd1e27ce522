package org.tallystick.node.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are named after an entry: its index in nineteen digits, so that names sort as indices do.
 *
 * @param directory in which they lie, perhaps with others
 * @param suffix what follows the digits: a dot and letters
 */
public record NumberedFiles(Path directory, String suffix) {

    /** The file of an index, whether or not it is there. */
    public Path file(long index) {
        return directory.resolve("%019d%s".formatted(index, suffix));
    }

    /**
     * The indices of the files that are there, ascending.
     *
     * @throws NoSuchFileException when there is no such directory
     */
    public List<Long> indices() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{19}\\" + suffix))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - suffix.length())))
                    .sorted()
                    .toList();
        }
    }
}
