package org.tallystick.readmodel.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A key of a party. */
final class KeyRow extends Row {

    final String publicKey;
    final int party;
    boolean revoked;
    final long entry;

    KeyRow(String publicKey, int party, boolean revoked, long entry) {
        this.publicKey = publicKey;
        this.party = party;
        this.revoked = revoked;
        this.entry = entry;
    }

    static KeyRow of(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getString("public_key"), row.getInt("party"), row.getBoolean("revoked"), row.getLong("entry"));
    }

    @Override
    void write(Rows rows) {
        rows.add(publicKey).add(party).add(revoked).add(entry);
    }

    @Override
    Sheet sheet() {
        return Sheet.PARTY_KEY;
    }
}
