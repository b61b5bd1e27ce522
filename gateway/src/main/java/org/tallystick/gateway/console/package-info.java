/**
 * The console: pages for the people of participants, operators and supervisors. What a page shows it reads from the read
 * model in the scope of whoever is signed in; what a person signs is made, shown and signed in the browser.
 */
@NullMarked
package org.tallystick.gateway.console;

import org.jspecify.annotations.NullMarked;
