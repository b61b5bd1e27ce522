package org.tallystick.readmodel.view;

import org.jspecify.annotations.Nullable;

/**
 * Which settlements are wanted; what is null or 0 does not matter.
 *
 * @param party one that is part of it
 * @param asset one that moves in it
 * @param fromMillis instructed at this ledger time or later
 * @param toMillis instructed before this ledger time
 * @param awaiting only those pending that this party has yet to affirm
 */
public record SettlementFilter(
        SettlementView.@Nullable State state, int party, int asset, long fromMillis, long toMillis, int awaiting) {

    public static SettlementFilter all() {
        return new SettlementFilter(null, 0, 0, 0, 0, 0);
    }
}
