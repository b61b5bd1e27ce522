package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** An account. */
final class AccountRow extends Row {

    final int account;
    final int party;
    final String label;
    String status;
    final long entry;

    AccountRow(int account, int party, String label, String status, long entry) {
        this.account = account;
        this.party = party;
        this.label = label;
        this.status = status;
        this.entry = entry;
    }

    static AccountRow of(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getInt("account"),
                row.getInt("party"),
                row.getString("label"),
                row.getString("status"),
                row.getLong("entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(account).add(party).add(label).add(status).add(entry);
    }

    @Override
    Sheet sheet() {
        return Sheet.ACCOUNT;
    }
}
