/**
 * Everything that crosses between the ledger and the world: envelopes in, receipts out. Decoding is total: any bytes are
 * either a record or a refusal with a code.
 */
@NullMarked
package org.tallystick.wire;

import org.jspecify.annotations.NullMarked;
