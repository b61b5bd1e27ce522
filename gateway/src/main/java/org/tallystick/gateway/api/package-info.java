/**
 * What programs can ask under {@code /api/v1}, in JSON: everything that can be read of the ledger within one's scope, and
 * the handing in of instructions. {@code openapi.json} describes it.
 */
@NullMarked
package org.tallystick.gateway.api;

import org.jspecify.annotations.NullMarked;
