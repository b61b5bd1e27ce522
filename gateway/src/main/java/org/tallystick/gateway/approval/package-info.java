/**
 * Four eyes: what one key of a party has signed waits until as many of its keys have signed as its threshold asks for, and
 * is submitted then.
 */
@NullMarked
package org.tallystick.gateway.approval;

import org.jspecify.annotations.NullMarked;
