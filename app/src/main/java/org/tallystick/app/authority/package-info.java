/**
 * An authority on this machine: its directory, the node in it, and the local socket by which other processes of the
 * same user reach the node.
 */
@NullMarked
package org.tallystick.app.authority;

import org.jspecify.annotations.NullMarked;
