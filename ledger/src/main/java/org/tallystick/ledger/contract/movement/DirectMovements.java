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
import org.tallystick.ledger.contract.About;
import org.tallystick.ledger.contract.BidClaims;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/** Decides the movements that a party may ask for by its own word alone. */
public final class DirectMovements {

    private static final int LONGEST_REFERENCE = 35;

    private final Register register;
    private final Book book;
    private final TransferRules rules;
    private final BidClaims claims;

    public DirectMovements(Register register, Book book, TransferRules rules, BidClaims claims) {
        this.register = register;
        this.book = book;
        this.rules = rules;
        this.claims = claims;
    }

    public Outcome decide(IssueCash c, Request request) {
        RejectionCode code = byCashIssuer(c.asset(), request);
        if (code == null) {
            code = rules.amount(c.asset(), c.amount());
        }
        if (code == null) {
            code = rules.receiver(c.account());
        }
        if (code == null && book.supply(c.asset()) > Long.MAX_VALUE - c.amount()) {
            code = RejectionCode.AMOUNT_OVERFLOW;
        }
        return code != null
                ? new About(request.party().number(), c.account(), c.asset()).rejected(code)
                : Outcome.accepted(new Movement.Issued(c.asset(), c.account(), c.amount()));
    }

    public Outcome decide(RedeemCash c, Request request) {
        RejectionCode code = byCashIssuer(c.asset(), request);
        if (code == null) {
            code = rules.amount(c.asset(), c.amount());
        }
        if (code == null) {
            code = rules.giver(c.account(), request.party());
        }
        if (code == null && book.available(c.account(), c.asset()) < c.amount()) {
            code = RejectionCode.AVAILABLE_BELOW_DEBIT;
        }
        return code != null
                ? new About(request.party().number(), c.account(), c.asset()).rejected(code)
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
        if (code == null) {
            code = rules.amount(c.asset(), c.amount());
        }
        if (code != null) {
            return new About(request.party().number(), c.account(), c.asset()).rejected(code);
        }
        Rejection form = form(c, request);
        if (form != null) {
            return new Outcome.Rejected(form);
        }
        if (book.hasMostHolds(c.account(), c.asset())) {
            code = RejectionCode.TOO_MANY_HOLDS;
        }
        if (code == null && book.available(c.account(), c.asset()) < c.amount()) {
            code = RejectionCode.AVAILABLE_BELOW_DEBIT;
        }
        return code != null
                ? new About(request.party().number(), c.account(), c.asset()).rejected(code)
                : Outcome.accepted(new Movement.HoldPlaced(
                        book.nextHold(),
                        c.account(),
                        c.asset(),
                        c.amount(),
                        c.beneficiary(),
                        c.expiryMillis(),
                        c.reference()));
    }

    private @Nullable Rejection form(PlaceHold c, Request request) {
        if (c.reference().length() > LONGEST_REFERENCE
                || c.reference().codePoints().anyMatch(DirectMovements::isUnprintable)) {
            return Rejection.of(RejectionCode.BAD_TEXT);
        }
        Rejection byBeneficiary = switch (c.beneficiary()) {
            case Beneficiary.Party b ->
                register.parties().find(b.party()) == null
                        ? Rejection.of(RejectionCode.UNKNOWN_PARTY, b.party())
                        : null;
            case Beneficiary.Auction b ->
                b.auction() < 1 ? Rejection.of(RejectionCode.UNKNOWN_AUCTION, b.auction()) : null;
            case Beneficiary.Distribution b ->
                Rejection.of(RejectionCode.NOT_AUTHORISED, request.party().number());
        };
        if (byBeneficiary != null) {
            return byBeneficiary;
        }
        if (c.expiryMillis() <= request.nowMillis()) {
            return Rejection.of(RejectionCode.TIME_IN_THE_PAST);
        }
        return request.isTooFar(c.expiryMillis()) ? Rejection.of(RejectionCode.TIME_TOO_FAR) : null;
    }

    /** A control character, or half of a surrogate pair alone: such a text has no UTF-8. */
    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    public Outcome decide(ReleaseHold c, Request request) {
        Hold hold = book.hold(c.hold());
        boolean spent = hold != null && isSpentBid(hold, request);
        RejectionCode code = taken(hold, c.amount(), spent || hold != null && isBeneficiary(hold, request), request);
        return code != null
                ? new About(request.party().number(), 0, 0).withHold(c.hold()).rejected(code)
                : Outcome.accepted(new Movement.HoldReleased(c.hold(), c.amount()));
    }

    public Outcome decide(DeliverHold c, Request request) {
        Hold hold = book.hold(c.hold());
        RejectionCode code = taken(hold, c.amount(), hold != null && isBeneficiary(hold, request), request);
        if (code == null && hold != null) {
            code = rules.amount(hold.asset(), c.amount());
            if (code == null) {
                code = rules.giver(hold.account());
            }
        }
        if (code != null) {
            // Neither whose account the hold is on nor of which asset is for anyone to learn who may not take it.
            return new About(request.party().number(), 0, 0).withHold(c.hold()).rejected(code);
        }
        code = rules.receiver(c.toAccount());
        return code != null
                ? new About(request.party().number(), c.toAccount(), 0).rejected(code)
                : Outcome.accepted(new Movement.HoldDelivered(c.hold(), c.toAccount(), c.amount()));
    }

    private static boolean isBeneficiary(Hold hold, Request request) {
        return hold.beneficiary() instanceof Beneficiary.Party party
                && party.party() == request.party().number();
    }

    /** Whether a party has its own cash back for the asking: it bid in an auction that takes no more from its account. */
    private boolean isSpentBid(Hold hold, Request request) {
        return hold.beneficiary() instanceof Beneficiary.Auction bid
                && register.accounts().ownerOf(hold.account())
                        == request.party().number()
                && !claims.mayDraw(bid.auction(), hold.account());
    }

    private static @Nullable RejectionCode taken(
            @Nullable Hold hold, long amount, boolean authorised, Request request) {
        if (amount <= 0) {
            return RejectionCode.NOT_POSITIVE;
        }
        if (hold == null) {
            return RejectionCode.UNKNOWN_HOLD;
        }
        if (!authorised) {
            return RejectionCode.NOT_AUTHORISED;
        }
        if (hold.expiryMillis() <= request.nowMillis()) {
            return RejectionCode.HOLD_EXPIRED;
        }
        return hold.amount() < amount ? RejectionCode.HOLD_BELOW_DEBIT : null;
    }
}
