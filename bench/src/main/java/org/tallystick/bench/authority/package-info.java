/** The ledger as an authority runs it: signed envelopes in, durable receipts out, on a node in this process. */
@NullMarked
package org.tallystick.bench.authority;

import org.jspecify.annotations.NullMarked;
