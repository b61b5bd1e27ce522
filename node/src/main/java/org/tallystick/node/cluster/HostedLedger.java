package org.tallystick.node.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.ArchiveException;
import io.aeron.cluster.ClusteredMediaDriver;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.failure.SubmissionRefused.Code;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalWriter;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.node.storage.DataDirectory;
import org.tallystick.node.storage.DiskReserve;
import org.tallystick.node.storage.DriverDirectory;

/**
 * The machine with its log and the threads around it, from launch to close.
 *
 * <p>A submission's way: the caller's thread admits it, a preparing thread prepares it, the ingress thread offers it to
 * the log, the log's threads write and commit it, the service thread executes it, the receipts thread tells the caller.
 */
public final class HostedLedger implements AutoCloseable {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LogSettings settings;
    private final FailureReport failure;
    private final DiskReserve diskReserve;
    private final InFlight inFlight;
    private final Inspections inspections = new Inspections();
    private final Preparation preparation;
    private final Answers answers;
    private final LedgerService service;
    private final ReceiptAgent receipts;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean stopping;
    private volatile boolean closed;

    private final SnapshotKeeper snapshots;
    private final IngressAgent ingress;

    private HostedLedger(
            LogSettings settings,
            DataDirectory data,
            DriverDirectory driverDirectory,
            JournalWriter journal,
            MachineFactory factory,
            DiskReserve diskReserve,
            FailureReport failure) {
        this.settings = settings;
        this.failure = failure;
        this.diskReserve = diskReserve;
        this.inFlight = new InFlight(settings.maxInFlightEntries(), settings.maxInFlightBytes());
        this.preparation = new Preparation(factory, settings.preparationThreads());
        this.answers = new Answers(inFlight);
        this.receipts = new ReceiptAgent(inFlight);
        StateFiles states = new StateFiles(data);
        this.service =
                new LedgerService(factory, journal, states, settings.timersEnabled(), answers, inspections, failure);
        LogSetup setup = new LogSetup(settings, data, driverDirectory, this::onTheirWay, failure);
        try {
            ConsensusModule.Context consensus = launchLog(setup);
            Aeron aeron = Aeron.connect(setup.client());
            parts.push(aeron);
            awaitReplay();
            ingress = openIngress(setup, aeron);
            snapshots = openSnapshots(setup, consensus, data, states, journal.journal());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything; returns when the log is replayed and submissions are taken.
     *
     * @throws NodeFailed when the replay comes to a broken invariant or to other receipts than the journal holds
     */
    public static HostedLedger launch(
            LogSettings settings,
            DataDirectory data,
            DriverDirectory driverDirectory,
            JournalWriter journal,
            MachineFactory factory,
            DiskReserve diskReserve,
            FailureReport failure) {
        return new HostedLedger(settings, data, driverDirectory, journal, factory, diskReserve, failure);
    }

    private ConsensusModule.Context launchLog(LogSetup setup) {
        ClusteredMediaDriver log = launchWithWholeFragments(setup);
        parts.push(log);
        parts.push(ClusteredServiceContainer.launch(setup.service(service)));
        return log.consensusModule().context();
    }

    private static ClusteredMediaDriver launchWithWholeFragments(LogSetup setup) {
        while (true) {
            try {
                return ClusteredMediaDriver.launch(setup.driver(), setup.archive(), setup.consensus());
            } catch (ArchiveException complaint) {
                if (!TornFragment.cutOff(complaint)) {
                    throw complaint;
                }
                setup.clearMarks();
            }
        }
    }

    private void awaitReplay() {
        while (!service.isLeading()) {
            NodeFailed failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        failure.started();
    }

    private IngressAgent openIngress(LogSetup setup, Aeron aeron) {
        IngressAgent opened = new IngressAgent(
                setup.session(aeron),
                settings.maxEnvelopeBytes(),
                settings.sessionTimeout().toNanos() / 10,
                inFlight,
                answers,
                diskReserve);
        opened.connect();
        start(receipts, setup.idle());
        start(opened, setup.idle());
        parts.push(preparation);
        return opened;
    }

    private SnapshotKeeper openSnapshots(
            LogSetup setup, ConsensusModule.Context consensus, DataDirectory data, StateFiles states, Journal journal) {
        SnapshotKeeper keeper = new SnapshotKeeper(
                consensus.controlToggleCounter(),
                consensus.snapshotCounter(),
                service,
                states,
                journal,
                diskReserve,
                failure,
                new LogPurge(data.cluster(), setup.archiveClient()),
                settings.snapshotInterval(),
                settings.snapshotEveryEntries());
        parts.push(keeper);
        keeper.start();
        return keeper;
    }

    /** Entries in flight; while the log is replayed nobody waits for one, and it is as in a stream. */
    private int onTheirWay() {
        return service.isLeading() ? inFlight.count() : AttentiveIdle.A_STREAM;
    }

    private void start(Agent agent, IdleStrategy idle) {
        AgentRunner runner = new AgentRunner(idle, failure::onLogError, null, agent);
        parts.push(runner);
        AgentRunner.startOnThread(runner, LogSetup.named(agent.roleName()));
    }

    /** Takes an envelope; the future has its receipt, or a {@link SubmissionRefused} or {@link NodeFailed}. */
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        RuntimeException refusal = refusalOf(envelope);
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        Submission submission = inFlight.tryAdmit(envelope);
        return submission == null ? CompletableFuture.failedFuture(busy()) : accept(submission);
    }

    /** As {@link #submit}, but waits so long at most while the node is busy. */
    public CompletableFuture<byte[]> submitWithin(byte[] envelope, long patienceMillis) throws InterruptedException {
        RuntimeException refusal = refusalOf(envelope);
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        Submission submission = inFlight.admitWithin(envelope, patienceMillis);
        return submission == null ? CompletableFuture.failedFuture(busy()) : accept(submission);
    }

    private CompletableFuture<byte[]> accept(Submission submission) {
        preparation.prepareAhead(submission, inFlight.waiting());
        if (closed) {
            refuseAll();
        }
        return submission.receiptFuture;
    }

    private @Nullable RuntimeException refusalOf(byte[] envelope) {
        NodeFailed failed = failure.get();
        if (failed != null) {
            return failed;
        }
        if (stopping) {
            return stoppingRefusal();
        }
        if (envelope.length > settings.maxEnvelopeBytes()) {
            return new SubmissionRefused(
                    Code.TOO_LARGE,
                    "the envelope has %,d bytes; an entry can have %,d"
                            .formatted(envelope.length, settings.maxEnvelopeBytes()));
        }
        return diskReserve.isLow() ? new SubmissionRefused(Code.STORAGE_LOW, diskReserve.sentence()) : null;
    }

    private static SubmissionRefused busy() {
        return new SubmissionRefused(Code.BUSY, "as much is in flight as the node allows; submit again soon");
    }

    private static SubmissionRefused stoppingRefusal() {
        return new SubmissionRefused(Code.STOPPING, "the node is stopping");
    }

    /** Asks the machine something between two entries; the question may not change it. */
    public <T> CompletableFuture<T> inspect(Function<? super Machine, ? extends T> question) {
        CompletableFuture<T> answer = inspections.ask(question);
        if (closed) {
            refuseAll();
        }
        return answer;
    }

    /** Takes a snapshot; completes with the last entry in it. */
    public CompletableFuture<Long> snapshot() {
        try {
            return stopping ? CompletableFuture.failedFuture(stoppingRefusal()) : snapshots.take();
        } catch (RejectedExecutionException closing) {
            return CompletableFuture.failedFuture(stoppingRefusal());
        }
    }

    /** The last entry executed. */
    public long lastIndex() {
        return service.lastIndex();
    }

    /** How often the session with the log was kept alive so far. */
    public long keepAlivesSent() {
        return ingress.keepAlivesSent();
    }

    /** How often a session with the log was opened. */
    public long sessionsOpened() {
        return ingress.sessionsOpened();
    }

    /** Takes no more submissions, and waits so long at most until those in flight have their receipts. */
    public void drain(long patienceMillis) {
        stopping = true;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (!inFlight.isEmpty() && failure.get() == null && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    /** Ends all threads, closes the log, and refuses what is still in flight. */
    @Override
    public void close() {
        stopping = true;
        while (!parts.isEmpty()) {
            CloseHelper.close(failure::onLogError, parts.pop());
        }
        while (receipts.doWork() > 0) {
            // hand out what was decided while the receipts thread ended
        }
        closed = true;
        refuseAll();
    }

    private void refuseAll() {
        NodeFailed failed = failure.get();
        RuntimeException reason = failed == null ? stoppingRefusal() : failed;
        for (Submission undelivered : answers.takeUndelivered()) {
            undelivered.refuse(reason);
            inFlight.complete(undelivered);
        }
        inFlight.refuseAll(reason);
        inspections.refuseAll(reason);
    }
}
