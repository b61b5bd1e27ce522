/** Where assets are: holdings, holds, and the balanced movements that are the only way anything changes hands. */
@NullMarked
package org.tallystick.ledger.book;

import org.jspecify.annotations.NullMarked;
