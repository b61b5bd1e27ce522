/** The operator's register: parties, keys, accounts, assets, calendars, published figures and the business date. */
@NullMarked
package org.tallystick.ledger.contract.administration;

import org.jspecify.annotations.NullMarked;
