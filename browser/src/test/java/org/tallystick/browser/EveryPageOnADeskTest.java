package org.tallystick.browser;

/** Every page on a desk. */
final class EveryPageOnADeskTest extends EveryPage {

    private static final int PIXELS = 1440;

    EveryPageOnADeskTest() {
        super(PIXELS);
    }
}
