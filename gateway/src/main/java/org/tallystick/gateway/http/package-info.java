/**
 * What holds for every request, whatever it asks: problems as answers, limits, request ids, headers that keep browsers
 * safe, metrics, the log of requests.
 */
@NullMarked
package org.tallystick.gateway.http;

import org.jspecify.annotations.NullMarked;
