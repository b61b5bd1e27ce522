/**
 * One authority: a deterministic machine hosted on a replicated, durable log. {@link org.tallystick.node.Node} is the
 * whole public face; what it hosts, what it keeps and how it says no are in the packages below.
 */
@NullMarked
package org.tallystick.node;

import org.jspecify.annotations.NullMarked;
