package org.tallystick.readmodel.view;

/**
 * What an account holds of an asset.
 *
 * @param available may be moved
 * @param held set aside by holds
 * @param lastIndex the last entry that changed it
 */
public record HoldingView(
        int account, int asset, String assetCode, int scale, long available, long held, long lastIndex) {

    /** Available and held together; it cannot overflow, the supply being a long. */
    public long total() {
        return available + held;
    }
}
