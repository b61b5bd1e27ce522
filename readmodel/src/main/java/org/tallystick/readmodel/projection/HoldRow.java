package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A hold. */
final class HoldRow extends Row {

    final long hold;
    final int account;
    final int asset;
    long amount;
    final String beneficiaryKind;
    final long beneficiary;
    final long expiryMillis;
    final String reference;
    final long placedEntry;
    long endedEntry;

    HoldRow(
            long hold,
            int account,
            int asset,
            long amount,
            String beneficiaryKind,
            long beneficiary,
            long expiryMillis,
            String reference,
            long placedEntry,
            long endedEntry) {
        this.hold = hold;
        this.account = account;
        this.asset = asset;
        this.amount = amount;
        this.beneficiaryKind = beneficiaryKind;
        this.beneficiary = beneficiary;
        this.expiryMillis = expiryMillis;
        this.reference = reference;
        this.placedEntry = placedEntry;
        this.endedEntry = endedEntry;
    }

    static HoldRow of(ResultSet row) throws SQLException {
        return new HoldRow(
                row.getLong("hold"),
                row.getInt("account"),
                row.getInt("asset"),
                row.getLong("amount"),
                row.getString("beneficiary_kind"),
                row.getLong("beneficiary"),
                row.getLong("expiry_millis"),
                row.getString("reference"),
                row.getLong("placed_entry"),
                row.getLong("ended_entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(hold)
                .add(account)
                .add(asset)
                .add(amount)
                .add(beneficiaryKind)
                .add(beneficiary)
                .add(expiryMillis)
                .add(reference)
                .add(placedEntry)
                .add(endedEntry);
    }

    @Override
    Sheet sheet() {
        return Sheet.HOLD;
    }
}
