package org.tallystick.readmodel.view;

/**
 * An open hold.
 *
 * @param beneficiaryKind what {@code beneficiary} numbers
 * @param amount what is still held
 * @param reference what whoever placed it wrote; may be empty
 */
public record HoldView(
        long hold,
        int account,
        int asset,
        String assetCode,
        int scale,
        long amount,
        BeneficiaryKind beneficiaryKind,
        long beneficiary,
        long expiryMillis,
        String reference) {

    /** For whom something is held. */
    public enum BeneficiaryKind {
        PARTY,
        AUCTION,
        DISTRIBUTION
    }
}
