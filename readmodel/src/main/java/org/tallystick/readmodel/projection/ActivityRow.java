package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a party, or with number 0 the whole ledger, has going on. */
final class ActivityRow extends Row {

    final int party;
    long settlementsPending;
    long settlementsFinal;
    long obligationsOpen;
    long rejections;

    ActivityRow(int party, long settlementsPending, long settlementsFinal, long obligationsOpen, long rejections) {
        this.party = party;
        this.settlementsPending = settlementsPending;
        this.settlementsFinal = settlementsFinal;
        this.obligationsOpen = obligationsOpen;
        this.rejections = rejections;
    }

    static ActivityRow of(ResultSet row) throws SQLException {
        return new ActivityRow(
                row.getInt("party"),
                row.getLong("settlements_pending"),
                row.getLong("settlements_final"),
                row.getLong("obligations_open"),
                row.getLong("rejections"));
    }

    @Override
    void write(Rows rows) {
        rows.add(party)
                .add(settlementsPending)
                .add(settlementsFinal)
                .add(obligationsOpen)
                .add(rejections);
    }

    @Override
    Sheet sheet() {
        return Sheet.ACTIVITY;
    }
}
