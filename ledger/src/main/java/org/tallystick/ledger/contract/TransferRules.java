package org.tallystick.ledger.contract;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.RejectionCode;

/** What every movement of an asset must satisfy, whatever contract asks for it. Each answers a code, or null. */
public final class TransferRules {

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
}
