package org.tallystick.browser;

/** Every page on a telephone. */
final class EveryPageOnATelephoneTest extends EveryPage {

    private static final int PIXELS = 390;

    EveryPageOnATelephoneTest() {
        super(PIXELS);
    }
}
