package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Settlements of a party, or with number 0 of the whole ledger, in a minute. */
final class FlowRow extends Row {

    final int party;
    final long minuteMillis;
    long instructed;
    long settled;
    long ended;

    FlowRow(int party, long minuteMillis, long instructed, long settled, long ended) {
        this.party = party;
        this.minuteMillis = minuteMillis;
        this.instructed = instructed;
        this.settled = settled;
        this.ended = ended;
    }

    static FlowRow of(ResultSet row) throws SQLException {
        return new FlowRow(
                row.getInt("party"),
                row.getLong("minute_millis"),
                row.getLong("instructed"),
                row.getLong("settled"),
                row.getLong("ended"));
    }

    @Override
    void write(Rows rows) {
        rows.add(party).add(minuteMillis).add(instructed).add(settled).add(ended);
    }

    @Override
    Sheet sheet() {
        return Sheet.FLOW;
    }
}
