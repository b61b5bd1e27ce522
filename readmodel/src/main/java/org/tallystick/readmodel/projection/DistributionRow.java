package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A payment of a security. */
final class DistributionRow extends Row {

    final long distribution;
    final int asset;
    final String kind;
    final LocalDate scheduledDate;
    String state;
    final long supply;
    final long due;
    long paid;
    long holdersPaid;
    long residual;
    final long openedEntry;

    DistributionRow(
            long distribution,
            int asset,
            String kind,
            LocalDate scheduledDate,
            String state,
            long supply,
            long due,
            long paid,
            long holdersPaid,
            long residual,
            long openedEntry) {
        this.distribution = distribution;
        this.asset = asset;
        this.kind = kind;
        this.scheduledDate = scheduledDate;
        this.state = state;
        this.supply = supply;
        this.due = due;
        this.paid = paid;
        this.holdersPaid = holdersPaid;
        this.residual = residual;
        this.openedEntry = openedEntry;
    }

    static DistributionRow of(ResultSet row) throws SQLException {
        return new DistributionRow(
                row.getLong("distribution"),
                row.getInt("asset"),
                row.getString("kind"),
                row.getObject("scheduled_date", LocalDate.class),
                row.getString("state"),
                row.getLong("supply"),
                row.getLong("due"),
                row.getLong("paid"),
                row.getLong("holders_paid"),
                row.getLong("residual"),
                row.getLong("opened_entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(distribution)
                .add(asset)
                .add(kind)
                .add(scheduledDate)
                .add(state)
                .add(supply)
                .add(due)
                .add(paid)
                .add(holdersPaid)
                .add(residual)
                .add(openedEntry);
    }

    @Override
    Sheet sheet() {
        return Sheet.DISTRIBUTION;
    }
}
