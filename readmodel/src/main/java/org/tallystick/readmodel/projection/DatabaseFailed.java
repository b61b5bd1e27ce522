package org.tallystick.readmodel.projection;

import java.sql.SQLException;

/** Carries what a database objected to out of where no one can answer it. */
final class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient SQLException reason;

    DatabaseFailed(SQLException reason) {
        super(reason);
        this.reason = reason;
    }
}
