/** Runs an authority with its tables and its gateway: what connects the node to both, and the options they take. */
@NullMarked
package org.tallystick.app.service;

import org.jspecify.annotations.NullMarked;
