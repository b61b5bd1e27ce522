/** What a security pays and what its price means: by the ledger's own arithmetic, from its terms and what is published. */
@NullMarked
package org.tallystick.readmodel.security;

import org.jspecify.annotations.NullMarked;
