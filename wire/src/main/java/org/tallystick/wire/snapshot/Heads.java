package org.tallystick.wire.snapshot;

/**
 * The first byte of each item of a snapshot's content tells what it is.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>0 to 239</td><td>a number, by itself: its zigzag form (0, -1, 1, -2, 2, ... are 0, 1, 2, 3, 4, ...)</td></tr>
 * <tr><td>240 to 247</td><td>a number whose zigzag form follows in 1 to 8 bytes, little-endian, no fewer than needed</td></tr>
 * <tr><td>248</td><td>a text: its length in UTF-8 as a number item, then the UTF-8</td></tr>
 * <tr><td>249</td><td>bytes: their count as a number item, then they themselves</td></tr>
 * </table>
 */
final class Heads {

    /** Numbers whose zigzag form is below this are one byte. */
    static final int SMALL = 240;

    static final int TEXT = 248;
    static final int BYTES = 249;

    private Heads() {}

    static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    static long unzigzag(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
