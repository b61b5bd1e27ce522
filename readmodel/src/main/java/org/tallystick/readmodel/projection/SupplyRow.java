package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How much of an asset there is. */
final class SupplyRow extends Row {

    final int asset;
    long outstanding;
    long held;
    long holders;

    SupplyRow(int asset, long outstanding, long held, long holders) {
        this.asset = asset;
        this.outstanding = outstanding;
        this.held = held;
        this.holders = holders;
    }

    static SupplyRow of(ResultSet row) throws SQLException {
        return new SupplyRow(
                row.getInt("asset"), row.getLong("outstanding"), row.getLong("held"), row.getLong("holders"));
    }

    @Override
    void write(Rows rows) {
        rows.add(asset).add(outstanding).add(held).add(holders);
    }

    @Override
    Sheet sheet() {
        return Sheet.SUPPLY;
    }
}
