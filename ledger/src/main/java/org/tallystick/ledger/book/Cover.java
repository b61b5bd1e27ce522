package org.tallystick.ledger.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.store.Table;

/** Whether holdings and holds cover what a set of legs takes from them. Looks, and changes nothing. */
final class Cover {

    private final Holdings holdings;
    private final Table<Long, Hold> holds;
    private final NetChange net = new NetChange();

    /** What the legs of one settlement draw on each hold, by its number. */
    private final NetChange drawn = new NetChange();

    Cover(Holdings holdings, Table<Long, Hold> holds) {
        this.holdings = holdings;
        this.holds = holds;
    }

    /** Why these legs cannot all happen together, or null if they can: {@link Book#uncovered}. */
    @Nullable
    Rejection uncovered(List<Leg> legs, long nowMillis) {
        Rejection byHold = uncoveredByHolds(legs, nowMillis);
        if (byHold != null) {
            return byHold;
        }
        sum(legs);
        if (net.overflowed()) {
            return Rejection.of(RejectionCode.AMOUNT_OVERFLOW);
        }
        for (int i = 0; i < net.size(); i++) {
            if (net.change(i) < 0) {
                int slot = holdings.find(net.key(i));
                if (slot == Holdings.NONE || holdings.available(slot) + net.change(i) < 0) {
                    return shortOf(net.key(i), legs);
                }
            }
        }
        return null;
    }

    /** What the legs change on each holding; good until the next question. */
    NetChange net(List<Leg> legs) {
        sum(legs);
        return net;
    }

    private void sum(List<Leg> legs) {
        net.clear();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.hold() == 0) {
                net.add(Holdings.key(leg.fromAccount(), leg.asset()), -leg.amount());
            }
            net.add(Holdings.key(leg.toAccount(), leg.asset()), leg.amount());
        }
    }

    private static Rejection shortOf(long key, List<Leg> legs) {
        int position = 0;
        while (legs.get(position).hold() != 0
                || Holdings.key(
                                legs.get(position).fromAccount(),
                                legs.get(position).asset())
                        != key) {
            position++;
        }
        return new Rejection(RejectionCode.AVAILABLE_BELOW_DEBIT, position, Holdings.accountOf(key));
    }

    /** Each hold must be on what the leg takes, be alive, and cover all legs that draw on it. */
    private @Nullable Rejection uncoveredByHolds(List<Leg> legs, long nowMillis) {
        drawn.clear();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.hold() == 0) {
                continue;
            }
            RejectionCode code = unusable(holds.get(leg.hold()), leg, nowMillis);
            if (code != null) {
                return new Rejection(code, i, leg.hold());
            }
            drawn.add(leg.hold(), leg.amount());
        }
        if (drawn.overflowed()) {
            return Rejection.of(RejectionCode.HOLD_BELOW_DEBIT);
        }
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.change(i) > holds.require(drawn.key(i)).amount()) {
                return exceeded(drawn.key(i), legs);
            }
        }
        return null;
    }

    private static @Nullable RejectionCode unusable(@Nullable Hold hold, Leg leg, long nowMillis) {
        if (hold == null) {
            return RejectionCode.UNKNOWN_HOLD;
        }
        if (hold.expiryMillis() <= nowMillis) {
            return RejectionCode.HOLD_EXPIRED;
        }
        boolean matches = hold.account() == leg.fromAccount() && hold.asset() == leg.asset();
        return matches ? null : RejectionCode.HOLD_MISMATCH;
    }

    private static Rejection exceeded(long hold, List<Leg> legs) {
        int position = 0;
        while (legs.get(position).hold() != hold) {
            position++;
        }
        return new Rejection(RejectionCode.HOLD_BELOW_DEBIT, position, hold);
    }
}
