package org.tallystick.ledger.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.store.Agenda;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/**
 * Who holds what, and the only place where that changes.
 *
 * <p>Six movements, each balanced in itself: issue, redeem, post, place a hold, release it, deliver it. What is held has
 * left the available balance, so every check of what is available counts it. Contracts first ask whether movements are
 * covered ({@link #uncovered}), then state them as events; {@link #apply} carries them out and cannot fail.
 */
public final class Book {

    private static final int MOST_HOLDS = 1_000;

    private final Holdings holdings;
    private final Table<Long, Hold> holds;

    /** The same holds by the holding they lie on. */
    private final Table<OnHolding, Hold> holdsByHolding;

    private final RecordDates recordDates;
    private final Agenda agenda;
    private final UndoLog undo;
    private final Cover cover;

    private long lastHold;

    private record OnHolding(long holding, long hold) implements Comparable<OnHolding> {
        @Override
        public int compareTo(OnHolding other) {
            int byHolding = Long.compare(holding, other.holding);
            return byHolding != 0 ? byHolding : Long.compare(hold, other.hold);
        }
    }

    public Book(Agenda agenda, UndoLog undo) {
        this(new Holdings(undo), new Table<>(undo), new Table<>(undo), new RecordDates(undo), agenda, undo, 0);
    }

    private Book(
            Holdings holdings,
            Table<Long, Hold> holds,
            Table<OnHolding, Hold> holdsByHolding,
            RecordDates recordDates,
            Agenda agenda,
            UndoLog undo,
            long lastHold) {
        this.holdings = holdings;
        this.holds = holds;
        this.holdsByHolding = holdsByHolding;
        this.recordDates = recordDates;
        this.agenda = agenda;
        this.undo = undo;
        this.lastHold = lastHold;
        this.cover = new Cover(holdings, holds);
    }

    public Book fork(Agenda agendaOfFork, UndoLog undoOfFork) {
        return new Book(
                holdings.fork(undoOfFork),
                holds.fork(undoOfFork),
                holdsByHolding.fork(undoOfFork),
                recordDates.fork(undoOfFork),
                agendaOfFork,
                undoOfFork,
                lastHold);
    }

    // --- What is there ---

    public long available(int account, int asset) {
        int slot = holdings.find(Holdings.key(account, asset));
        return slot == Holdings.NONE ? 0 : holdings.available(slot);
    }

    public long held(int account, int asset) {
        int slot = holdings.find(Holdings.key(account, asset));
        return slot == Holdings.NONE ? 0 : holdings.held(holdings.row(slot));
    }

    /** Units in being: the sum of all holdings of the asset, held amounts included. */
    public long supply(int asset) {
        return holdings.supply(asset);
    }

    public @Nullable Hold hold(long number) {
        return holds.get(number);
    }

    public long nextHold() {
        return lastHold + 1;
    }

    /** The holds on one holding, oldest first. */
    public List<Hold> holdsOn(int account, int asset) {
        long key = Holdings.key(account, asset);
        return List.copyOf(holdsByHolding
                .between(new OnHolding(key, 0), new OnHolding(key, Long.MAX_VALUE))
                .values());
    }

    /** Whether a holding carries as many holds as it may, so that whatever takes them all is bounded work. */
    public boolean hasMostHolds(int account, int asset) {
        long key = Holdings.key(account, asset);
        return holdsByHolding
                        .between(new OnHolding(key, 0), new OnHolding(key, Long.MAX_VALUE))
                        .size()
                >= MOST_HOLDS;
    }

    /**
     * Whether the account holds nothing of anything, and held nothing that is still to be paid on. Looks at every
     * holding: for closing an account, no more.
     */
    public boolean isEmpty(int account) {
        for (int row = 0; row < holdings.count(); row++) {
            boolean ofAccount = Holdings.accountOf(holdings.key(row)) == account;
            if (ofAccount && (holdings.total(row) != 0 || recordDates.keepsSome(assetOf(row), row))) {
                return false;
            }
        }
        return true;
    }

