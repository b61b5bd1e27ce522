package org.tallystick.readmodel.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.StatementLine.Cause;

/**
 * Movements: to holdings, holds, supplies and statement lines. What a movement was part of is told by the fact after it, so
 * lines wait until that has been read.
 */
final class MovementFacts {

    private final Mirror mirror;
    private final List<Line> lines = new ArrayList<>();

    /** Lines of the entries that have been read, until the batch is written. */
    private final List<Line> read = new ArrayList<>();

    /** Lines before this one have been explained, or never will be. */
    private int unexplained;

    MovementFacts(Mirror mirror) {
        this.mirror = mirror;
    }

    void apply(Movement movement, Current at) {
        switch (movement) {
            case Movement.Issued e -> {
                add(new Line(Line.Kind.ISSUED, e.account(), e.asset(), 0, e.amount(), 0).because(Cause.ISSUE, 0), at);
                supply(e.asset()).outstanding += e.amount();
            }
            case Movement.Redeemed e -> {
                Line line = new Line(Line.Kind.REDEEMED, e.account(), e.asset(), 0, -e.amount(), 0);
                add(line.because(Cause.REDEMPTION, 0), at);
                supply(e.asset()).outstanding -= e.amount();
            }
            case Movement.Posted e -> post(e.legs(), at);
            case Movement.HoldPlaced e -> place(e, at);
            case Movement.HoldReleased e -> {
                HoldRow hold = take(e.hold(), e.amount(), at);
                Line line = new Line(Line.Kind.RELEASED, hold.account, hold.asset, 0, e.amount(), -e.amount());
                add(line.of(hold).because(Cause.HOLD_RELEASED, e.hold()), at);
            }
            case Movement.HoldDelivered e -> {
                HoldRow hold = take(e.hold(), e.amount(), at);
                Line gave = new Line(Line.Kind.DELIVERED, hold.account, hold.asset, e.toAccount(), 0, -e.amount());
                Line got = new Line(Line.Kind.DELIVERED, e.toAccount(), hold.asset, hold.account, e.amount(), 0);
                add(gave.of(hold).because(Cause.HOLD_DELIVERED, e.hold()), at);
                add(got.of(hold).because(Cause.HOLD_DELIVERED, e.hold()), at);
            }
        }
    }

    /**
     * Legs happen together and only their net is covered. What comes in is told before what goes out, so that no statement
     * shows less than nothing on the way.
     */
    private void post(List<Leg> legs, Current at) {
        for (Leg leg : legs) {
            add(new Line(Line.Kind.POSTED, leg.toAccount(), leg.asset(), leg.fromAccount(), leg.amount(), 0), at);
        }
        for (Leg leg : legs) {
            long fromHold = leg.hold() == 0 ? 0 : -leg.amount();
            if (leg.hold() != 0) {
                take(leg.hold(), leg.amount(), at);
            }
            add(
                    new Line(
                            Line.Kind.POSTED,
                            leg.fromAccount(),
                            leg.asset(),
                            leg.toAccount(),
                            -leg.amount() - fromHold,
                            fromHold),
                    at);
        }
    }

    private void place(Movement.HoldPlaced e, Current at) {
        BeneficiaryKind kind;
        long beneficiary;
        switch (e.beneficiary()) {
            case Beneficiary.Party b -> {
                kind = BeneficiaryKind.PARTY;
                beneficiary = b.party();
            }
            case Beneficiary.Auction b -> {
                kind = BeneficiaryKind.AUCTION;
                beneficiary = b.auction();
            }
            case Beneficiary.Distribution b -> {
                kind = BeneficiaryKind.DISTRIBUTION;
                beneficiary = b.distribution();
            }
        }
        HoldRow hold = new HoldRow(
                e.hold(),
                e.account(),
                e.asset(),
                e.amount(),
                kind.name(),
                beneficiary,
                e.expiryMillis(),
                e.reference(),
                at.index,
                0);
        mirror.holds.put(e.hold(), mirror.change(hold));
        Line line = new Line(Line.Kind.PLACED, e.account(), e.asset(), 0, -e.amount(), e.amount());
        add(line.of(hold).because(Cause.HOLD_PLACED, e.hold()), at);
    }

    private HoldRow take(long number, long amount, Current at) {
        HoldRow hold = mirror.holds.find(number);
        if (hold == null || hold.amount < amount) {
            throw at.wrong("hold " + number + " does not hold " + amount);
        }
        hold.amount -= amount;
        hold.endedEntry = hold.amount == 0 ? at.index : 0;
        return mirror.change(hold);
    }

    private void add(Line line, Current at) {
        if (mirror.owner(line.account) == 0) {
            throw at.wrong("account " + line.account + " is not registered");
        }
        HoldingRow holding = mirror.change(mirror.holding(line.account, line.asset));
        SupplyRow supply = supply(line.asset);
        boolean heldAny = holding.total() != 0;
        holding.available += line.available;
        holding.held += line.held;
        holding.entry = at.index;
        boolean holdsAny = holding.total() != 0;
        supply.held += line.held;
        if (heldAny != holdsAny) {
            supply.holders += holdsAny ? 1 : -1;
        }
        line.availableAfter = holding.available;
        line.heldAfter = holding.held;
        lines.add(line);
    }

    private SupplyRow supply(int asset) {
        SupplyRow row = mirror.supplies.find(asset);
        return mirror.change(row != null ? row : mirror.supplies.put(asset, new SupplyRow(asset, 0, 0, 0)));
    }

    // --- What movements were part of ---

    /** The movements right before this, as far back as they fit, were part of this. */
    void explain(Cause cause, long reference, Predicate<Line> fits) {
        for (int i = lines.size() - 1; i >= unexplained && fits.test(lines.get(i)); i--) {
            lines.get(i).because(cause, reference);
        }
        unexplained = lines.size();
    }

    /** What is not explained by now explains itself. */
    void explained() {
        unexplained = lines.size();
    }

    /** The entry has been read: its lines are as they will be written. */
    void flush(Current at) {
        for (Line line : lines) {
            if (line.available < 0 || line.held < 0) {
                requireCovered(line, at);
            }
            read.add(line.at(at));
        }
        lines.clear();
        unexplained = 0;
    }

    /** How many lines wait for the batch to be written. */
    int count() {
        return read.size();
    }

    /**
     * Puts every line into a batch.
     *
     * @param byAccount account after account, and not entry after entry
     */
    void writeTo(Batch batch, boolean byAccount) {
        if (read.isEmpty()) {
            return;
        }
        if (byAccount) {
            read.sort(Comparator.comparingInt(line -> line.account));
        }
        Rows rows = batch.added(Sheet.MOVEMENT);
        read.forEach(line -> line.write(rows));
        read.clear();
    }

    private void requireCovered(Line line, Current at) {
        HoldingRow holding = mirror.holding(line.account, line.asset);
        if (holding.available < 0 || holding.held < 0) {
            throw at.wrong("account " + line.account + " would hold less than nothing of asset " + line.asset);
        }
    }
}
