package org.tallystick.node.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.machine.MachineFactory;

/** The states that snapshots refer to, a file each, named after the last entry. A file that is there is whole. */
final class StateFiles {

    private static final String SUFFIX = ".state";
    private static final String UNFINISHED = "unfinished";
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path directory;

    StateFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes the state into its file; returns when it is on disk, with what marks it in the journal. */
    JournalMark save(FrozenState state) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = directory.resolve(UNFINISHED);
        JournalMark mark;
        try (FileChannel file = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES)) {
            mark = state.writeTo(out);
            out.flush();
            file.force(true);
        }
        Files.move(unfinished, fileOf(mark.index()), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
        return mark;
    }

    /** Reads the state after the entry. */
    FrozenState read(long index, MachineFactory factory) throws IOException {
        Path file = fileOf(index);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return FrozenState.readFrom(in, factory);
        } catch (EOFException cutOff) {
            throw unreadable(file, "it is cut off", cutOff);
        } catch (IOException damaged) {
            throw unreadable(file, String.valueOf(damaged.getMessage()), damaged);
        }
    }

    private static IOException unreadable(Path file, String why, IOException cause) {
        return new IOException(
                "the file %s: %s; move it away, and a start computes the state from the journal".formatted(file, why),
                cause);
    }

    /** The last entry in the newest state that has none after {@code index}; zero when there is no such state. */
    long newestUpTo(long index) throws IOException {
        return indices().stream().filter(at -> at <= index).max(Long::compare).orElse(0L);
    }

    /** Removes all but the newest. */
    void keepNewest(int count) throws IOException {
        List<Long> indices = indices();
        for (long old : indices.subList(0, Math.max(0, indices.size() - count))) {
            Files.delete(fileOf(old));
        }
    }

    private List<Long> indices() throws IOException {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{19}\\" + SUFFIX)) {
                    found.add(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        found.sort(Long::compare);
        return found;
    }

    private Path fileOf(long index) {
        return directory.resolve("%019d%s".formatted(index, SUFFIX));
    }
}
