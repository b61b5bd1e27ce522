package org.tallystick.node.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.journal.JournalCorrupt;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalWriter;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.node.storage.StorageFault;

/**
 * The adapter between the log and the machine. All of it runs on the service thread.
 *
 * <p>The container would skip a message whose handler throws, and go on. So nothing is thrown from here but the
 * termination of the thread, after the reason has been reported; and after that nothing is executed any more.
 *
 * <p>Receipts are handed out when the journal has been flushed: at the end of each batch of messages.
 */
final class LedgerService implements ClusteredService {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerService.class);

    private final MachineFactory factory;
    private final JournalWriter journal;
    private final StateFiles states;
    private final boolean timersEnabled;
    private final Answers answers;
    private final Inspections inspections;
    private final FailureReport failure;

    private @Nullable Cluster cluster;
    private @Nullable EntryExecutor executor;
    private @Nullable TickTimer tickTimer;
    private boolean stopped;

    /** The newest state that was written down, for a snapshot to refer to. */
    private volatile @Nullable JournalMark written;

    private volatile long referredTo;

    private volatile boolean leading;
    private volatile long lastIndex;
    private volatile long lastSnapshotIndex;

    LedgerService(
            MachineFactory factory,
            JournalWriter journal,
            StateFiles states,
            boolean timersEnabled,
            Answers answers,
            Inspections inspections,
            FailureReport failure) {
        this.factory = factory;
        this.journal = journal;
        this.states = states;
        this.timersEnabled = timersEnabled;
        this.answers = answers;
        this.inspections = inspections;
        this.failure = failure;
    }

    /** Whether the log has been replayed and this member takes submissions. */
    boolean isLeading() {
        return leading;
    }

    long lastIndex() {
        return lastIndex;
    }

    /** The last entry in the newest snapshot known; zero before the first. */
    long lastSnapshotIndex() {
        return lastSnapshotIndex;
    }

    @Override
    public void onStart(Cluster newCluster, @Nullable Image snapshotImage) {
        try {
            cluster = newCluster;
            EntryExecutor ready = snapshotImage == null
                    ? EntryExecutor.create(factory, journal)
                    : restore(snapshotImage, newCluster.idleStrategy());
            executor = ready;
            tickTimer = new TickTimer(newCluster, ready.machine());
            lastIndex = ready.machine().lastIndex();
            lastSnapshotIndex = lastIndex;
        } catch (JournalCorrupt e) {
            throw stop(e);
        } catch (IOException e) {
            String why = "the snapshot cannot be restored: " + StorageFault.sentence(e);
            throw stop(new NodeFailed(NodeFailed.Code.SNAPSHOT_UNREADABLE, why, e));
        } catch (RuntimeException | Error e) {
            throw stop(e);
        }
    }

    private EntryExecutor restore(Image image, IdleStrategy idle) throws IOException {
        SnapshotReference snapshot = SnapshotReference.decode(SnapshotMessage.replay(image, idle));
        referredTo = snapshot.stateIndex();
        return EntryExecutor.restore(factory, snapshot, states, journal, idle);
    }

    @Override
    public void onSessionMessage(
            ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
        checkRunning();
        try {
            byte[] envelope = IngressFrame.envelope(buffer, offset, length);
            byte[] receipt = executor().execute(timestamp, envelope, logPosition());
            afterEntry();
            answers.found(session.id(), IngressFrame.correlationId(buffer, offset, length), receipt);
        } catch (IOException | RuntimeException | Error e) {
            throw stop(e);
        }
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        checkRunning();
        try {
            tickTimer().fired();
            if (timersEnabled) {
                executor().tick(timestamp, logPosition());
                afterEntry();
            }
        } catch (IOException | RuntimeException | Error e) {
            throw stop(e);
        }
    }

    private void afterEntry() {
        lastIndex = executor().machine().lastIndex();
        if (timersEnabled) {
            tickTimer().arm();
        }
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        checkRunning();
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
        checkRunning();
        answers.sessionClosed(session.id());
    }

    /** Writes the journal out, hands out the batch's receipts, and lets those look who asked to. */
    @Override
    public int doBackgroundWork(long nowNs) {
        if (stopped || executor == null) {
            return 0;
        }
        try {
            return handOut() + inspections.run(executor.machine());
        } catch (IOException | RuntimeException | Error e) {
            throw stop(e);
        }
    }

    private int handOut() throws IOException {
        int work = 0;
        if (journal.lastIndex() > journal.journal().lastIndex()) {
            journal.flush();
            work++;
        }
        return work + answers.handOut();
    }

    /** Asks for a copy of the state, which is made between two entries. */
    CompletableFuture<FrozenState> freeze() {
        return inspections.ask(machine -> executor().freeze());
    }

    /** The snapshots to come refer to this state, which is on disk; null for one that is still to be written. */
    void written(@Nullable JournalMark state) {
        written = state;
    }

    /** The last entry in the state that the newest snapshot refers to; zero where there is none. */
    long referredTo() {
        return referredTo;
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication publication) {
        checkRunning();
        try {
            JournalMark state = written;
            if (state == null) { // whoever asked for this snapshot has not asked us first
                state = states.save(executor().freeze(), () -> true);
            }
            byte[] reference = executor().snapshot(state).encode();
            SnapshotMessage.record(reference, publication, cluster().idleStrategy());
            lastSnapshotIndex = lastIndex;
            referredTo = state.index();
        } catch (IOException | RuntimeException | Error e) {
            throw stop(e);
        }
    }

    @Override
    public void onRoleChange(Cluster.Role newRole) {
        checkRunning();
        try {
            if (newRole == Cluster.Role.LEADER) {
                executor().replayed();
            }
            leading = newRole == Cluster.Role.LEADER;
        } catch (RuntimeException | Error e) {
            throw stop(e);
        }
    }

    /** The first event of a term: the first at which timers may be set after a start. */
    @Override
    public void onNewLeadershipTermEvent(
            long leadershipTermId,
            long logPosition,
            long timestamp,
            long termBaseLogPosition,
            int leaderMemberId,
            int logSessionId,
            TimeUnit timeUnit,
            int appVersion) {
        checkRunning();
        try {
            if (timersEnabled) {
                tickTimer().fired();
                tickTimer().arm();
            }
        } catch (RuntimeException | Error e) {
            throw stop(e);
        }
    }

    /** An orderly close: the journal ends with a mark. */
    @Override
    public void onTerminate(Cluster ending) {
        if (stopped || executor == null) {
            return;
        }
        try {
            doBackgroundWork(0);
            executor.mark();
            executor.close();
        } catch (IOException | RuntimeException e) {
            throw stop(e);
        }
    }

    private void checkRunning() {
        if (stopped) {
            throw new AgentTerminationException("the node has stopped");
        }
    }

    private AgentTerminationException stop(Throwable reason) {
        stopped = true;
        if (executor != null) {
            executor.close();
        }
        failure.report(asFailure(reason));
        if (reason instanceof NodeFailed) {
            handOutWhatStands();
        }
        return new AgentTerminationException("the node has stopped");
    }

    /** The entries before the one that stopped the node are executed and on disk: their receipts are good. */
    private void handOutWhatStands() {
        try {
            handOut();
        } catch (IOException e) {
            LOG.warn("the last receipts will be in the journal after the next start: {}", StorageFault.sentence(e));
        }
    }

    private NodeFailed asFailure(Throwable reason) {
        return switch (reason) {
            case NodeFailed failed -> failed;
            case JournalCorrupt corrupt ->
                failedAfterLast(NodeFailed.Code.JOURNAL_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt);
            case IOException io -> {
                NodeFailed.Code code =
                        StorageFault.isDiskFull(io) ? NodeFailed.Code.STORAGE_FULL : NodeFailed.Code.LOG_STOPPED;
                String sentence = "the journal could not be written after entry %,d: %s"
                        .formatted(lastIndex, StorageFault.sentence(io));
                yield failedAfterLast(code, sentence, io);
            }
            default -> {
                String sentence = "after entry %,d the node failed: %s".formatted(lastIndex, reason);
                yield failedAfterLast(NodeFailed.Code.LOG_STOPPED, sentence, reason);
            }
        };
    }

    private NodeFailed failedAfterLast(NodeFailed.Code code, String sentence, Throwable reason) {
        return new NodeFailed(code, sentence, lastIndex, cluster == null ? NodeFailed.NONE : logPosition(), reason);
    }

    private long logPosition() {
        return cluster().logPosition();
    }

    private Cluster cluster() {
        return started(cluster);
    }

    private EntryExecutor executor() {
        return started(executor);
    }

    private TickTimer tickTimer() {
        return started(tickTimer);
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the log called before it started the service");
        }
        return part;
    }
}
