package org.tallystick.ledger.contract.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.contract.Authority;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.register.Accounts;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.store.Agenda;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/**
 * Settlement: a set of legs becomes final all at once, when everyone who gives something agrees and every holding covers
 * what is taken from it. The word needed for a leg is that of the account's owner, or, where the leg draws on a hold, of
 * the party the hold was granted to.
 */
public final class Settlements {

    /** As many legs as fit one log entry. */
    public static final int MOST_LEGS = 2_500;

    /** Stands for the giver of a hold for an auction or a distribution: no one's word moves it. */
    private static final int NO_PARTY = 0;

    private final Register register;
    private final Book book;
    private final TransferRules rules;
    private final Agenda agenda;
    private final SettlementStore store;

    public Settlements(Register register, Book book, TransferRules rules, Agenda agenda, UndoLog undo) {
        this(register, book, rules, agenda, new SettlementStore(undo));
    }

    private Settlements(Register register, Book book, TransferRules rules, Agenda agenda, SettlementStore store) {
        this.register = register;
        this.book = book;
        this.rules = rules;
        this.agenda = agenda;
        this.store = store;
    }

    /** The same settlements over the forked register, book and agenda. */
    public Settlements fork(Register r, Book b, TransferRules t, Agenda a, UndoLog undo) {
        return new Settlements(r, b, t, a, store.fork(undo));
    }

    public @Nullable Settlement find(long number) {
        return store.find(number);
    }

    /** Those that wait, oldest first. */
    public Iterable<Settlement> waiting() {
        return store.all();
    }

    // --- Decide ---

    public Outcome decide(InstructSettlement c, Request request) {
        Rejection rejection = checkLegs(c.legs());
        if (rejection == null) {
            rejection = checkDates(c, request);
        }
        if (rejection == null && !concerns(c.legs(), request)) {
            rejection =
                    Rejection.of(RejectionCode.NOT_AUTHORISED, request.party().number());
        }
        if (rejection != null) {
            return new Outcome.Rejected(rejection);
        }
        LocalDate today = register.published().businessDate();
        boolean due = c.valueDate() == null || c.valueDate().equals(today);
        if (due && everyGiverSpoke(c.legs(), request.authority())) {
            return settle(store.next(), c.legs(), List.of(), request.nowMillis());
        }
        int withoutGiver = legWithoutGiver(c.legs());
        return withoutGiver >= 0
                ? new Outcome.Rejected(new Rejection(
                        RejectionCode.UNKNOWN_HOLD,
                        withoutGiver,
                        c.legs().get(withoutGiver).hold()))
                : instructed(c, request);
    }

    private Outcome instructed(InstructSettlement c, Request request) {
        long number = store.next();
        List<Event> events = new ArrayList<>();
        events.add(new SettlementEvent.SettlementInstructed(
                number, request.party().number(), c.legs(), c.valueDate(), c.deadlineMillis()));
        for (int giver : givers(c.legs())) {
            if (request.authority().covers(giver)) {
                events.add(new SettlementEvent.SettlementAffirmed(number, giver));
            }
        }
        return Outcome.accepted(events);
    }

    public Outcome decide(AffirmSettlement c, Request request) {
        Settlement settlement = store.find(c.settlement());
        if (settlement == null || settlement.deadlineMillis() <= request.nowMillis()) {
            return notWaiting(c.settlement());
        }
        int party = request.party().number();
        if (!settlement.givers().contains(party)) {
            return Outcome.rejected(RejectionCode.NOT_A_PARTY_TO_IT, c.settlement());
        }
        boolean due = settlement.isDue(register.published().businessDate());
        boolean already = settlement.affirmed().contains(party);
        if (already && !(due && settlement.isAffirmed())) {
            return Outcome.rejected(RejectionCode.ALREADY_AGREED, c.settlement());
        }
        List<Event> affirmation =
                already ? List.of() : List.of(new SettlementEvent.SettlementAffirmed(settlement.number(), party));
        if (!due || !settlement.completedBy(party)) {
            return Outcome.accepted(affirmation);
        }
        Rejection rejection = checkLegs(settlement.legs());
        return rejection != null
                ? new Outcome.Rejected(rejection)
                : settle(settlement.number(), settlement.legs(), affirmation, request.nowMillis());
    }

