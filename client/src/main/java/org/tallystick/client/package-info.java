/**
 * A client of the HTTP interface: opens a session by key, signs and submits instructions, reads balances, statements and
 * settlements, follows events. Start at {@link org.tallystick.client.LedgerClient}.
 */
@NullMarked
package org.tallystick.client;

import org.jspecify.annotations.NullMarked;
