/** Records of the ledger to messages of the schema and back, a file for each family. Decoding refuses what no record can be. */
@NullMarked
package org.tallystick.wire.codec;

import org.jspecify.annotations.NullMarked;
