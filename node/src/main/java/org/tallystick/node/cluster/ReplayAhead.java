package org.tallystick.node.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalEntry.Kind;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.node.machine.MachineFactory;

/**
 * Reads the journal ahead of a replay, on a thread of its own, and has its entries prepared: so the replay's own thread
 * has only to execute them. Used by one thread.
 */
final class ReplayAhead implements AutoCloseable {

    private static final int BATCH = 128;
    private static final int MOST_BATCHES = 4;

    private final Journal journal;
    private final long from;
    private final MachineFactory factory;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(MOST_BATCHES);
    private final Thread thread = LogSetup.named("replay").newThread(this::readAll);
    private Batch current = new Batch(List.of(), false, null);
    private int at;

    /** Some records, and whether more may follow: not after the last one, nor after a fault. */
    private record Batch(
            List<JournalRecord> records,
            boolean last,
            @Nullable IOException fault) {}

    ReplayAhead(Journal journal, long from, MachineFactory factory) {
        this.journal = journal;
        this.from = from;
        this.factory = factory;
        thread.start();
    }

    /** The record that comes next, its entry prepared; null at the end. Waits for it. */
    @Nullable
    JournalRecord peek() throws IOException {
        while (at == current.records.size() && !current.last) {
            current = take();
            at = 0;
            if (current.fault != null) {
                throw current.fault;
            }
        }
        return at < current.records.size() ? current.records.get(at) : null;
    }

    /** Goes on to the record after the one that {@link #peek} told. */
    void skip() {
        at++;
    }

    private Batch take() throws IOException {
        try {
            return batches.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the journal was read", e);
        }
    }

    private void readAll() {
        try {
            try (JournalCursor cursor = journal.cursor(from)) {
                List<JournalRecord> records = read(cursor);
                while (!records.isEmpty()) {
                    batches.put(new Batch(records, false, null));
                    records = read(cursor);
                }
                batches.put(new Batch(records, true, null));
            } catch (IOException fault) {
                batches.put(new Batch(List.of(), true, fault));
            } catch (RuntimeException | Error fault) {
                batches.put(new Batch(List.of(), true, new IOException("the journal could not be read ahead", fault)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JournalRecord> read(JournalCursor cursor) throws IOException {
        List<JournalRecord> records = new ArrayList<>(BATCH);
        while (records.size() < BATCH) {
            JournalRecord record = cursor.next();
            if (record == null) {
                break;
            }
            if (record instanceof JournalEntry entry && entry.kind() == Kind.ENVELOPE) {
                factory.prepareAgain(entry.envelope(), entry.receipt());
            }
            records.add(record);
        }
        return records;
    }

    /** Reads no more. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
