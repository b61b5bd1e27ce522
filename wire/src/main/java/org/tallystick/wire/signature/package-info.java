/** Ed25519 (RFC 8032): keys, signing, and a verification that decides alike on every authority, whoever computes it. */
@NullMarked
package org.tallystick.wire.signature;

import org.jspecify.annotations.NullMarked;
