package org.tallystick.ledger.contract;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Scales;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Party;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.RejectionCode;

/** What every movement of an asset must satisfy, whatever contract asks for it. Each answers a code, or null. */
public final class TransferRules {

    /**
     * The most par that may be outstanding, in minor units of the cash it pays in: a sixteenth of what can be counted, so
     * that an inflation-indexed principal may grow sixteenfold and still be paid, and a business date always opens.
     */
    private static final Rational MOST_OUTSTANDING = Rational.of(Long.MAX_VALUE / 16);

    private final Register register;

    public TransferRules(Register register) {
        this.register = register;
    }

    /** Why nothing may leave the account by its owner's word. */
    public @Nullable RejectionCode giver(int account) {
        if (!register.accounts().contains(account)) {
            return RejectionCode.UNKNOWN_ACCOUNT;
        }
        return switch (register.accounts().statusOf(account)) {
            case OPEN -> null;
            case FROZEN -> RejectionCode.ACCOUNT_FROZEN;
            case CLOSED -> RejectionCode.ACCOUNT_CLOSED;
        };
    }

    /** Why the party may not give from the account: it is another's, or nothing may leave it. */
    public @Nullable RejectionCode giver(int account, Party party) {
        RejectionCode code = giver(account);
        boolean anothers =
                code != RejectionCode.UNKNOWN_ACCOUNT && register.accounts().ownerOf(account) != party.number();
        return anothers ? RejectionCode.NOT_AUTHORISED : code;
    }

    /** Why nothing may reach the account. A frozen account still receives. */
    public @Nullable RejectionCode receiver(int account) {
        if (!register.accounts().contains(account)) {
            return RejectionCode.UNKNOWN_ACCOUNT;
        }
        return register.accounts().statusOf(account) == AccountStatus.CLOSED ? RejectionCode.ACCOUNT_CLOSED : null;
    }

    /** Why so much of the asset may not move. */
    public @Nullable RejectionCode amount(int assetNumber, long amount) {
        if (amount <= 0) {
            return RejectionCode.NOT_POSITIVE;
        }
        Asset asset = register.assets().find(assetNumber);
        if (asset == null) {
            return RejectionCode.UNKNOWN_ASSET;
        }
        if (asset.matured()) {
            return RejectionCode.ASSET_MATURED;
        }
        return asset.lot() == 1 || amount % asset.lot() == 0 ? null : RejectionCode.NOT_A_MULTIPLE;
    }

    /** Why no more of a security may come into being, beyond what there is: its payments could not be counted. */
    public @Nullable RejectionCode outstanding(int assetNumber, long supply, long more) {
        Asset asset = register.assets().get(assetNumber);
        AssetTerms.Treasury terms = asset.treasury();
        int cashScale = terms == null
                ? asset.scale()
                : register.assets().get(terms.cashAsset()).scale();
        Rational total = Rational.of(supply).plus(Rational.of(more));
        return total.compareTo(Rational.of(Long.MAX_VALUE)) > 0
                        || total.times(Scales.factor(asset.scale(), cashScale)).compareTo(MOST_OUTSTANDING) > 0
                ? RejectionCode.AMOUNT_OVERFLOW
                : null;
    }
}
