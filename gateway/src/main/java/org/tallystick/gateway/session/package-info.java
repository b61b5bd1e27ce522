/**
 * Who asks: sessions that are opened by signing a challenge with a key of the ledger, and end by themselves.
 *
 * <p>A session belongs to one key. It shows what the key's party may see; it moves nothing: what moves is signed.
 */
@NullMarked
package org.tallystick.gateway.session;

import org.jspecify.annotations.NullMarked;
