package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A settlement. */
final class SettlementRow extends Row {

    final long settlement;
    final int proposer;
    String state;
    final long instructedEntry;
    final long instructedMillis;
    long changedEntry;
    long changedMillis;
    final @Nullable LocalDate valueDate;
    final long deadlineMillis;

    @Nullable
    String failedFor;

    /** Its parties; null until they are asked for. */
    @Nullable
    List<StakeRow> stakes;

    SettlementRow(
            long settlement,
            int proposer,
            String state,
            long instructedEntry,
            long instructedMillis,
            long changedEntry,
            long changedMillis,
            @Nullable LocalDate valueDate,
            long deadlineMillis,
            @Nullable String failedFor) {
        this.settlement = settlement;
        this.proposer = proposer;
        this.state = state;
        this.instructedEntry = instructedEntry;
        this.instructedMillis = instructedMillis;
        this.changedEntry = changedEntry;
        this.changedMillis = changedMillis;
        this.valueDate = valueDate;
        this.deadlineMillis = deadlineMillis;
        this.failedFor = failedFor;
    }

    static SettlementRow of(ResultSet row) throws SQLException {
        return new SettlementRow(
                row.getLong("settlement"),
                row.getInt("proposer"),
                row.getString("state"),
                row.getLong("instructed_entry"),
                row.getLong("instructed_millis"),
                row.getLong("changed_entry"),
                row.getLong("changed_millis"),
                row.getObject("value_date", LocalDate.class),
                row.getLong("deadline_millis"),
                row.getString("failed_for"));
    }

    @Override
    void write(Rows rows) {
        rows.add(settlement)
                .add(proposer)
                .add(state)
                .add(instructedEntry)
                .add(instructedMillis)
                .add(changedEntry)
                .add(changedMillis)
                .add(valueDate)
                .add(deadlineMillis)
                .add(failedFor);
    }

    @Override
    long order() {
        return settlement;
    }

    @Override
    Sheet sheet() {
        return Sheet.SETTLEMENT;
    }
}
