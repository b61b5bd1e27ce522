package org.tallystick.readmodel.projection;

import org.tallystick.readmodel.schema.Database;

/** Which writer is for which database. */
final class Writers {

    private Writers() {}

    static TableWriter of(Database database) {
        return database.isPostgres() ? new CopyWriter() : new StatementWriter();
    }
}
