/** What a run came to: counted from receipts alone, and compared with what the ledger holds. */
@NullMarked
package org.tallystick.app.day.count;

import org.jspecify.annotations.NullMarked;
