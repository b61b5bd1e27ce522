package org.tallystick.readmodel;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.readmodel.projection.Follower;
import org.tallystick.readmodel.projection.Founding;
import org.tallystick.readmodel.projection.Rebuild;
import org.tallystick.readmodel.query.SqlViews;
import org.tallystick.readmodel.schema.Database;
import org.tallystick.readmodel.security.CashFlows;

/** A ledger's decisions in a database: filled by one {@link Projection}, read through {@link Views}. */
public final class ReadModel implements AutoCloseable {

    private final Database database;
    private final Genesis genesis;
    private final Views views;
    private final CashFlows cashFlows;
    private final AwaitingSignatures awaitingSignatures;

    private ReadModel(Database database, Genesis genesis) {
        this.database = database;
        this.genesis = genesis;
        this.views = new SqlViews(database.reading());
        this.cashFlows = new CashFlows(database.reading());
        this.awaitingSignatures = new AwaitingSignatures(database);
    }

    /**
     * Opens a database, making its schema where there is none.
     *
     * @param genesis what the ledger began with: no receipt tells of it
     * @throws UnusableDatabase when it cannot be reached, or has the tables of another ledger
     */
    public static ReadModel open(ReadModelConfig config, Genesis genesis) {
        Database database = Database.open(config);
        try {
            Founding.of(database, genesis);
            return new ReadModel(database, genesis);
        } catch (SQLException failed) {
            database.close();
            throw new UnusableDatabase("cannot use the database " + config + ": " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** For reading. */
    public Views views() {
        return views;
    }

    /** What securities pay and are worth. */
    public CashFlows cashFlows() {
        return cashFlows;
    }

    /** What waits for signatures: not of the log, and untouched by a rebuild. */
    public AwaitingSignatures awaitingSignatures() {
        return awaitingSignatures;
    }

    /** Fills the tables from where they are, until it is closed. Only one at a time. */
    public Projection project(ReceiptSource source) {
        return Follower.start(source, database, views.position());
    }

    /**
     * Empties the tables and fills them anew with everything that can be read now; what is not projected stays. No
     * projection may run.
     *
     * @param progress told now and then of the last entry that is in the tables
     * @throws ReceiptDoesNotFollow with what and where
     * @throws UnusableDatabase when the database fails; the tables are then as far as they came
     */
    public void rebuild(ReceiptSource source, LongConsumer progress) throws IOException {
        try {
            Rebuild.of(database, genesis, source, progress);
        } catch (SQLException failed) {
            throw new UnusableDatabase("the rebuild was cut short: " + failed.getMessage(), failed);
        }
    }

    /** Close the projection first. */
    @Override
    public void close() {
        database.close();
    }
}
