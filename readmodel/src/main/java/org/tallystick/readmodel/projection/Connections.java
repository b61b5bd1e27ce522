package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that is written to. */
interface Connections {

    Connection connect() throws SQLException;
}
