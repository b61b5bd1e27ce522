/** Primary issuance: an auction is announced, awarded and issued against payment. */
@NullMarked
package org.tallystick.ledger.contract.auction;

import org.jspecify.annotations.NullMarked;