    private int assetOf(int row) {
        return Holdings.assetOf(holdings.key(row));
    }

    /** Tells every holding that is not zero, in the order in which they came into being. */
    public void forEachHolding(HoldingVisitor visitor) {
        for (int row = 0; row < holdings.count(); row++) {
            long key = holdings.key(row);
            long available = holdings.available(holdings.find(key));
            if (available != 0 || holdings.held(row) != 0) {
                visitor.holding(Holdings.accountOf(key), Holdings.assetOf(key), available, holdings.held(row));
            }
        }
    }

    /** Receives holdings, in minor units. */
    public interface HoldingVisitor {
        void holding(int account, int asset, long available, long held);
    }

    // --- Looking ahead ---

    /**
     * Reads where accounts have their first few holdings, so that they are in the cache when they are looked for; see
     * {@code engine.LookAhead}.
     *
     * @return of no meaning; it keeps the loads from being optimised away
     */
    public long glance(int[] accounts, int size) {
        return holdings.glance(accounts, size);
    }

    /** Whether many accounts have more holdings than those, so that {@link #glanceAway} is worth its while. */
    public boolean manyAway() {
        return holdings.manyAway();
    }

    /** After {@link #glance}: the same for those of these holdings that stand elsewhere. */
    public long glanceAway(int[] accounts, int[] assets, int size) {
        return holdings.glanceAway(accounts, assets, size);
    }

    // --- Whether something can be done ---

    /**
     * Why these legs cannot all happen together, or null if they can. Only the net of each holding counts: what comes in
     * by one leg may go out by another.
     *
     * <p>Accounts and assets must exist, and amounts be positive: that has been checked before.
     */
    public @Nullable Rejection uncovered(List<Leg> legs, long nowMillis) {
        return cover.uncovered(legs, nowMillis);
    }

    // --- Doing it ---

    /** Carries out a movement that was found to be covered. */
    public void apply(Movement movement) {
        switch (movement) {
            case Movement.Issued m -> {
                change(Holdings.key(m.account(), m.asset()), m.amount());
                holdings.addSupply(m.asset(), m.amount());
            }
            case Movement.Redeemed m -> {
                change(Holdings.key(m.account(), m.asset()), -m.amount());
                holdings.addSupply(m.asset(), -m.amount());
            }
            case Movement.Posted m -> post(m.legs());
            case Movement.HoldPlaced m -> place(m);
            case Movement.HoldReleased m -> {
                Hold hold = holds.require(m.hold());
                takeFrom(hold, m.amount());
                shift(Holdings.key(hold.account(), hold.asset()), -m.amount());
            }
            case Movement.HoldDelivered m -> deliver(holds.require(m.hold()), m.toAccount(), m.amount());
        }
    }

