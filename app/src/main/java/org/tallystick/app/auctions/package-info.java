/** Official auction records at the command line. */
@NullMarked
package org.tallystick.app.auctions;

import org.jspecify.annotations.NullMarked;
