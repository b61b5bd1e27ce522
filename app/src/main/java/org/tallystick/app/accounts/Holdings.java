package org.tallystick.app.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;

/** Every holding, kept up by movements as receipts tell them. Sums that leave the range of a long fail. */
final class Holdings {

    /** One account's holding of one asset. */
    record Key(int account, int asset) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = Integer.compare(account, other.account);
            return byAccount != 0 ? byAccount : Integer.compare(asset, other.asset);
        }
    }

    /**
     * What is there.
     *
     * @param available in minor units
     * @param held in minor units
     */
    record Balance(long available, long held) {

        static final Balance NOTHING = new Balance(0, 0);

        Balance plus(Change change) {
            return new Balance(Math.addExact(available, change.available()), Math.addExact(held, change.held()));
        }

        long total() {
            return Math.addExact(available, held);
        }
    }

    private record OpenHold(int account, int asset, long amount) {}

    private final TreeMap<Key, Balance> balances = new TreeMap<>();
    private final TreeMap<Long, OpenHold> holds = new TreeMap<>();

    /** By account, then asset. */
    NavigableMap<Key, Balance> balances() {
        return balances;
    }

    Balance of(int account, int asset) {
        return balances.getOrDefault(new Key(account, asset), Balance.NOTHING);
    }

    /** Carries a movement out, telling of each change right after it was made. */
    void apply(Movement movement, Consumer<Change> listener) {
        List<Change> changes = switch (movement) {
            case Movement.Issued e -> List.of(new Change(e.account(), e.asset(), e.amount(), 0, Change.Kind.ISSUED, 0));
            case Movement.Redeemed e ->
                List.of(new Change(e.account(), e.asset(), -e.amount(), 0, Change.Kind.REDEEMED, 0));
            case Movement.Posted e -> posted(e.legs());
            case Movement.HoldPlaced e -> {
                holds.put(e.hold(), new OpenHold(e.account(), e.asset(), e.amount()));
                yield List.of(new Change(e.account(), e.asset(), -e.amount(), e.amount(), Change.Kind.HELD, 0));
            }
            case Movement.HoldReleased e -> {
                OpenHold hold = take(e.hold(), e.amount());
                yield List.of(new Change(hold.account, hold.asset, e.amount(), -e.amount(), Change.Kind.RELEASED, 0));
            }
            case Movement.HoldDelivered e -> {
                OpenHold hold = take(e.hold(), e.amount());
                yield fromHold(hold.account, e.toAccount(), hold.asset, e.amount());
            }
        };
        for (Change change : changes) {
            Key key = new Key(change.account(), change.asset());
            balances.put(key, of(key.account, key.asset).plus(change));
            listener.accept(change);
        }
    }

    private List<Change> posted(List<Leg> legs) {
        List<Change> changes = new ArrayList<>();
        for (Leg leg : legs) {
            if (leg.hold() == 0) {
                changes.add(new Change(
                        leg.fromAccount(), leg.asset(), -leg.amount(), 0, Change.Kind.GAVE, leg.toAccount()));
                changes.add(received(leg.fromAccount(), leg.toAccount(), leg.asset(), leg.amount()));
            } else {
                take(leg.hold(), leg.amount());
                changes.addAll(fromHold(leg.fromAccount(), leg.toAccount(), leg.asset(), leg.amount()));
            }
        }
        return changes;
    }

    private static List<Change> fromHold(int from, int to, int asset, long amount) {
        return List.of(new Change(from, asset, 0, -amount, Change.Kind.GAVE, to), received(from, to, asset, amount));
    }

    private static Change received(int from, int to, int asset, long amount) {
        return new Change(to, asset, amount, 0, Change.Kind.RECEIVED, from);
    }

    /** Takes an amount off a hold; nothing left of it, it is gone. */
    private OpenHold take(long number, long amount) {
        OpenHold hold = holds.remove(number);
        if (hold == null) {
            throw new IllegalStateException("a receipt draws on hold " + number + ", which no receipt placed");
        }
        if (hold.amount > amount) {
            holds.put(number, new OpenHold(hold.account, hold.asset, hold.amount - amount));
        }
        return hold;
    }
}