    private void post(List<Leg> legs) {
        NetChange net = cover.net(legs);
        for (int i = 0; i < net.size(); i++) {
            change(net.key(i), net.change(i));
        }
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.hold() != 0) {
                takeHeld(holds.require(leg.hold()), leg.amount());
            }
        }
    }

    private void deliver(Hold hold, int toAccount, long amount) {
        takeHeld(hold, amount);
        change(Holdings.key(toAccount, hold.asset()), amount);
    }

    private void takeHeld(Hold hold, long amount) {
        takeFrom(hold, amount);
        int slot = holdings.find(Holdings.key(hold.account(), hold.asset()));
        keepRecord(hold.asset(), slot);
        holdings.addHeld(holdings.row(slot), -amount);
    }

    private void change(long key, long amount) {
        int slot = holdings.findOrAdd(key);
        keepRecord(Holdings.assetOf(key), slot);
        holdings.addAvailable(slot, amount);
    }

    private void keepRecord(int asset, int slot) {
        if (!recordDates.isEmpty()) {
            int row = holdings.row(slot);
            recordDates.beforeChange(asset, row, holdings.available(slot) + holdings.held(row));
        }
    }

    /** From available to held on one holding, or back if negative. */
    private void shift(long key, long toHeld) {
        int slot = holdings.find(key);
        holdings.addAvailable(slot, -toHeld);
        holdings.addHeld(holdings.row(slot), toHeld);
    }

    private void place(Movement.HoldPlaced m) {
        Hold hold = new Hold(
                m.hold(), m.account(), m.asset(), m.amount(), m.beneficiary(), m.expiryMillis(), m.reference());
        long key = Holdings.key(m.account(), m.asset());
        holds.put(hold.number(), hold);
        holdsByHolding.put(new OnHolding(key, hold.number()), hold);
        if (hold.expiryMillis() != Long.MAX_VALUE) {
            agenda.at(hold.expiryMillis(), Agenda.Task.HOLD_EXPIRY, hold.number());
        }
        shift(key, m.amount());
        long before = lastHold;
        lastHold = m.hold();
        if (undo.isOpen()) {
            undo.add(() -> lastHold = before);
        }
    }

    private void takeFrom(Hold hold, long amount) {
        OnHolding key = new OnHolding(Holdings.key(hold.account(), hold.asset()), hold.number());
        Hold rest = hold.less(amount);
        if (rest.amount() > 0) {
            holds.put(hold.number(), rest);
            holdsByHolding.put(key, rest);
            return;
        }
        holds.remove(hold.number());
        holdsByHolding.remove(key);
        agenda.cancel(hold.expiryMillis(), Agenda.Task.HOLD_EXPIRY, hold.number());
    }

    // --- Holders of record ---

    /** Fixes who holds the asset now, under a number, until it is forgotten. */
    public void fixHolders(long number, int asset) {
        recordDates.fix(number, asset, holdings.last(asset));
    }

    public void forgetHolders(long number) {
        recordDates.forget(number);
    }

    /** The first holder of record's row, or -1 when no one ever held the asset. */
    public int firstHolder(long number, int asset) {
        return recordDates.lastRow(number) == Holdings.NONE ? Holdings.NONE : holdings.first(asset);
    }

    /** The next holder of record's row, or -1 after the last. */
    public int nextHolder(long number, int row) {
        return row == recordDates.lastRow(number) ? Holdings.NONE : holdings.next(row);
    }

    public int holderAccount(int row) {
        return Holdings.accountOf(holdings.key(row));
    }

    /** What the holder had when the record was fixed, held amounts included; in minor units. */
    public long holderBalance(long number, int row) {
        Long kept = recordDates.keptBalance(number, row);
        return kept == null ? holdings.total(row) : kept;
    }

    // --- Snapshot ---

    public void writeTo(StateSink sink) {
        holdings.writeTo(sink);
        sink.putLong(lastHold);
        sink.putLong(holds.size());
        for (Hold hold : holds.values()) {
            sink.putLong(hold.number());
            sink.putLong(hold.account());
            sink.putLong(hold.asset());
            sink.putLong(hold.amount());
            BeneficiaryFormat.write(hold.beneficiary(), sink);
            sink.putLong(hold.expiryMillis());
            sink.putText(hold.reference());
        }
        recordDates.writeTo(sink);
    }

    public void readFrom(StateSource source) {
        holdings.readFrom(source);
        lastHold = source.getLong();
        for (int left = source.getCount(); left > 0; left--) {
            long number = source.getLong();
            int account = source.getInt();
            int asset = source.getInt();
            long amount = source.getLong();
            Beneficiary beneficiary = BeneficiaryFormat.read(source);
            Hold hold = new Hold(number, account, asset, amount, beneficiary, source.getLong(), source.getText());
            holds.put(number, hold);
            holdsByHolding.put(new OnHolding(Holdings.key(account, asset), number), hold);
        }
        recordDates.readFrom(source);
    }
}
