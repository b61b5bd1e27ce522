/** The tables and columns, by name and type, as the migration makes them. docs/reference/sql.md says what they mean. */
@NullMarked
package org.tallystick.readmodel.schema;

import org.jspecify.annotations.NullMarked;
