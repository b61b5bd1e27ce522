/** The console's pages, rendered from what a real ledger decided. */
@NullMarked
package org.tallystick.gateway.console;

import org.jspecify.annotations.NullMarked;
