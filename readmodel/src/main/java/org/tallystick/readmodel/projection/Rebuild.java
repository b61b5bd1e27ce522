package org.tallystick.readmodel.projection;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.schema.Database;

/** Fills the tables anew. */
public final class Rebuild {

    private Rebuild() {}

    /**
     * Empties the projected tables and fills them with all that can be read.
     *
     * @param progress told of the last entry after each batch
     */
    public static void of(Database database, Genesis genesis, ReceiptSource source, LongConsumer progress)
            throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // From here on the database is nobody's: whoever opens it next finds it so and empties the rest.
            statement.execute("delete from projection");
        }
        Founding.of(database, genesis);
        try (Session session = Session.begin(database::connect, Writers.of(database), progress);
                ReceiptSource.Cursor cursor = source.from(1)) {
            for (LoggedEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                session.apply(entry);
                if (session.isDue()) {
                    session.write();
                }
            }
            session.write();
            session.finish();
        } catch (DatabaseFailed failed) {
            throw failed.reason;
        }
    }
}
