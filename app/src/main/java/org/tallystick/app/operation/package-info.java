/** What an operator does with an authority: run it, take a snapshot, compute its receipts again. */
@NullMarked
package org.tallystick.app.operation;

import org.jspecify.annotations.NullMarked;
