package org.tallystick.simulator.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.workload.Dice;
import org.tallystick.simulator.workload.Draft;
import org.tallystick.simulator.workload.Workload;

/** What an honest ledger has done for a while: entries and receipts, to be tampered with. */
final class History {

    private static final String LEDGER = "history";
    private static final long START_MILLIS = 1_736_931_600_000L; // 2025-01-15 09:00 UTC

    record Page(Observation observation, Receipt receipt) {}

    private final List<Page> pages = new ArrayList<>();
    private final List<PublicKey> operatorKeys;

    History(long seed, int length) {
        Signing signing = Signing.onTrust();
        operatorKeys = Workload.operatorKeys(signing);
        Ledger ledger = Ledger.open(new Genesis(LEDGER, "OPERATOR", "OPERATOR", "US", 1, operatorKeys));
        Workload workload = new Workload(LEDGER, START_MILLIS, signing, new Dice(seed));
        long now = START_MILLIS;
        Entry last = new Entry.Tick();
        while (pages.size() < length) {
            now += workload.isOpening() ? 0 : 60_000;
            Entry entry = switch (workload.next(now)) {
                case Draft.Letter letter -> signing.entry(letter.payload(), letter.keys());
                case Draft.Noise noise -> signing.noise(noise.bytes());
            };
            write(ledger, now, entry, workload);
            if (pages.size() % 20 == 0) {
                write(ledger, now, last, workload); // Sent again.
            }
            last = entry;
            while (ledger.nextDueMillis() <= now) {
                write(ledger, now, new Entry.Tick(), workload);
            }
        }
    }

    private void write(Ledger ledger, long now, Entry entry, Workload workload) {
        Receipt receipt = ledger.execute(now, entry);
        workload.told(receipt);
        pages.add(new Page(observation(entry), receipt));
    }

    private static Observation observation(Entry entry) {
        return switch (entry) {
            case Entry.Instruction e ->
                new Observation.Instruction(e.payload(), e.digest(), new LinkedHashSet<>(e.signers()));
            case Entry.Refused e -> new Observation.Unreadable(e.code(), e.digest());
            case Entry.Tick e -> new Observation.Timer();
        };
    }

    /** What an auditor has to say to the history as it was. */
    List<Violation> audited() {
        return audited(pages.size(), Optional.empty());
    }

    /** What an auditor has to say where one page, the first for which there is another, is replaced by that. */
    List<Violation> auditedWith(Function<Page, Optional<Page>> forgery) {
        for (int i = 0; i < pages.size(); i++) {
            Optional<Page> forged = forgery.apply(pages.get(i));
            if (forged.isPresent()) {
                return audited(i, forged);
            }
        }
        throw new AssertionError("nothing like that happens in this history");
    }

    private List<Violation> audited(int length, Optional<Page> last) {
        Auditor auditor = new Auditor(
                LEDGER, new PartyRegistered(1, "OPERATOR", "OPERATOR", Roles.of(Role.OPERATOR), "US", 1, operatorKeys));
        List<Violation> violations = new ArrayList<>();
        List<Page> read = new ArrayList<>(pages.subList(0, length));
        last.ifPresent(read::add);
        read.forEach(page -> violations.addAll(auditor.audit(page.observation(), page.receipt())));
        return violations;
    }

    // --- Forging ---

    /** The page with another receipt. */
    static Optional<Page> receipt(Page page, Receipt receipt) {
        return receipt.equals(page.receipt()) ? Optional.empty() : Optional.of(new Page(page.observation(), receipt));
    }

    /** The page with other events, where it has events that are changed. */
    static Optional<Page> events(Page page, UnaryOperator<List<Event>> change) {
        Receipt old = page.receipt();
        Verdict verdict = old.verdict() instanceof Verdict.Decided decided
                ? new Verdict.Decided(
                        decided.party(),
                        decided.instructionId(),
                        decided.outcomes().stream()
                                .map(outcome -> outcome instanceof Outcome.Accepted accepted
                                        ? new Outcome.Accepted(change.apply(accepted.events()))
                                        : outcome)
                                .toList())
                : old.verdict();
        return receipt(
                page, new Receipt(old.index(), old.timeMillis(), old.envelope(), change.apply(old.due()), verdict));
    }

    /** The page with each event of a kind replaced by what is made of it; by nothing if that is empty. */
    static <E extends Event> Optional<Page> event(Page page, Class<E> kind, Function<E, Optional<Event>> change) {
        return events(page, events -> {
            List<Event> changed = new ArrayList<>();
            events.forEach(event -> {
                if (kind.isInstance(event)) {
                    change.apply(kind.cast(event)).ifPresent(changed::add);
                } else {
                    changed.add(event);
                }
            });
            return changed;
        });
    }
}
