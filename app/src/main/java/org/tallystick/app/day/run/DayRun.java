package org.tallystick.app.day.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.console.Failure;
import org.tallystick.app.day.count.Conservation;
import org.tallystick.app.day.count.Counter;
import org.tallystick.app.day.plan.Phase;
import org.tallystick.app.day.plan.Plan;
import org.tallystick.app.day.plan.PlannedEntry;
import org.tallystick.app.day.plan.UnexpectedOutcome;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.node.Node;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.ledger.LedgerMachine;
import org.tallystick.node.machine.ManualClock;
import org.tallystick.wire.Receipts;

/**
 * Carries a plan out on a node of its own.
 *
 * <p>The entry of index {@code i} is the plan's i-th: nothing else is submitted, the log's timer is off, and its clock stands
 * still within a phase. So a run that a crash cut short is taken up by writing the plan anew: what the log has must be what
 * the plan says, envelope by envelope and receipt by receipt, and the rest is submitted.
 */
public final class DayRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Plan plan;
    private final AuthorityDirectory directory;
    private final Counter counter;
    private final Watcher watcher;

    /** The phase that is under way on the node while the next is written. */
    private final List<PlannedEntry> submitted = new ArrayList<>();

    private final List<CompletableFuture<byte[]>> receipts = new ArrayList<>();

    public DayRun(Plan plan, AuthorityDirectory directory, Counter counter, Watcher watcher) {
        this.plan = plan;
        this.directory = directory;
        this.counter = counter;
        this.watcher = watcher;
    }

    /**
     * Runs the plan to its end.
     *
     * @throws UnexpectedOutcome if an entry ended otherwise than it must
     * @throws Failure if the directory holds another run, or acknowledged receipts are not in its log
     */
    public Result run() throws IOException, InterruptedException {
        Path root = directory.root();
        requireThisRun();
        long started = System.nanoTime();
        ManualClock clock = new ManualClock(lastTimeMillis());
        try (Node node = EmbeddedAuthority.startAlone(
                directory, config -> config.clock(clock).timersEnabled(false))) {
            watcher.started(node);
            long logged = node.lastIndex();
            Reconciliation reconciliation = Reconciliation.of(root, node.journal());
            if (logged > 0) {
                watcher.resumes(reconciliation);
            }
            requireAll(reconciliation);
            long resumed = System.nanoTime();
            try (Acknowledgements acknowledgements = Acknowledgements.continueIn(root);
                    JournalCursor cursor = node.journal().cursor(1)) {
                Taker taker = new Taker(node, clock, acknowledgements, cursor, logged, reconciliation.acknowledged());
                taker.takeAll();
                taker.requireNothingElse();
            }
            return result(node, reconciliation, started, resumed);
        }
    }

    private void requireThisRun() throws IOException {
        if (!directory.hasLedger()) {
            AuthorityDirectory.create(directory.root(), plan.genesis());
            return;
        }
        String name = directory.genesis().ledger();
        if (!directory.genesis().equals(plan.genesis())) {
            throw Failure.badInput(
                    "ANOTHER_RUN",
                    ("%s holds the ledger %s, and this run's is %s: it was begun with another file, seed, span or number of"
                                    + " participants or trades; name its own, or another directory")
                            .formatted(directory.root(), name, plan.genesis().ledger()));
        }
    }

    /** Of the last entry the journal shows: where the ledger's clock was, or a little before. */
    private long lastTimeMillis() throws IOException {
        if (!directory.hasJournal()) {
            return 0;
        }
        Journal journal = directory.journal();
        return journal.read(journal.lastIndex()).map(JournalEntry::timeMillis).orElse(0L);
    }

    private static void requireAll(Reconciliation reconciliation) {
        if (!reconciliation.holds()) {
            throw new UnexpectedOutcome(
                    "%,d receipts were acknowledged and %,d of them are in the log; %,d are missing, the first is: %s"
                            .formatted(
                                    reconciliation.acknowledged(),
                                    reconciliation.found(),
                                    reconciliation.missing(),
                                    reconciliation.firstMissing()));
        }
    }

    private Result result(Node node, Reconciliation reconciliation, long started, long resumed)
            throws InterruptedException {
        Conservation conservation =
                await(node.inspect(machine -> Conservation.of(((LedgerMachine) machine).ledger(), counter.recount())));
        Digest stateHash = new Digest(await(node.inspect(machine -> machine.stateHash())));
        if (!stateHash.equals(plan.ledger().stateHash())) {
            throw new UnexpectedOutcome("the node's state is " + stateHash
                    + ", but a ledger that executed the same entries in memory came to "
                    + plan.ledger().stateHash());
        }
        long now = System.nanoTime();
        return new Result(
                node.lastIndex(),
                reconciliation,
                conservation,
                stateHash,
                Duration.ofNanos(now - started),
                Duration.ofNanos(now - resumed));
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Failure.couldNotRun(
                    "NO_ANSWER", "the node has not answered for " + PATIENCE.toSeconds() + " seconds");
        }
    }

    /** Takes the phases in turn: what is logged is compared, what is not is submitted. */
    private final class Taker {

        private final Node node;
        private final ManualClock clock;
        private final Acknowledgements acknowledgements;
        private final JournalCursor cursor;
        private final long logged;
        private final long acknowledged;

        Taker(
                Node node,
                ManualClock clock,
                Acknowledgements acknowledgements,
                JournalCursor cursor,
                long logged,
                long acknowledged) {
            this.node = node;
            this.clock = clock;
            this.acknowledgements = acknowledgements;
            this.cursor = cursor;
            this.logged = logged;
            this.acknowledged = acknowledged;
        }

        /** The next phase is written while the node is at the one before. */
        void takeAll() throws IOException, InterruptedException {
            while (plan.hasNext()) {
                Phase phase = plan.next();
                finish();
                clock.set(phase.timeMillis());
                for (PlannedEntry entry : phase.entries()) {
                    if (entry.receipt().index() <= logged) {
                        compareWithLog(entry, phase);
                    } else {
                        submitted.add(entry);
                        receipts.add(node.submitWithin(entry.envelope(), PATIENCE));
                    }
                }
                watcher.at(counter.counts().businessDays(), counter.counts().entries());
            }
            finish();
            watcher.at(counter.counts().businessDays(), counter.counts().entries());
        }

        private void compareWithLog(PlannedEntry entry, Phase phase) throws IOException {
            JournalEntry found = Reconciliation.nextEntry(cursor);
            long index = entry.receipt().index();
            if (found == null || found.index() != index || found.timeMillis() != phase.timeMillis()) {
                throw new UnexpectedOutcome("entry " + index + " of the log is not where the plan has it");
            }
            if (!Arrays.equals(found.envelope(), entry.envelope())) {
                throw new UnexpectedOutcome("entry " + index + " of the log is not the plan's: someone else has"
                        + " submitted to this ledger");
            }
            accept(entry, found.receipt());
        }

        /** Waits until every receipt of the phase under way has come. */
        private void finish() throws IOException, InterruptedException {
            for (int i = 0; i < submitted.size(); i++) {
                accept(submitted.get(i), await(receipts.get(i)));
            }
            submitted.clear();
            receipts.clear();
            acknowledgements.flush();
        }

        private void accept(PlannedEntry entry, byte[] receipt) throws IOException {
            if (!Arrays.equals(receipt, Receipts.encode(entry.receipt()))) {
                throw new UnexpectedOutcome(
                        ("entry %d (%s): the node's receipt is not that of a ledger which executed the"
                                        + " same entries in memory")
                                .formatted(entry.receipt().index(), entry.what()));
            }
            counter.add(entry.receipt());
            if (entry.receipt().index() > acknowledged) {
                acknowledgements.add(entry.receipt());
            }
        }

        void requireNothingElse() {
            long own = counter.counts().entries();
            if (node.lastIndex() != own) {
                throw Failure.badInput(
                        "LEDGER_WENT_ON",
                        "this run was completed, and the ledger has gone on by %,d entries since; the run itself is as planned"
                                .formatted(node.lastIndex() - own));
            }
        }
    }
}
