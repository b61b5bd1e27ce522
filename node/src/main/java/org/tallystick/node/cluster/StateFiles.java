package org.tallystick.node.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.node.storage.DataDirectory;
import org.tallystick.node.storage.NumberedFiles;
import org.tallystick.node.storage.WholeFile;

/** The states that snapshots refer to, a file each, named after the last entry. A file that is there is whole. */
final class StateFiles {

    private static final int BUFFER_BYTES = 1 << 20;

    private final NumberedFiles files;
    private final Path unfinished;

    StateFiles(DataDirectory data) {
        this.files = new NumberedFiles(data.states(), ".state");
        this.unfinished = data.unfinishedState();
    }

    /**
     * Writes the state into its file; returns when it is on disk, with what marks it in the journal. A file that cannot
     * be finished is removed.
     *
     * @param goesOn asked now and then; where it says no, the state is not finished
     */
    synchronized JournalMark save(FrozenState state, BooleanSupplier goesOn) throws IOException {
        if (!Files.isDirectory(files.directory())) {
            Files.createDirectory(files.directory());
            WholeFile.forceDirectory(files.directory().resolveSibling(""));
        }
        JournalMark mark = state.mark();
        WholeFile.write(files.file(mark.index()), unfinished, out -> {
            OutputStream buffered = new BufferedOutputStream(whileItGoesOn(out, goesOn), BUFFER_BYTES);
            state.writeTo(buffered);
            buffered.flush();
        });
        return mark;
    }

    private static OutputStream whileItGoesOn(OutputStream file, BooleanSupplier goesOn) {
        return new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!goesOn.getAsBoolean()) {
                    throw new IOException("the node is stopping");
                }
                out.write(bytes, offset, length);
            }
        };
    }

    /** Reads the state after the entry. */
    FrozenState read(long index, MachineFactory factory) throws IOException {
        Path file = files.file(index);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            FrozenState state = FrozenState.readFrom(in, factory);
            if (state.machine().lastIndex() != index) {
                throw new IOException("it holds the state after entry %,d"
                        .formatted(state.machine().lastIndex()));
            }
            return state;
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

    /** How long the newest file is; 0 where there is none. */
    long newestBytes() throws IOException {
        List<Long> indices = indices();
        return indices.isEmpty() ? 0 : Files.size(files.file(indices.getLast()));
    }

    /** Removes states that no snapshot came to refer to. */
    void removeAfter(long index) throws IOException {
        for (long orphan : indices()) {
            if (orphan > index) {
                Files.delete(files.file(orphan));
            }
        }
    }

    /** Removes all but the newest. */
    void keepNewest(int count) throws IOException {
        List<Long> indices = indices();
        for (long old : indices.subList(0, Math.max(0, indices.size() - count))) {
            Files.delete(files.file(old));
        }
    }

    private List<Long> indices() throws IOException {
        try {
            return files.indices();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
