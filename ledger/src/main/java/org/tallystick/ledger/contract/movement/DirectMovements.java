package org.tallystick.ledger.contract.movement;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.RedeemCash;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.RejectionCode;

/** Decides the movements that a party may ask for by its own word alone. */
public final class DirectMovements {

    private static final int LONGEST_REFERENCE = 35;

    private final Register register;
    private final Book book;
    private final TransferRules rules;

    public DirectMovements(Register register, Book book, TransferRules rules) {
        this.register = register;
        this.book = book;
        this.rules = rules;
    }

    public Outcome decide(IssueCash c, Request request) {
        RejectionCode code = byCashIssuer(c.asset(), request);
        if (code == null) {
            code = rules.amount(c.asset(), c.amount());
        }
        if (code != null) {
            return Outcome.rejected(code, c.asset());
        }
        code = rules.receiver(c.account());
        if (code != null) {
            return Outcome.rejected(code, c.account());
        }
        if (book.supply(c.asset()) > Long.MAX_VALUE - c.amount()) {
            return Outcome.rejected(RejectionCode.AMOUNT_OVERFLOW, c.asset());
        }
        return Outcome.accepted(new Movement.Issued(c.asset(), c.account(), c.amount()));
    }

    public Outcome decide(RedeemCash c, Request request) {
        RejectionCode code = byCashIssuer(c.asset(), request);
        if (code == null) {
            code = rules.amount(c.asset(), c.amount());
        }
        if (code != null) {
            return Outcome.rejected(code, c.asset());
        }
        code = rules.giver(c.account(), request.party());
        if (code == null && book.available(c.account(), c.asset()) < c.amount()) {
            code = RejectionCode.AVAILABLE_BELOW_DEBIT;
        }
        return code != null
                ? Outcome.rejected(code, c.account())
                : Outcome.accepted(new Movement.Redeemed(c.asset(), c.account(), c.amount()));
    }

    private @Nullable RejectionCode byCashIssuer(int assetNumber, Request request) {
        Asset asset = register.assets().find(assetNumber);
        if (asset == null) {
            return RejectionCode.UNKNOWN_ASSET;
        }
        if (asset.issuer() != request.party().number()) {
            return RejectionCode.NOT_AUTHORISED;
        }
        return asset.terms() instanceof AssetTerms.Cash ? null : RejectionCode.WRONG_KIND_OF_ASSET;
    }

    public Outcome decide(PlaceHold c, Request request) {
        RejectionCode code = rules.giver(c.account(), request.party());
        if (code != null) {
            return Outcome.rejected(code, c.account());
        }
        code = rules.amount(c.asset(), c.amount());
        if (code != null) {
            return Outcome.rejected(code, c.asset());
        }
        code = form(c, request);
        if (code == null && book.hasMostHolds(c.account(), c.asset())) {
            code = RejectionCode.TOO_MANY_HOLDS;
        }
        if (code == null && book.available(c.account(), c.asset()) < c.amount()) {
            code = RejectionCode.AVAILABLE_BELOW_DEBIT;
        }
        return code != null
                ? Outcome.rejected(code, c.account())
                : Outcome.accepted(new Movement.HoldPlaced(
                        book.nextHold(),
                        c.account(),
                        c.asset(),
                        c.amount(),
                        c.beneficiary(),
                        c.expiryMillis(),
                        c.reference()));
    }

    private @Nullable RejectionCode form(PlaceHold c, Request request) {
        if (c.reference().length() > LONGEST_REFERENCE
                || c.reference().codePoints().anyMatch(DirectMovements::isUnprintable)) {
            return RejectionCode.BAD_TEXT;
        }
        RejectionCode byBeneficiary = switch (c.beneficiary()) {
            case Beneficiary.Party b -> register.parties().find(b.party()) == null ? RejectionCode.UNKNOWN_PARTY : null;
            case Beneficiary.Auction b -> b.auction() < 1 ? RejectionCode.UNKNOWN_AUCTION : null;
            case Beneficiary.Distribution b -> RejectionCode.NOT_AUTHORISED;
        };
        if (byBeneficiary != null) {
            return byBeneficiary;
        }
        if (c.expiryMillis() <= request.nowMillis()) {
            return RejectionCode.TIME_IN_THE_PAST;
        }
        return request.isTooFar(c.expiryMillis()) ? RejectionCode.TIME_TOO_FAR : null;
    }

    /** A control character, or half of a surrogate pair alone: such a text has no UTF-8. */
    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    public Outcome decide(ReleaseHold c, Request request) {
        RejectionCode code = takenByBeneficiary(c.hold(), c.amount(), request);
        return code != null
                ? Outcome.rejected(code, c.hold())
                : Outcome.accepted(new Movement.HoldReleased(c.hold(), c.amount()));
    }

    public Outcome decide(DeliverHold c, Request request) {
        RejectionCode code = takenByBeneficiary(c.hold(), c.amount(), request);
        Hold hold = book.hold(c.hold());
        if (code == null && hold != null) {
            code = rules.amount(hold.asset(), c.amount());
            if (code == null) {
                code = rules.giver(hold.account());
            }
        }
        if (code != null) {
            return Outcome.rejected(code, c.hold());
        }
        code = rules.receiver(c.toAccount());
        return code != null
                ? Outcome.rejected(code, c.toAccount())
                : Outcome.accepted(new Movement.HoldDelivered(c.hold(), c.toAccount(), c.amount()));
    }

    private @Nullable RejectionCode takenByBeneficiary(long number, long amount, Request request) {
        if (amount <= 0) {
            return RejectionCode.NOT_POSITIVE;
        }
        Hold hold = book.hold(number);
        if (hold == null) {
            return RejectionCode.UNKNOWN_HOLD;
        }
        boolean beneficiary = hold.beneficiary() instanceof Beneficiary.Party party
                && party.party() == request.party().number();
        if (!beneficiary) {
            return RejectionCode.NOT_AUTHORISED;
        }
        if (hold.expiryMillis() <= request.nowMillis()) {
            return RejectionCode.HOLD_EXPIRED;
        }
        return hold.amount() < amount ? RejectionCode.HOLD_BELOW_DEBIT : null;
    }
}
