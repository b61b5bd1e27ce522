package org.tallystick.app.day.count;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;

/**
 * Who holds what, recounted from the movements in receipts. It shares no code with the ledger's book: where both agree, the
 * receipts tell everything that moved.
 */
public final class Recount {

    /** One account's holding of one asset, held amounts included. */
    public record Holding(int account, int asset) implements Comparable<Holding> {
        @Override
        public int compareTo(Holding other) {
            int byAsset = Integer.compare(asset, other.asset);
            return byAsset != 0 ? byAsset : Integer.compare(account, other.account);
        }
    }

    private final Map<Holding, Long> totals = new HashMap<>();
    private final Map<Long, Holding> holds = new HashMap<>();
    private final Map<Integer, Long> supply = new TreeMap<>();

    void add(Movement movement) {
        switch (movement) {
            case Movement.Issued e -> {
                change(e.account(), e.asset(), e.amount());
                supply.merge(e.asset(), e.amount(), Math::addExact);
            }
            case Movement.Redeemed e -> {
                change(e.account(), e.asset(), -e.amount());
                supply.merge(e.asset(), -e.amount(), Math::addExact);
            }
            case Movement.Posted e -> e.legs().forEach(this::post);
            case Movement.HoldPlaced e -> holds.put(e.hold(), new Holding(e.account(), e.asset()));
            case Movement.HoldReleased e -> {
                // Held or not, it is on the same account.
            }
            case Movement.HoldDelivered e -> {
                Holding held = holds.getOrDefault(e.hold(), new Holding(0, 0));
                change(held.account, held.asset, -e.amount());
                change(e.toAccount(), held.asset, e.amount());
            }
        }
    }

    private void post(Leg leg) {
        change(leg.fromAccount(), leg.asset(), -leg.amount());
        change(leg.toAccount(), leg.asset(), leg.amount());
    }

    private void change(int account, int asset, long by) {
        totals.merge(new Holding(account, asset), by, Math::addExact);
    }

    /** Every holding that is not zero, in minor units. */
    public Map<Holding, Long> holdings() {
        Map<Holding, Long> held = new TreeMap<>(totals);
        held.values().removeIf(total -> total == 0);
        return held;
    }

    /** Units issued less units redeemed, by asset. */
    public long supply(int asset) {
        return supply.getOrDefault(asset, 0L);
    }
}
