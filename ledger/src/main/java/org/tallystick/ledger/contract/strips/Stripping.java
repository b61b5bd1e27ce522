package org.tallystick.ledger.contract.strips;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.contract.About;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.contract.TransferRules;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.money.Scales;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.Interest;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Schedule;
import org.tallystick.ledger.treasury.Strips;
import org.tallystick.ledger.treasury.Tips;

/**
 * Strips a security into its remaining payments, and puts them together again.
 *
 * <p>A nominal component is the dollars it will pay and must come out whole, so what stripping conserves putting together
 * gives back. The interest of a TIPS is its adjusted value (31 CFR 356 App. B, section V), which seldom comes out whole: it
 * is rounded down when stripped and up when put together, so that no sequence of either gains a cent. Who wants to lose
 * none registers the strips with a finer scale.
 */
public final class Stripping {

    private final Register register;
    private final Book book;
    private final TransferRules rules;

    public Stripping(Register register, Book book, TransferRules rules) {
        this.register = register;
        this.book = book;
        this.rules = rules;
    }

    /** So much of one strip. */
    private record Component(int asset, long amount) {}

    /** The components of an amount of par, or why there are none. */
    private sealed interface Breakdown {
        record Whole(List<Component> components) implements Breakdown {}

        record Impossible(Rejection rejection) implements Breakdown {}
    }

    public Outcome decide(StripSecurity c, Request request) {
        Rejection rejection = mayExchange(c.account(), c.asset(), c.par(), request);
        if (rejection != null) {
            return new Outcome.Rejected(rejection);
        }
        return switch (breakDown(c.asset(), c.par(), Rounding.DOWN)) {
            case Breakdown.Impossible impossible -> new Outcome.Rejected(impossible.rejection());
            case Breakdown.Whole whole -> strip(c, whole.components());
        };
    }

    private Outcome strip(StripSecurity c, List<Component> components) {
        if (book.available(c.account(), c.asset()) < c.par()) {
            return Outcome.rejected(RejectionCode.AVAILABLE_BELOW_DEBIT, c.account());
        }
        List<Event> events = new ArrayList<>();
        events.add(new Movement.Redeemed(c.asset(), c.account(), c.par()));
        for (Component component : components) {
            RejectionCode code =
                    rules.outstanding(component.asset(), book.supply(component.asset()), component.amount());
            if (code != null) {
                return Outcome.rejected(code, component.asset());
            }
            events.add(new Movement.Issued(component.asset(), c.account(), component.amount()));
        }
        events.add(new ServicingEvent.SecurityStripped(c.asset(), c.account(), c.par()));
        return Outcome.accepted(events);
    }

    public Outcome decide(ReconstituteSecurity c, Request request) {
        Rejection rejection = mayExchange(c.account(), c.asset(), c.par(), request);
        if (rejection != null) {
            return new Outcome.Rejected(rejection);
        }
        return switch (breakDown(c.asset(), c.par(), Rounding.UP)) {
            case Breakdown.Impossible impossible -> new Outcome.Rejected(impossible.rejection());
            case Breakdown.Whole whole -> reconstitute(c, whole.components());
        };
    }

    private Outcome reconstitute(ReconstituteSecurity c, List<Component> components) {
        RejectionCode code = rules.outstanding(c.asset(), book.supply(c.asset()), c.par());
        if (code != null) {
            return Outcome.rejected(code, c.asset());
        }
        List<Event> events = new ArrayList<>();
        for (Component component : components) {
            if (book.available(c.account(), component.asset()) < component.amount()) {
                return Outcome.rejected(RejectionCode.AVAILABLE_BELOW_DEBIT, c.account());
            }
            events.add(new Movement.Redeemed(component.asset(), c.account(), component.amount()));
        }
        events.add(new Movement.Issued(c.asset(), c.account(), c.par()));
        events.add(new ServicingEvent.SecurityReconstituted(c.asset(), c.account(), c.par()));
        return Outcome.accepted(events);
    }

    private @Nullable Rejection mayExchange(int account, int asset, long par, Request request) {
        RejectionCode code = rules.giver(account, request.party());
        if (code == null) {
            code = rules.amount(asset, par);
        }
        return code == null ? null : new About(request.party().number(), account, asset).rejection(code);
    }

