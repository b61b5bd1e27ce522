/** Who holds what and how it came to be, computed from the receipts in an authority's journal and nothing else. */
@NullMarked
package org.tallystick.app.accounts;

import org.jspecify.annotations.NullMarked;
