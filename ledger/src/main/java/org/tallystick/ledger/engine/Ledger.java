package org.tallystick.ledger.engine;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.contract.Authority;
import org.tallystick.ledger.contract.Obligations;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.auction.Auctions;
import org.tallystick.ledger.contract.servicing.Servicing;
import org.tallystick.ledger.contract.settlement.Settlements;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;

/**
 * The ledger: {@code (state, entry) -> (state', receipt)}.
 *
 * <p>The same entries at the same times give the same receipts and the same state on every machine. Not thread-safe: one
 * thread executes; {@link #fork} gives another thread a ledger of its own. An exception out of {@link #execute} is a
 * broken invariant: the host must stop, for the state may be half changed.
 */
public final class Ledger {

    /** How many expiries an ordinary entry clears before its own commands. */
    private static final int EXPIRIES_PER_ENTRY = 16;

    /** How many steps of due work a timer entry does. */
    private static final int STEPS_PER_TICK = 1_024;

    /**
     * How many facts a command may add to before those after it are put off: a receipt must fit a record of the journal,
     * whatever the commands of one entry bring about.
     */
    static final int MOST_FACTS = 65_536;

    /** Of the canonical form of the state; a snapshot of another format is refused. */
    private static final long FORMAT = 1;

    private final String name;
    private final State state;
    private final Instructions instructions;
    private final Admission admission;
    private final Dispatch dispatch;
    private final DueWork dueWork;
    private final LookAhead lookAhead;
    private long lastIndex;
    private long lastTimeMillis;

    private Ledger(String name, State state, Instructions instructions, long lastIndex, long lastTimeMillis) {
        this.name = name;
        this.state = state;
        this.instructions = instructions;
        this.admission = new Admission(name, state.register.parties());
        this.dispatch = new Dispatch(state);
        this.dueWork = new DueWork(state);
        this.lookAhead = new LookAhead(instructions, state.register.accounts(), state.book);
        this.lastIndex = lastIndex;
        this.lastTimeMillis = lastTimeMillis;
    }

    /** A new ledger, with its operator as party 1 and nothing else. */
    public static Ledger open(Genesis genesis) {
        State state = new State();
        state.apply(new RegisterEvent.PartyRegistered(
                1,
                genesis.operatorCode(),
                genesis.operatorName(),
                Roles.of(Role.OPERATOR),
                genesis.jurisdiction(),
                genesis.threshold(),
                genesis.operatorKeys()));
        return new Ledger(genesis.ledger(), state, new Instructions(), 0, 0);
    }

    /** A ledger that runs on alone from here; neither sees what the other does. */
    public Ledger fork() {
        return new Ledger(name, new State(state), instructions.fork(), lastIndex, lastTimeMillis);
    }

    // --- Executing ---

    /**
     * Executes the next entry of the log.
     *
     * @param timeMillis the entry's time; taken as the last entry's where it lies before that
     */
    public Receipt execute(long timeMillis, Entry entry) {
        lastIndex++;
        lastTimeMillis = Math.max(lastTimeMillis, timeMillis);
        instructions.forgetExpired(lastTimeMillis);
        return switch (entry) {
            case Entry.Instruction e -> instruct(e);
            case Entry.Refused e -> {
                List<Event> due = dueWork.expire(lastTimeMillis, EXPIRIES_PER_ENTRY);
                yield receipt(e.digest(), due, new Verdict.Refused(Rejection.of(e.code())));
            }
            case Entry.Tick e -> {
                List<Event> due = dueWork.run(lastTimeMillis, STEPS_PER_TICK);
                yield receipt(Digest.NONE, due, new Verdict.Ticked());
            }
        };
    }

    /**
     * Reads what these entries will need when they are executed, so that their waits for memory overlap. Changes nothing, and
     * they need not come.
     *
     * @return how many of them, from the first on, it has looked at; one at least where there is one
     */
    public int lookAheadTo(List<Entry> coming) {
        return lookAhead.toAll(coming);
    }

    private Receipt instruct(Entry.Instruction entry) {
        List<Event> due = dueWork.expire(lastTimeMillis, EXPIRIES_PER_ENTRY);
        return receipt(entry.digest(), due, verdict(entry));
    }

    private Receipt receipt(Digest envelope, List<Event> due, Verdict verdict) {
        return new Receipt(lastIndex, lastTimeMillis, envelope, due, verdict);
    }

