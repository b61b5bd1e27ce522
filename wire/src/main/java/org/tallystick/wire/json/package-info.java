/**
 * Instructions and receipts as JSON for people. The names are those of the schema, in camel case; dates are written
 * "2026-11-23", months "2026-11", keys and digests in hexadecimal, rejection codes by name. Numbers are JSON numbers, the
 * 64-bit ones too.
 */
@NullMarked
package org.tallystick.wire.json;

import org.jspecify.annotations.NullMarked;
