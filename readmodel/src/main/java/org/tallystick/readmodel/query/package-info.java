/** What is asked of the tables, with the scope of whoever asks in every statement. */
@NullMarked
package org.tallystick.readmodel.query;

import org.jspecify.annotations.NullMarked;
