/** What all commands have in common: options, exit codes, how a failure is told, how figures are laid out. */
@NullMarked
package org.tallystick.app.console;

import org.jspecify.annotations.NullMarked;
