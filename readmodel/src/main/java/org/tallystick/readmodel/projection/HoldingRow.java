package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What an account holds of an asset. */
final class HoldingRow extends Row {

    final int account;
    final int asset;
    long available;
    long held;
    long entry;

    HoldingRow(int account, int asset, long available, long held, long entry) {
        this.account = account;
        this.asset = asset;
        this.available = available;
        this.held = held;
        this.entry = entry;
    }

    static HoldingRow of(ResultSet row) throws SQLException {
        return new HoldingRow(
                row.getInt("account"),
                row.getInt("asset"),
                row.getLong("available"),
                row.getLong("held"),
                row.getLong("entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(account).add(asset).add(available).add(held).add(entry);
    }

    @Override
    Sheet sheet() {
        return Sheet.HOLDING;
    }

    @Override
    long order() {
        return (long) account << Integer.SIZE | asset;
    }

    long total() {
        return available + held;
    }
}
