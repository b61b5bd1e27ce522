/** Need to know: what of the ledger's answers concerns whoever reads them, and what is withheld from them. */
@NullMarked
package org.tallystick.gateway.knowledge;

import org.jspecify.annotations.NullMarked;
