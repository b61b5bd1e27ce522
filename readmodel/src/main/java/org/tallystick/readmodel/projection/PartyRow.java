package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A party. */
final class PartyRow extends Row {

    final int party;
    final String code;
    final String name;
    final String roles;
    final String jurisdiction;
    String status;
    int threshold;
    final long entry;

    PartyRow(
            int party,
            String code,
            String name,
            String roles,
            String jurisdiction,
            String status,
            int threshold,
            long entry) {
        this.party = party;
        this.code = code;
        this.name = name;
        this.roles = roles;
        this.jurisdiction = jurisdiction;
        this.status = status;
        this.threshold = threshold;
        this.entry = entry;
    }

    static PartyRow of(ResultSet row) throws SQLException {
        return new PartyRow(
                row.getInt("party"),
                row.getString("code"),
                row.getString("name"),
                row.getString("roles"),
                row.getString("jurisdiction"),
                row.getString("status"),
                row.getInt("threshold"),
                row.getLong("entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(party)
                .add(code)
                .add(name)
                .add(roles)
                .add(jurisdiction)
                .add(status)
                .add(threshold)
                .add(entry);
    }

    @Override
    Sheet sheet() {
        return Sheet.PARTY;
    }
}
