package org.tallystick.readmodel.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;

/**
 * An asset and its terms.
 *
 * @param code currency code or CUSIP
 * @param lot what every amount is a multiple of
 * @param issuer the party that may issue and redeem it
 * @param terms as registered
 * @param maturity null for money
 * @param outstanding issued less redeemed
 * @param sinceIndex the entry that registered it
 */
public record InstrumentView(
        int asset,
        String code,
        Kind kind,
        int issuer,
        String issuerCode,
        int scale,
        long lot,
        AssetTerms terms,
        @Nullable LocalDate maturity,
        long outstanding,
        long sinceIndex) {

    /** What it is, as the market says. A note matures within ten years of its dated date, a bond later. */
    public enum Kind {
        CASH,
        BILL,
        NOTE,
        BOND,
        TIPS,
        FRN,
        INTEREST_STRIP,
        PRINCIPAL_STRIP
    }
}
