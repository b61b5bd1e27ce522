package org.tallystick.simulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.simulator.audit.Violation;
import org.tallystick.simulator.scenario.Step.Request;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.simulation.AuditedLedger;

/** The ledger a scenario plays on, its clock, and the numbers behind the scenario's names. */
final class Stage implements Step.Bindings {

    private static final String LEDGER = "scenario";

    private final Signing signing;
    private final AuditedLedger ledger;
    private final Told told = new Told();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Map<String, Entry> sent = new LinkedHashMap<>();
    private long nowMillis;
    private int instructions;

    Stage(Signing signing) {
        this.signing = signing;
        this.ledger = AuditedLedger.open(LEDGER, Directory.OPERATOR, List.of(signing.key(Directory.OPERATOR + "/1")));
    }

    long entries() {
        return ledger.ledger().lastIndex();
    }

    void moveClock(Moment moment) {
        nowMillis = moment.from(nowMillis);
    }

    boolean isSomethingDue() {
        return ledger.ledger().nextDueMillis()
                <= Math.max(nowMillis, ledger.ledger().lastTimeMillis());
    }

    // --- Bindings ---

    @Override
    public long told(String name) {
        Long number = numbers.get(name);
        if (number != null) {
            return number;
        }
        Integer itself = Directory.number(name);
        return itself == null ? 0 : itself;
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public PublicKey key(String name) {
        return signing.key(name);
    }

    // --- Sending ---

    void send(Step.Send step) {
        List<Command> commands = new ArrayList<>();
        step.requests().forEach(request -> commands.add(request.wording().command(this)));
        String id = step.sender().instructionId();
        Payload payload = new Payload(
                LEDGER,
                step.sender().party(),
                id == null ? "step-" + ++instructions : id,
                nowMillis + step.sender().validMillis(),
                step.mode(),
                List.copyOf(commands));
        Entry entry = signing.entry(payload, step.sender().keys());
        if (id != null) {
            sent.put(id, entry);
        }
        Receipt receipt = execute(step.line(), entry);
        for (int i = 0; i < step.requests().size(); i++) {
            compare(step.requests().get(i), i, receipt);
        }
    }

    void sendAgain(Step.SendAgain step) {
        Entry entry = sent.get(step.instructionId());
        if (entry == null) {
            throw new Unexpected(step.line(), "nothing was sent under the id " + step.instructionId());
        }
        compare(
                new Request(step.line(), b -> anyCommand(entry), null, step.expected()),
                0,
                execute(step.line(), entry));
    }

    private static Command anyCommand(Entry entry) {
        return switch (entry) {
            case Entry.Instruction e -> e.payload().commands().getFirst();
            case Entry.Refused e -> throw new IllegalStateException("refused entries carry no command");
            case Entry.Tick e -> throw new IllegalStateException("timer entries carry no command");
        };
    }

    Receipt execute(Line line, Entry entry) {
        Receipt receipt = ledger.execute(nowMillis, entry);
        List<Violation> violations = ledger.violations();
        if (!violations.isEmpty()) {
            throw new Unexpected(line, "the auditor objects: " + violations.getFirst());
        }
        told.note(receipt);
        return receipt;
    }

    // --- What came of it ---

    private void compare(Request request, int position, Receipt receipt) {
        switch (receipt.verdict()) {
            case Verdict.Decided decided -> compare(request, decided.outcomes().get(position));
            case Verdict.Refused refused ->
                require(
                        request,
                        request.expected() instanceof Expected.Refused expected
                                && expected.code() == refused.rejection().code(),
                        Saying.of(refused));
            case Verdict.Repeated repeated ->
                require(request, request.expected() instanceof Expected.Repeated, Saying.of(repeated));
            case Verdict.Ticked ticked -> throw new Unexpected(request.line(), "it was taken for a timer entry");
        }
    }

    private void compare(Request request, Outcome outcome) {
        boolean asExpected = switch (request.expected()) {
            case Expected.Done e -> outcome instanceof Outcome.Accepted;
            case Expected.Final e -> has(outcome, SettlementEvent.SettlementFinal.class);
            case Expected.Cancelled e -> has(outcome, SettlementEvent.SettlementCancelled.class);
            case Expected.Pending e ->
                outcome instanceof Outcome.Accepted
                        && !has(outcome, SettlementEvent.SettlementFinal.class)
                        && !has(outcome, SettlementEvent.SettlementCancelled.class);
            case Expected.Rejected e ->
                outcome instanceof Outcome.Rejected rejected
                        && rejected.rejection().code() == e.code();
            case Expected.Refused e -> false;
            case Expected.Repeated e -> false;
        };
        require(request, asExpected, Saying.of(outcome));
        bind(request.name(), outcome);
    }

    private static boolean has(Outcome outcome, Class<? extends Event> kind) {
        return outcome instanceof Outcome.Accepted accepted
                && accepted.events().stream().anyMatch(kind::isInstance);
    }

    private static void require(Request request, boolean asExpected, String found) {
        if (!asExpected) {
            throw new Unexpected(request.line(), found);
        }
    }

    private void bind(@Nullable String name, Outcome outcome) {
        if (name == null || !(outcome instanceof Outcome.Accepted accepted)) {
            return;
        }
        for (Event event : accepted.events()) {
            switch (event) {
                case Movement.HoldPlaced e -> numbers.put(name, e.hold());
                case SettlementEvent.SettlementInstructed e -> numbers.put(name, e.settlement());
                case SettlementEvent.SettlementFinal e -> numbers.put(name, e.settlement());
                case Event other -> {}
            }
        }
    }

    // --- Snapshot ---

    void snapshotAndRestore(Line line) {
        String difference = ledger.snapshotAndRestore();
        if (!difference.isEmpty()) {
            throw new Unexpected(line, difference);
        }
    }

    // --- Looking ---

    /** What is there instead of what is expected; empty if it is as expected. */
    String lookAt(Expectation expectation) {
        Ledger now = ledger.ledger();
        return switch (expectation) {
            case Expectation.Balance e -> {
                long available = now.book().available(e.account(), e.asset().number());
                long held = now.book().held(e.account(), e.asset().number());
                boolean asExpected = available == e.available()
                        && (e.held().isEmpty() || e.held().getAsLong() == held);
                yield asExpected
                        ? ""
                        : "available is " + Directory.say(available, e.asset()) + ", held is "
                                + Directory.say(held, e.asset());
            }
            case Expectation.Supply e ->
                amount("supply is ", e.amount(), now.book().supply(e.asset().number()), e.asset());
            case Expectation.Payment e ->
                amount("it was paid ", e.amount(), told.paid(e.security().number(), e.account()), e.cash());
            case Expectation.Residual e ->
                amount(
                        "the residual is ",
                        e.amount(),
                        told.residual(e.security().number()),
                        e.cash());
            case Expectation.Obligation e -> obligation(e);
            case Expectation.NoObligation e ->
                told.obligations().isEmpty()
                        ? ""
                        : "these stand: " + told.obligations().values();
            case Expectation.SettlementState e -> {
                Expectation.State state = told.settlements().get(told(e.name()));
                yield state == e.state() ? "" : "it is " + (state == null ? "not known" : Saying.of(state));
            }
        };
    }

    private static String amount(String what, long expected, long found, Directory.DeclaredAsset asset) {
        return expected == found ? "" : what + Directory.say(found, asset);
    }

    private String obligation(Expectation.Obligation expected) {
        var found = told.obligations().get(expected.number());
        if (found == null) {
            return "there is no such obligation; these stand: "
                    + told.obligations().values();
        }
        boolean same = found.account() == expected.account()
                && found.asset() == expected.asset().number()
                && found.amount() == expected.amount();
        return same ? "" : "the obligation is " + found;
    }
}
