package org.tallystick.readmodel.view;

import org.jspecify.annotations.Nullable;

/**
 * Which instruments are wanted.
 *
 * @param kind only this; null for all
 * @param text only those whose code begins with this, letters of either case; empty for all
 * @param outstandingOnly only those of which something is outstanding
 */
public record InstrumentFilter(InstrumentView.@Nullable Kind kind, String text, boolean outstandingOnly) {

    public static InstrumentFilter all() {
        return new InstrumentFilter(null, "", false);
    }
}
