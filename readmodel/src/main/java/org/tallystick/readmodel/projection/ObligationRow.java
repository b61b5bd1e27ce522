package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A debt. */
final class ObligationRow extends Row {

    final long obligation;
    final String kind;
    final long reference;
    final int account;
    final int asset;
    final long amount;
    final long recordedEntry;
    final long recordedMillis;
    long dischargedEntry;

    ObligationRow(
            long obligation,
            String kind,
            long reference,
            int account,
            int asset,
            long amount,
            long recordedEntry,
            long recordedMillis,
            long dischargedEntry) {
        this.obligation = obligation;
        this.kind = kind;
        this.reference = reference;
        this.account = account;
        this.asset = asset;
        this.amount = amount;
        this.recordedEntry = recordedEntry;
        this.recordedMillis = recordedMillis;
        this.dischargedEntry = dischargedEntry;
    }

    static ObligationRow of(ResultSet row) throws SQLException {
        return new ObligationRow(
                row.getLong("obligation"),
                row.getString("kind"),
                row.getLong("reference"),
                row.getInt("account"),
                row.getInt("asset"),
                row.getLong("amount"),
                row.getLong("recorded_entry"),
                row.getLong("recorded_millis"),
                row.getLong("discharged_entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(obligation)
                .add(kind)
                .add(reference)
                .add(account)
                .add(asset)
                .add(amount)
                .add(recordedEntry)
                .add(recordedMillis)
                .add(dischargedEntry);
    }

    @Override
    Sheet sheet() {
        return Sheet.OBLIGATION;
    }
}
