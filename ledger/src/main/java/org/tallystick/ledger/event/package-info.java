/** What happened on the ledger: the facts a receipt carries, complete enough to rebuild every balance from receipts alone. */
@NullMarked
package org.tallystick.ledger.event;

import org.jspecify.annotations.NullMarked;
