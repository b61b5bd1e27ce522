/**
 * What the ledger decided, in SQL. A projector fills the tables from receipts, in the order of the log; everything that is
 * shown to people and programs is read from here, and nothing reads the core's memory.
 *
 * <p>Every read that could tell one party of another's business takes a {@link org.tallystick.readmodel.Scope}.
 */
@NullMarked
package org.tallystick.readmodel;

import org.jspecify.annotations.NullMarked;