    private Breakdown breakDown(int assetNumber, long par, Rounding rounding) {
        Asset asset = register.assets().get(assetNumber);
        AssetTerms.Treasury terms = asset.treasury();
        LocalDate today = register.published().businessDate();
        if (terms == null || today == null) {
            return impossible(RejectionCode.NOT_STRIPPABLE, assetNumber);
        }
        return switch (terms.security()) {
            case FixedCoupon note -> components(asset, note, par, today, rounding);
            case Tips tips -> components(asset, tips, par, today, rounding);
            case FloatingRateNote note -> impossible(RejectionCode.NOT_STRIPPABLE, assetNumber);
            case Bill bill -> impossible(RejectionCode.NOT_STRIPPABLE, assetNumber);
            case InterestStrip strip -> impossible(RejectionCode.NOT_STRIPPABLE, assetNumber);
            case PrincipalStrip strip -> impossible(RejectionCode.NOT_STRIPPABLE, assetNumber);
        };
    }

    private static Breakdown impossible(RejectionCode code, long subject) {
        return new Breakdown.Impossible(Rejection.of(code, subject));
    }

    private Breakdown components(Asset asset, CouponSecurity security, long par, LocalDate today, Rounding rounding) {
        List<Component> components = new ArrayList<>();
        boolean indexed = security instanceof Tips;
        for (LocalDate date : Schedule.of(security).dates()) {
            if (date.isAfter(today)) {
                int strip = register.assets().interestStrip(date, indexed);
                if (strip == 0 || !paysAs(asset, strip)) {
                    return impossible(RejectionCode.COMPONENT_NOT_REGISTERED, date.toEpochDay());
                }
                Rational exact = interest(security, date).times(par).times(scale(asset, strip));
                if (!indexed && !exact.denominator().equals(BigInteger.ONE)) {
                    return impossible(RejectionCode.NOT_WHOLE_UNITS, date.toEpochDay());
                }
                add(components, strip, exact.round(0, rounding));
            }
        }
        int principal = register.assets().principalStrip(asset.code());
        if (principal == 0 || !paysAs(asset, principal) || !isPrincipalOf(security, principal)) {
            return impossible(
                    RejectionCode.COMPONENT_NOT_REGISTERED,
                    security.maturityDate().toEpochDay());
        }
        Rational exact = scale(asset, principal).times(par);
        if (!exact.denominator().equals(BigInteger.ONE)) {
            return impossible(
                    RejectionCode.NOT_WHOLE_UNITS, security.maturityDate().toEpochDay());
        }
        add(components, principal, exact.round(0, Rounding.DOWN));
        return new Breakdown.Whole(components);
    }

    /** Whether a strip is still to be paid, by the same issuer in the same cash: only then is it worth what it replaces. */
    private boolean paysAs(Asset whole, int strip) {
        Asset part = register.assets().get(strip);
        AssetTerms.Treasury wholeTerms = whole.treasury();
        AssetTerms.Treasury partTerms = part.treasury();
        return wholeTerms != null
                && partTerms != null
                && !part.matured()
                && part.issuer() == whole.issuer()
                && partTerms.cashAsset() == wholeTerms.cashAsset();
    }

    /** Whether a principal strip repays on the security's maturity, and is indexed as the security is. */
    private boolean isPrincipalOf(CouponSecurity security, int principal) {
        AssetTerms.Treasury terms = register.assets().get(principal).treasury();
        long refCpiOnDatedDateE5 = security instanceof Tips tips ? tips.refCpiOnDatedDateE5() : 0;
        return terms != null
                && terms.security() instanceof PrincipalStrip strip
                && strip.maturityDate().equals(security.maturityDate())
                && strip.refCpiOnDatedDateE5() == refCpiOnDatedDateE5;
    }

    private static void add(List<Component> components, int asset, long amount) {
        if (amount > 0) {
            components.add(new Component(asset, amount));
        }
    }

    /** The interest of one date on one unit of par: its dollars, or for a TIPS its adjusted value. */
    private static Rational interest(CouponSecurity security, LocalDate date) {
        return switch (security) {
            case FixedCoupon note -> Interest.due(note, date);
            case Tips tips -> Strips.adjustedValuePerUnit(tips, date);
            case FloatingRateNote note -> throw new IllegalStateException("a floating rate note is not stripped");
        };
    }

    private Rational scale(Asset from, int to) {
        return Scales.factor(from.scale(), register.assets().get(to).scale());
    }
}
