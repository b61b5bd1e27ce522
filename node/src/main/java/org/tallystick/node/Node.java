package org.tallystick.node;

import io.aeron.Aeron;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.cluster.FailureReport;
import org.tallystick.node.cluster.HostedLedger;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.NodeStartRefused;
import org.tallystick.node.failure.NodeStartRefused.Code;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCorrupt;
import org.tallystick.node.journal.JournalWriter;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.node.storage.DataDirectory;
import org.tallystick.node.storage.DiskReserve;
import org.tallystick.node.storage.DriverDirectory;
import org.tallystick.node.storage.StorageFault;

/**
 * One authority: it orders submissions in a durable log, executes them on its machine in that order, and answers
 * receipts. A receipt is answered after its entry is on disk and its journal record is written.
 *
 * <p>Safe for any number of threads. It never ends the process: an owner that wants to follow the node down waits for
 * {@link #awaitTermination}.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long DRAIN_MILLIS = 30_000;

    private final NodeConfig config;
    private final Parts parts;
    private final Journal journal;
    private final HostedLedger hosted;
    private final FailureReport failure;
    private final CountDownLatch terminated = new CountDownLatch(1);

    private Node(NodeConfig config, Parts parts, Journal journal, HostedLedger hosted, FailureReport failure) {
        this.config = config;
        this.parts = parts;
        this.journal = journal;
        this.hosted = hosted;
        this.failure = failure;
    }

    /**
     * Starts a node; returns when it has replayed its log and takes submissions.
     *
     * @throws NodeStartRefused when the data directory or this Java cannot serve; no entry was touched
     * @throws NodeFailed when the replay comes to a broken invariant, or to other receipts than were given
     */
    public static Node start(NodeConfig config, MachineFactory factory) {
        requireJavaOptions();
        Parts parts = new Parts();
        FailureReport failure = new FailureReport();
        try {
            Node node = start(config, factory, parts, failure);
            failure.onFirst(() -> Thread.ofPlatform().name("tallystick-stop").start(node::stop));
            return node;
        } catch (JournalCorrupt e) {
            parts.close();
            throw new NodeStartRefused(Code.JOURNAL_CORRUPT, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            parts.close();
            String why = StorageFault.sentence(e);
            throw new NodeStartRefused(
                    Code.DATA_DIRECTORY_UNUSABLE,
                    "the data directory %s cannot be used: %s".formatted(config.dataDirectory(), why),
                    e);
        } catch (NodeStartRefused | NodeFailed e) {
            parts.close();
            throw e;
        } catch (RuntimeException e) {
            parts.close();
            NodeFailed first = failure.get();
            throw first != null
                    ? first
                    : new NodeFailed(NodeFailed.Code.LOG_STOPPED, "the log did not start: " + e.getMessage(), e);
        }
    }

    private static Node start(NodeConfig config, MachineFactory factory, Parts parts, FailureReport failure)
            throws IOException {
        long startNanos = System.nanoTime();
        DataDirectory data = parts.add(DataDirectory.acquire(config.dataDirectory(), config.ledgerId()));
        DiskReserve diskReserve = new DiskReserve(data.root(), config.diskReserveBytes());
        if (diskReserve.isLow()) {
            throw new NodeStartRefused(Code.STORAGE_LOW, diskReserve.sentence());
        }
        JournalWriter journal = parts.add(JournalWriter.open(data.journal(), config.journalSegmentBytes()));
        DriverDirectory driverDirectory = parts.add(DriverDirectory.prepare(data));
        HostedLedger hosted = parts.add(HostedLedger.launch(
                config.logSettings(), data, driverDirectory, journal, factory, diskReserve, failure));
        LOG.info(
                "the node of the ledger {} is ready after entry {}, in {} ms",
                config.ledgerId(),
                hosted.lastIndex(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
        return new Node(config, parts, journal.journal(), hosted, failure);
    }

    private static void requireJavaOptions() {
        Module base = Object.class.getModule();
        for (String opened : new String[] {"jdk.internal.misc", "sun.nio.ch", "java.util.zip"}) {
            if (!base.isOpen(opened, Aeron.class.getModule())) {
                throw new NodeStartRefused(
                        Code.JVM_OPTIONS_MISSING,
                        "the log needs Java started with --add-opens java.base/%s=ALL-UNNAMED".formatted(opened));
            }
        }
    }

    /**
     * Submits an envelope. Envelopes submitted by one thread are ordered as it submitted them. Never waits.
     *
     * <p>The future completes on a thread of the node: what is chained to it must not block, or be chained with
     * {@code ...Async}. It holds the receipt, or fails with {@link SubmissionRefused} when the envelope was not and will
     * not be ordered, or with {@link NodeFailed} when the node stopped first.
     */
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        return hosted.submit(envelope);
    }

    /** As {@link #submit}, but waits so long at most for room while too much is in flight. */
    public CompletableFuture<byte[]> submitWithin(byte[] envelope, Duration patience) throws InterruptedException {
        return hosted.submitWithin(envelope, patience.toMillis());
    }

    /**
     * Takes a snapshot now, and purges what it makes superfluous. Completes with the last entry in it. A failure leaves
     * the node as it was.
     */
    public CompletableFuture<Long> snapshot() {
        return hosted.snapshot();
    }

    /**
     * Asks the machine something between two entries, on its own thread. The question may not change the machine nor
     * keep it, and holds up all entries while it runs.
     */
    public <T> CompletableFuture<T> inspect(Function<? super Machine, ? extends T> question) {
        return hosted.inspect(question);
    }

    /** The journal, which holds every entry that was answered. Can be read after the node is closed, too. */
    public Journal journal() {
        return journal;
    }

    /** The last entry executed; zero before the first. */
    public long lastIndex() {
        return hosted.lastIndex();
    }

    public NodeConfig config() {
        return config;
    }

    /** How often the node has kept its session with the log alive; it grows while the node runs, idle or not. */
    public long keepAlivesSent() {
        return hosted.keepAlivesSent();
    }

    /** How often a session with the log was opened: once, and again after each loss. */
    public long sessionsOpened() {
        return hosted.sessionsOpened();
    }

    /** Why the node had to stop, if it had to. */
    public Optional<NodeFailed> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Waits until the node has closed or stopped, so long at most; tells whether it has. */
    public boolean awaitTermination(Duration patience) throws InterruptedException {
        return terminated.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Closes in good order: takes no more submissions, waits for those in flight, marks the state in the journal, and
     * lets go of the data directory. May not be called on a thread of the node.
     */
    @Override
    public void close() {
        hosted.drain(DRAIN_MILLIS);
        stop();
    }

    private synchronized void stop() {
        if (terminated.getCount() == 0) {
            return;
        }
        failure.closing();
        parts.close();
        terminated.countDown();
        LOG.info("the node of the ledger {} has stopped after entry {}", config.ledgerId(), lastIndex());
    }
}
