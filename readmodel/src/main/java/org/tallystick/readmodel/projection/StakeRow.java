package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A party to a settlement, and its word. */
final class StakeRow extends Row {

    final long settlement;
    final int party;
    final boolean gives;
    long affirmedEntry;
    long cancelEntry;

    StakeRow(long settlement, int party, boolean gives, long affirmedEntry, long cancelEntry) {
        this.settlement = settlement;
        this.party = party;
        this.gives = gives;
        this.affirmedEntry = affirmedEntry;
        this.cancelEntry = cancelEntry;
    }

    static StakeRow of(ResultSet row) throws SQLException {
        return new StakeRow(
                row.getLong("settlement"),
                row.getInt("party"),
                row.getBoolean("gives"),
                row.getLong("affirmed_entry"),
                row.getLong("cancel_entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(settlement).add(party).add(gives).add(affirmedEntry).add(cancelEntry);
    }

    @Override
    long order() {
        return settlement;
    }

    @Override
    Sheet sheet() {
        return Sheet.SETTLEMENT_PARTY;
    }
}
