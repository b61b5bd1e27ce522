package org.tallystick.ledger.asset;

import org.tallystick.ledger.treasury.Security;

/** What an asset is, as far as the ledger acts on it. */
public sealed interface AssetTerms {

    /**
     * Tokenised money.
     *
     * @param currency ISO 4217
     */
    record Cash(String currency) implements AssetTerms {}

    /**
     * A Treasury security.
     *
     * @param cashAsset the asset it is paid for and pays in
     * @param payingAccount the account of the issuer that receives the proceeds and pays interest and principal
     * @param residualAccount receives what rounding leaves over of each payment
     */
    record Treasury(Security security, int cashAsset, int payingAccount, int residualAccount) implements AssetTerms {}
}
