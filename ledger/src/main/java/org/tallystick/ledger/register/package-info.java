/** What is registered and published: parties, accounts, assets, the calendar, prices and indices. */
@NullMarked
package org.tallystick.ledger.register;

import org.jspecify.annotations.NullMarked;
