/** Signing keys on disk: made, kept from others' eyes, read. */
@NullMarked
package org.tallystick.app.key;

import org.jspecify.annotations.NullMarked;
