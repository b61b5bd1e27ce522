package org.tallystick.ledger.contract.administration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Party;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** Registers assets: that their terms can be carried out is checked here, once. */
public final class AssetRegistration {

    private static final int LARGEST_SCALE = 9;

    /** 100 % a year, for coupons and spreads: half of it on all that may be outstanding is still countable. */
    private static final long LARGEST_RATE_PERCENT_NANOS = 100_000_000_000L;

    private final Register register;

    public AssetRegistration(Register register) {
        this.register = register;
    }

    public Outcome decide(RegisterAsset c) {
        Rejection rejection = formOf(c);
        if (rejection == null) {
            rejection = switch (c.terms()) {
                case AssetTerms.Cash cash -> cash(c, cash);
                case AssetTerms.Treasury treasury -> treasury(c, treasury);
            };
        }
        return rejection != null
                ? new Outcome.Rejected(rejection)
                : Outcome.accepted(new RegisterEvent.AssetRegistered(
                        c.asset(), c.code(), c.issuer(), c.scale(), c.lot(), c.terms()));
    }

    private @Nullable Rejection formOf(RegisterAsset c) {
        if (c.asset() != register.assets().next()) {
            return Rejection.of(RejectionCode.BAD_NUMBER, c.asset());
        }
        if (!Texts.isCode(c.code()) && !(c.terms() instanceof AssetTerms.Treasury)) {
            return Rejection.of(RejectionCode.BAD_TEXT);
        }
        if (c.scale() < 0 || c.scale() > LARGEST_SCALE || c.lot() < 1) {
            return Rejection.of(RejectionCode.BAD_TERMS);
        }
        if (register.parties().find(c.issuer()) == null) {
            return Rejection.of(RejectionCode.UNKNOWN_PARTY, c.issuer());
        }
        return register.assets().codeTaken(c.code()) ? Rejection.of(RejectionCode.CODE_TAKEN) : null;
    }

    private @Nullable Rejection cash(RegisterAsset c, AssetTerms.Cash cash) {
        if (!Texts.isCurrency(cash.currency())) {
            return Rejection.of(RejectionCode.BAD_TEXT);
        }
        return issuerHas(c.issuer(), Role.CASH_ISSUER);
    }

    private @Nullable Rejection treasury(RegisterAsset c, AssetTerms.Treasury treasury) {
        if (!c.code().equals(treasury.security().cusip().value())
                || Math.absExact(ratePercentNanos(treasury.security())) > LARGEST_RATE_PERCENT_NANOS) {
            return Rejection.of(RejectionCode.BAD_TERMS);
        }
        for (int account : new int[] {treasury.payingAccount(), treasury.residualAccount()}) {
            if (!register.accounts().contains(account)) {
                return Rejection.of(RejectionCode.UNKNOWN_ACCOUNT, account);
            }
        }
        if (register.accounts().ownerOf(treasury.payingAccount()) != c.issuer()) {
            return Rejection.of(RejectionCode.BAD_TERMS);
        }
        Asset cash = register.assets().find(treasury.cashAsset());
        if (cash == null) {
            return Rejection.of(RejectionCode.UNKNOWN_ASSET, treasury.cashAsset());
        }
        if (!(cash.terms() instanceof AssetTerms.Cash)) {
            return Rejection.of(RejectionCode.WRONG_KIND_OF_ASSET, treasury.cashAsset());
        }
        LocalDate today = register.published().businessDate();
        if (today != null && !treasury.security().maturityDate().isAfter(today)) {
            return Rejection.of(
                    RejectionCode.DATE_IN_THE_PAST,
                    treasury.security().maturityDate().toEpochDay());
        }
        int same = stripOfTheSamePayment(treasury.security());
        return same != 0 ? Rejection.of(RejectionCode.CODE_TAKEN, same) : issuerHas(c.issuer(), Role.ISSUER);
    }

    /** The strip that stands for the same payment already, or 0: stripping must know which one to give. */
    private int stripOfTheSamePayment(Security security) {
        return switch (security) {
            case InterestStrip strip -> register.assets().interestStrip(strip.paymentDate(), strip.inflationIndexed());
            case PrincipalStrip strip ->
                register.assets().principalStrip(strip.stripped().value());
            case CouponSecurity coupon -> 0;
            case Bill bill -> 0;
        };
    }

    private static long ratePercentNanos(Security security) {
        return switch (security) {
            case FixedCoupon note -> note.couponPercentNanos();
            case Tips tips -> tips.couponPercentNanos();
            case FloatingRateNote note -> note.spreadPercentNanos();
            case Bill bill -> 0;
            case InterestStrip strip -> 0;
            case PrincipalStrip strip -> 0;
        };
    }

    private @Nullable Rejection issuerHas(int issuer, Role role) {
        Party party = register.parties().get(issuer);
        return party.roles().has(role) ? null : Rejection.of(RejectionCode.ROLE_REQUIRED, issuer);
    }
}
