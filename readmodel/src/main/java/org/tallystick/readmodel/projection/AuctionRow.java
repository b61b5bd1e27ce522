package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** An auction. */
final class AuctionRow extends Row {

    final int auction;
    final int asset;
    String state;
    final LocalDate auctionDate;
    final LocalDate issueDate;
    final long offering;
    long awarded;
    long issued;
    long proceeds;
    long priceMicros;
    long accruedNanos;

    AuctionRow(
            int auction,
            int asset,
            String state,
            LocalDate auctionDate,
            LocalDate issueDate,
            long offering,
            long awarded,
            long issued,
            long proceeds,
            long priceMicros,
            long accruedNanos) {
        this.auction = auction;
        this.asset = asset;
        this.state = state;
        this.auctionDate = auctionDate;
        this.issueDate = issueDate;
        this.offering = offering;
        this.awarded = awarded;
        this.issued = issued;
        this.proceeds = proceeds;
        this.priceMicros = priceMicros;
        this.accruedNanos = accruedNanos;
    }

    static AuctionRow of(ResultSet row) throws SQLException {
        return new AuctionRow(
                row.getInt("auction"),
                row.getInt("asset"),
                row.getString("state"),
                row.getObject("auction_date", LocalDate.class),
                row.getObject("issue_date", LocalDate.class),
                row.getLong("offering"),
                row.getLong("awarded"),
                row.getLong("issued"),
                row.getLong("proceeds"),
                row.getLong("price_micros"),
                row.getLong("accrued_nanos"));
    }

    @Override
    void write(Rows rows) {
        rows.add(auction)
                .add(asset)
                .add(state)
                .add(auctionDate)
                .add(issueDate)
                .add(offering)
                .add(awarded)
                .add(issued)
                .add(proceeds)
                .add(priceMicros)
                .add(accruedNanos);
    }

    @Override
    Sheet sheet() {
        return Sheet.AUCTION;
    }
}
