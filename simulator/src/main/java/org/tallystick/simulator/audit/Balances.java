package org.tallystick.simulator.audit;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;

/** Who holds what, added up movement by movement in numbers that cannot overflow. */
final class Balances {

    /** Asset, then account. */
    private final Map<Integer, TreeMap<Integer, Position>> positions = new TreeMap<>();

    private final Map<Integer, BigInteger> supply = new TreeMap<>();
    private final Map<Long, OpenHold> holds = new HashMap<>();
    private final TreeSet<Integer> touched = new TreeSet<>();
    private long lastHold;

    Position of(int account, int asset) {
        return holdersOf(asset).getOrDefault(account, Position.NOTHING);
    }

    TreeMap<Integer, Position> holdersOf(int asset) {
        return positions.computeIfAbsent(asset, number -> new TreeMap<>());
    }

    /** Everything issued less everything redeemed. */
    BigInteger supply(int asset) {
        return supply.getOrDefault(asset, BigInteger.ZERO);
    }

    Map<Integer, TreeMap<Integer, Position>> all() {
        return positions;
    }

    @Nullable
    OpenHold hold(long number) {
        return holds.get(number);
    }

    Map<Long, OpenHold> holds() {
        return holds;
    }

    long nextHold() {
        return lastHold + 1;
    }

    /** The assets moved since this was last asked. */
    TreeSet<Integer> takeTouched() {
        TreeSet<Integer> assets = new TreeSet<>(touched);
        touched.clear();
        return assets;
    }

    void apply(Movement movement) {
        switch (movement) {
            case Movement.Issued m -> {
                add(m.account(), m.asset(), m.amount(), 0);
                supply.merge(m.asset(), BigInteger.valueOf(m.amount()), BigInteger::add);
            }
            case Movement.Redeemed m -> {
                add(m.account(), m.asset(), -m.amount(), 0);
                supply.merge(m.asset(), BigInteger.valueOf(-m.amount()), BigInteger::add);
            }
            case Movement.Posted m -> m.legs().forEach(this::post);
            case Movement.HoldPlaced m -> {
                add(m.account(), m.asset(), -m.amount(), m.amount());
                holds.put(
                        m.hold(), new OpenHold(m.account(), m.asset(), m.amount(), m.beneficiary(), m.expiryMillis()));
                lastHold = m.hold();
            }
            case Movement.HoldReleased m -> takeFromHold(m.hold(), m.amount(), true);
            case Movement.HoldDelivered m -> {
                OpenHold hold = holds.get(m.hold());
                if (hold != null) {
                    takeFromHold(m.hold(), m.amount(), false);
                    add(m.toAccount(), hold.asset(), m.amount(), 0);
                }
            }
        }
    }

    private void post(Leg leg) {
        if (leg.hold() == 0) {
            add(leg.fromAccount(), leg.asset(), -leg.amount(), 0);
        } else {
            takeFromHold(leg.hold(), leg.amount(), false);
        }
        add(leg.toAccount(), leg.asset(), leg.amount(), 0);
    }

    /** A hold that is not there takes nothing from anyone; the sum of holdings will then tell. */
    private void takeFromHold(long number, long amount, boolean backToAvailable) {
        OpenHold hold = holds.get(number);
        if (hold == null) {
            return;
        }
        add(hold.account(), hold.asset(), backToAvailable ? amount : 0, -amount);
        OpenHold rest = hold.less(amount);
        if (rest.left() == 0) {
            holds.remove(number);
        } else {
            holds.put(number, rest);
        }
    }

    private void add(int account, int asset, long available, long held) {
        holdersOf(asset)
                .merge(
                        account,
                        Position.NOTHING.plus(available, held),
                        (a, b) -> new Position(
                                a.available().add(b.available()), a.held().add(b.held())));
        touched.add(asset);
    }
}
