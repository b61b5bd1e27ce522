package org.tallystick.client;

import java.math.BigDecimal;

/**
 * What an account holds of an asset, in the asset's minor units.
 *
 * @param scale so many decimal places an amount has
 * @param available may be moved
 * @param held set aside by holds
 * @param lastIndex the last entry of the log that changed it
 */
public record Holding(int account, int asset, String assetCode, int scale, long available, long held, long lastIndex) {

    /** Available and held together, as people write it. */
    public BigDecimal total() {
        return BigDecimal.valueOf(available, scale).add(BigDecimal.valueOf(held, scale));
    }
}