    public Outcome decide(CancelSettlement c, Request request) {
        Settlement settlement = store.find(c.settlement());
        if (settlement == null) {
            return notWaiting(c.settlement());
        }
        int party = request.party().number();
        if (party != settlement.proposer() && !settlement.affirmed().contains(party)) {
            return Outcome.rejected(RejectionCode.NOT_A_PARTY_TO_IT, c.settlement());
        }
        if (settlement.cancelling().contains(party)) {
            return Outcome.rejected(RejectionCode.ALREADY_AGREED, c.settlement());
        }
        Event agreed = new SettlementEvent.CancellationAgreed(settlement.number(), party);
        boolean done = settlement.isBinding() ? settlement.cancelledBy(party) : party == settlement.proposer();
        return done
                ? Outcome.accepted(agreed, new SettlementEvent.SettlementCancelled(settlement.number()))
                : Outcome.accepted(agreed);
    }

    private Outcome notWaiting(long number) {
        boolean ended = number >= 1 && number < store.next();
        return Outcome.rejected(ended ? RejectionCode.SETTLEMENT_ENDED : RejectionCode.UNKNOWN_SETTLEMENT, number);
    }

    private Outcome settle(long number, List<Leg> legs, List<Event> before, long nowMillis) {
        Rejection rejection = book.uncovered(legs, nowMillis);
        if (rejection != null) {
            return new Outcome.Rejected(rejection);
        }
        Event posted = new Movement.Posted(legs);
        Event settled = new SettlementEvent.SettlementFinal(number);
        if (before.isEmpty()) {
            return Outcome.accepted(posted, settled);
        }
        List<Event> events = new ArrayList<>(before);
        events.add(posted);
        events.add(settled);
        return Outcome.accepted(events);
    }

    /** What a value-dated settlement does on its day: settles, or says why it cannot. */
    public List<Event> runDue(long number, long nowMillis) {
        Settlement settlement = store.require(number);
        Rejection rejection = checkLegs(settlement.legs());
        if (rejection == null) {
            rejection = book.uncovered(settlement.legs(), nowMillis);
        }
        return rejection != null
                ? List.of(new SettlementEvent.SettlementFailed(number, rejection.code()))
                : List.of(new Movement.Posted(settlement.legs()), new SettlementEvent.SettlementFinal(number));
    }

    /** The settlements to be tried when this business date opens. */
    public List<Long> dueOn(LocalDate businessDate) {
        List<Long> due = new ArrayList<>();
        for (long number : store.dueOn(businessDate)) {
            if (store.require(number).isAffirmed()) {
                due.add(number);
            }
        }
        return due;
    }

    // --- Checks ---

