/** The same settlements by PostgreSQL, durable likewise, without signatures: what people would use instead. */
@NullMarked
package org.tallystick.bench.postgres;

import org.jspecify.annotations.NullMarked;
