/** PostgreSQL beside the ledger, in small. */
@NullMarked
package org.tallystick.bench.postgres;

import org.jspecify.annotations.NullMarked;
