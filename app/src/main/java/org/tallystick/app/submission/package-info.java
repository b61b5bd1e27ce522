/** Instructions from a file to an authority: read, signed, submitted, and their receipts told. */
@NullMarked
package org.tallystick.app.submission;

import org.jspecify.annotations.NullMarked;
