/** The ledger as a machine that a node hosts: envelopes in, receipts out. */
@NullMarked
package org.tallystick.node.ledger;

import org.jspecify.annotations.NullMarked;
