/**
 * The way in for people and programs: HTTP with JSON, server-sent events and a console in the browser. It checks form,
 * session and scope, hands envelopes to the log, and shows what the read model holds.
 */
@NullMarked
package org.tallystick.gateway;

import org.jspecify.annotations.NullMarked;
