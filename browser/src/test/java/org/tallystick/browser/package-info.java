/**
 * The console as people use it, in Chromium. Where there is no Chromium these tests are skipped and say so, unless the
 * environment variable {@code TALLYSTICK_BROWSER} is {@code required}, as in continuous integration: then they fail.
 */
@NullMarked
package org.tallystick.browser;

import org.jspecify.annotations.NullMarked;
