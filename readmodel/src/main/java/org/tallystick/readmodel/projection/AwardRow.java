package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** An award of an auction. */
final class AwardRow extends Row {

    final int auction;
    final int award;
    final int account;
    final long par;
    long issuedEntry;
    long proceeds;

    AwardRow(int auction, int award, int account, long par, long issuedEntry, long proceeds) {
        this.auction = auction;
        this.award = award;
        this.account = account;
        this.par = par;
        this.issuedEntry = issuedEntry;
        this.proceeds = proceeds;
    }

    static AwardRow of(ResultSet row) throws SQLException {
        return new AwardRow(
                row.getInt("auction"),
                row.getInt("award"),
                row.getInt("account"),
                row.getLong("par"),
                row.getLong("issued_entry"),
                row.getLong("proceeds"));
    }

    @Override
    void write(Rows rows) {
        rows.add(auction).add(award).add(account).add(par).add(issuedEntry).add(proceeds);
    }

    @Override
    Sheet sheet() {
        return Sheet.AUCTION_AWARD;
    }
}
