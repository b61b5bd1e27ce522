/** What parties may ask of the ledger: the commands, as plain data. They say what is wanted and check nothing. */
@NullMarked
package org.tallystick.ledger.command;

import org.jspecify.annotations.NullMarked;
