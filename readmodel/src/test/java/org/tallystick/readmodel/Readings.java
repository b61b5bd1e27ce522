package org.tallystick.readmodel;

import org.tallystick.readmodel.projection.Founding;
import org.tallystick.readmodel.query.SqlViews;
import org.tallystick.readmodel.schema.Database;

/** A random ledger and a database for it, for tests that reach inside. */
public final class Readings implements AutoCloseable {

    /** In which kind of database. */
    public enum Where {
        EMBEDDED,
        SERVER
    }

    private final RandomLedger random = RandomLedger.lived(31, 900);
    private final Database database;

    private Readings(Where where) throws Exception {
        TestDatabase kind = switch (where) {
            case EMBEDDED -> TestDatabase.IN_MEMORY;
            case SERVER -> TestDatabase.POSTGRES;
        };
        database = Database.open(kind.fresh());
        Founding.of(database, random.genesis);
        random.visible = 0;
    }

    public static Readings open(Where where) throws Exception {
        return new Readings(where);
    }

    public Database database() {
        return database;
    }

    public ReceiptSource source() {
        return random;
    }

    public long last() {
        return random.ledger.lastIndex();
    }

    public void show(long visible) {
        random.visible = visible;
    }

    public void assertSameAsTheLedger() {
        BookComparison.assertSame(new SqlViews(database.reading()), random.ledger);
    }

    @Override
    public void close() {
        database.close();
    }
}
