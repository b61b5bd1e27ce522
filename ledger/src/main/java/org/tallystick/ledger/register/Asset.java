package org.tallystick.ledger.register;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;

/**
 * A registered asset.
 *
 * @param scale decimal places of a minor unit
 * @param lot what every amount must be a multiple of, in minor units
 * @param matured whether it has come to its end: it is redeemed, not traded
 */
public record Asset(int number, String code, int issuer, int scale, long lot, AssetTerms terms, boolean matured) {

    Asset atMaturity() {
        return new Asset(number, code, issuer, scale, lot, terms, true);
    }

    /** The terms of a security, or null for cash. */
    public AssetTerms.@Nullable Treasury treasury() {
        return terms instanceof AssetTerms.Treasury treasury ? treasury : null;
    }
}
