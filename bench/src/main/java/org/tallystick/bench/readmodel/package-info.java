/** How fast the tables of what the ledger decided follow its receipts. */
@NullMarked
package org.tallystick.bench.readmodel;

import org.jspecify.annotations.NullMarked;
