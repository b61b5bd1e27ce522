package org.tallystick.readmodel.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.readmodel.UnusableDatabase;
import org.tallystick.readmodel.schema.Database;

/** Ties a database to one ledger, and enters what that ledger began with. */
public final class Founding {

    private record Ledger(String name, String genesis) {}

    private Founding() {}

    /**
     * Makes an empty database that of this ledger.
     *
     * @throws UnusableDatabase when it is another's
     */
    public static void of(Database database, Genesis genesis) throws SQLException {
        try (Connection connection = database.connect()) {
            List<Ledger> found = new Lookup(connection)
                    .all(
                            "select ledger, genesis from projection",
                            row -> new Ledger(row.getString(1), row.getString(2)));
            if (found.isEmpty()) {
                empty(connection);
                found(connection, genesis);
            } else {
                require(found.getFirst(), genesis);
            }
            enterOperator(database, genesis);
        }
    }

    private static void require(Ledger ledger, Genesis genesis) {
        if (!ledger.name.equals(genesis.ledger())) {
            throw new UnusableDatabase(
                    "the database has the tables of ledger '" + ledger.name + "', not of '" + genesis.ledger() + "'");
        }
        if (!ledger.genesis.equals(fingerprint(genesis))) {
            throw new UnusableDatabase("the database has the tables of another ledger of the name '" + ledger.name
                    + "': it began with another operator, or with other keys");
        }
    }

    /** A database that is nobody's has nothing in it: what an emptying that was cut short has left is taken away. */
    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Sheet sheet : Sheet.values()) {
                statement.execute("truncate table " + sheet.table());
            }
        }
    }

    private static void found(Connection connection, Genesis genesis) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into projection values (?, ?, 0, 0, null)")) {
            insert.setString(1, genesis.ledger());
            insert.setString(2, fingerprint(genesis));
            insert.executeUpdate();
        }
    }

    /** The operator is party 1; it is entered again where the tables were emptied, or a first start was cut short. */
    static void enterOperator(Database database, Genesis genesis) throws SQLException {
        try (Session session = Session.begin(database::connect, Writers.of(database), entry -> {})) {
            session.begin(new PartyRegistered(
                    1,
                    genesis.operatorCode(),
                    genesis.operatorName(),
                    Roles.of(Role.OPERATOR),
                    genesis.jurisdiction(),
                    genesis.threshold(),
                    genesis.operatorKeys()));
            session.finish();
        }
    }

    /** Different for ledgers that began differently. */
    private static String fingerprint(Genesis genesis) {
        String all = String.join(
                "\n",
                genesis.ledger(),
                genesis.operatorCode(),
                genesis.operatorName(),
                genesis.jurisdiction(),
                Integer.toString(genesis.threshold()),
                genesis.operatorKeys().toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