    private @Nullable Rejection checkLegs(List<Leg> legs) {
        if (legs.isEmpty() || legs.size() > MOST_LEGS) {
            return Rejection.of(RejectionCode.TOO_MANY_LEGS);
        }
        for (int i = 0; i < legs.size(); i++) {
            Rejection rejection = checkLeg(legs.get(i), i);
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    private @Nullable Rejection checkLeg(Leg leg, int position) {
        RejectionCode code = rules.amount(leg.asset(), leg.amount());
        if (code != null) {
            return new Rejection(code, position, leg.asset());
        }
        if (leg.fromAccount() == leg.toAccount()) {
            return new Rejection(RejectionCode.LEG_TO_ITSELF, position, leg.fromAccount());
        }
        code = rules.giver(leg.fromAccount());
        if (code != null) {
            return new Rejection(code, position, leg.fromAccount());
        }
        code = rules.receiver(leg.toAccount());
        return code == null ? null : new Rejection(code, position, leg.toAccount());
    }

    private @Nullable Rejection checkDates(InstructSettlement c, Request request) {
        if (c.deadlineMillis() <= request.nowMillis()) {
            return Rejection.of(RejectionCode.TIME_IN_THE_PAST);
        }
        if (request.isTooFar(c.deadlineMillis())) {
            return Rejection.of(RejectionCode.TIME_TOO_FAR);
        }
        LocalDate valueDate = c.valueDate();
        if (valueDate == null) {
            return null;
        }
        Published published = register.published();
        LocalDate today = published.businessDate();
        if (today == null || !published.covers(valueDate)) {
            return Rejection.of(RejectionCode.NO_CALENDAR, valueDate.toEpochDay());
        }
        if (!published.calendar().isBusinessDay(valueDate)) {
            return Rejection.of(RejectionCode.NOT_A_BUSINESS_DAY, valueDate.toEpochDay());
        }
        return valueDate.isBefore(today) ? Rejection.of(RejectionCode.DATE_IN_THE_PAST, valueDate.toEpochDay()) : null;
    }

    /** A settlement is proposed by someone it concerns, or by the operator. */
    private boolean concerns(List<Leg> legs, Request request) {
        int party = request.party().number();
        Accounts accounts = register.accounts();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (accounts.ownerOf(leg.fromAccount()) == party
                    || accounts.ownerOf(leg.toAccount()) == party
                    || leg.hold() != 0 && giverOf(leg) == party) {
                return true;
            }
        }
        return request.party().roles().has(Role.OPERATOR);
    }

    private boolean everyGiverSpoke(List<Leg> legs, Authority authority) {
        int spoken = NO_PARTY;
        for (int i = 0; i < legs.size(); i++) {
            int giver = giverOf(legs.get(i));
            if (giver == NO_PARTY) {
                return false;
            }
            if (giver != spoken) {
                if (!authority.covers(giver)) {
                    return false;
                }
                spoken = giver;
            }
        }
        return true;
    }

    /** The party whose word the leg needs; {@link #NO_PARTY} if it draws on a hold that is no party's to give. */
    private int giverOf(Leg leg) {
        if (leg.hold() == 0) {
            return register.accounts().ownerOf(leg.fromAccount());
        }
        Hold hold = book.hold(leg.hold());
        return hold != null && hold.beneficiary() instanceof Beneficiary.Party party ? party.party() : NO_PARTY;
    }

    /** Position of the first leg that draws on a hold no party can give from, or -1. */
    private int legWithoutGiver(List<Leg> legs) {
        for (int i = 0; i < legs.size(); i++) {
            if (giverOf(legs.get(i)) == NO_PARTY) {
                return i;
            }
        }
        return -1;
    }

    // --- Apply ---

    public void apply(SettlementEvent event) {
        switch (event) {
            case SettlementEvent.SettlementInstructed e -> {
                store.number(e.settlement());
                store.put(new Settlement(
                        e.settlement(),
                        e.proposer(),
                        e.legs(),
                        e.valueDate(),
                        e.deadlineMillis(),
                        givers(e.legs()),
                        List.of(),
                        List.of()));
                agenda.at(e.deadlineMillis(), Agenda.Task.SETTLEMENT_DEADLINE, e.settlement());
            }
            case SettlementEvent.SettlementAffirmed e ->
                store.put(store.require(e.settlement()).affirmedBy(e.party()));
            case SettlementEvent.SettlementFinal e -> end(e.settlement());
            case SettlementEvent.SettlementFailed e -> agenda.done(Agenda.Task.SETTLEMENT_DUE, e.settlement());
            case SettlementEvent.CancellationAgreed e ->
                store.put(store.require(e.settlement()).cancellingBy(e.party()));
            case SettlementEvent.SettlementCancelled e -> end(e.settlement());
            case SettlementEvent.SettlementLapsed e -> end(e.settlement());
        }
    }

    private void end(long number) {
        store.number(number);
        Settlement settlement = store.find(number);
        if (settlement != null) {
            store.remove(settlement);
            agenda.cancel(settlement.deadlineMillis(), Agenda.Task.SETTLEMENT_DEADLINE, number);
            agenda.done(Agenda.Task.SETTLEMENT_DUE, number);
        }
    }

    private List<Integer> givers(List<Leg> legs) {
        TreeSet<Integer> givers = new TreeSet<>();
        legs.forEach(leg -> givers.add(giverOf(leg)));
        return List.copyOf(givers);
    }

    public void writeTo(StateSink sink) {
        store.writeTo(sink);
    }

    public void readFrom(StateSource source) {
        store.readFrom(source);
    }
}