    private Verdict verdict(Entry.Instruction entry) {
        Payload payload = entry.payload();
        Authority authority = new Authority(state.register.parties(), entry.signers());
        Rejection rejection = admission.authenticity(payload, authority);
        if (rejection != null) {
            return new Verdict.Refused(rejection);
        }
        InstructionKey key = entry.key();
        long first = instructions.firstIndex(key);
        if (first != 0) {
            return instructions.hadContent(key, entry.digest())
                    ? new Verdict.Repeated(payload.party(), payload.instructionId(), first)
                    : new Verdict.Refused(Rejection.of(RejectionCode.INSTRUCTION_ID_REUSED, payload.party()));
        }
        rejection = admission.timeliness(payload, lastTimeMillis);
        if (rejection != null) {
            return new Verdict.Refused(rejection);
        }
        instructions.admit(key, entry.digest(), lastIndex, payload.validUntilMillis());
        return new Verdict.Decided(payload.party(), payload.instructionId(), outcomes(payload, authority));
    }

    private List<Outcome> outcomes(Payload payload, Authority authority) {
        return switch (payload.mode()) {
            case INDEPENDENT -> carryOut(payload, authority);
            case ALL_OR_NOTHING -> allOrNothing(payload, authority);
        };
    }

    private List<Outcome> carryOut(Payload payload, Authority authority) {
        lookAhead.to(payload.commands());
        List<Outcome> outcomes = new ArrayList<>(payload.commands().size());
        int facts = 0;
        for (Command command : payload.commands()) {
            Outcome outcome = facts < MOST_FACTS
                    ? carryOut(command, payload, authority)
                    : Outcome.rejected(RejectionCode.ENTRY_FULL);
            outcomes.add(outcome);
            facts += Facts.in(outcome);
            if (payload.mode() == BatchMode.ALL_OR_NOTHING && outcome instanceof Outcome.Rejected) {
                break;
            }
        }
        return outcomes;
    }

    private Outcome carryOut(Command command, Payload payload, Authority authority) {
        // The party is looked up anew: an earlier command of the batch may have changed it.
        Request request = new Request(lastTimeMillis, state.register.parties().get(payload.party()), authority);
        Outcome outcome = dispatch.decide(command, request);
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            return outcome;
        }
        if (command instanceof RunDueActions due) {
            return Outcome.accepted(dueWork.run(lastTimeMillis, due.steps()));
        }
        List<Event> events = accepted.events();
        for (int i = 0; i < events.size(); i++) {
            state.apply(events.get(i));
        }
        return outcome;
    }

    private List<Outcome> allOrNothing(Payload payload, Authority authority) {
        state.undo.open();
        List<Outcome> outcomes = carryOut(payload, authority);
        if (outcomes.getLast() instanceof Outcome.Accepted) {
            state.undo.keep();
            return outcomes;
        }
        state.undo.rollback();
        int rejected = outcomes.size() - 1;
        List<Outcome> none = new ArrayList<>(payload.commands().size());
        for (int i = 0; i < payload.commands().size(); i++) {
            none.add(i == rejected ? outcomes.getLast() : Outcome.rejected(RejectionCode.BATCH_NOT_APPLIED));
        }
        return none;
    }

    // --- Looking ---

    public String name() {
        return name;
    }

    /** How many entries have been executed. */
    public long lastIndex() {
        return lastIndex;
    }

    /** Ledger time: that of the last entry. */
    public long lastTimeMillis() {
        return lastTimeMillis;
    }

    /** When a timer entry has something to do: a time in the past or 0 for at once, {@link Long#MAX_VALUE} for never. */
    public long nextDueMillis() {
        return state.agenda.nextMillis();
    }

    /** For reading only. */
    public Register register() {
        return state.register;
    }

    /** For reading only. */
    public Book book() {
        return state.book;
    }

    /** For reading only. */
    public Settlements settlements() {
        return state.settlements;
    }

    /** For reading only. */
    public Auctions auctions() {
        return state.auctions;
    }

    /** For reading only. */
    public Servicing servicing() {
        return state.servicing;
    }

    /** For reading only. */
    public Obligations obligations() {
        return state.obligations;
    }

    // --- State hash and snapshot ---

    /** SHA-256 over the whole state in its canonical form: equal on machines that have executed the same entries. */
    public Digest stateHash() {
        return StateDigest.of(this::writeTo);
    }

    /** Writes the whole state in its canonical form. */
    public void writeTo(StateSink sink) {
        sink.putLong(FORMAT);
        sink.putText(name);
        sink.putLong(lastIndex);
        sink.putLong(lastTimeMillis);
        instructions.writeTo(sink);
        state.writeTo(sink);
    }

    /**
     * The ledger whose state was written.
     *
     * @throws BadSnapshot if it was written in another format or is damaged
     */
    public static Ledger readFrom(StateSource source) {
        long format = source.getLong();
        if (format != FORMAT) {
            throw new BadSnapshot("the state is written in format " + format + "; this program reads format " + FORMAT);
        }
        String name = source.getText();
        long lastIndex = source.getLong();
        long lastTimeMillis = source.getLong();
        Instructions instructions = new Instructions();
        instructions.readFrom(source);
        State state = new State();
        state.readFrom(source);
        return new Ledger(name, state, instructions, lastIndex, lastTimeMillis);
    }
}
