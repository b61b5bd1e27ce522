/** What can be held, as plain values: cash and Treasury securities, with the terms that drive their payments. */
@NullMarked
package org.tallystick.ledger.asset;

import org.jspecify.annotations.NullMarked;
