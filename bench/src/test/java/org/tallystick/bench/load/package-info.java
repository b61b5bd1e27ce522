/** How trades are drawn. */
@NullMarked
package org.tallystick.bench.load;

import org.jspecify.annotations.NullMarked;
