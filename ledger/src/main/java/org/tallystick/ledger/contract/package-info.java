/** What every contract is asked with: who asks, who has signed, and when. */
@NullMarked
package org.tallystick.ledger.contract;

import org.jspecify.annotations.NullMarked;
