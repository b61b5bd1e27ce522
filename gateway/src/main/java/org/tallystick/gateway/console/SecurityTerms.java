package org.tallystick.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.readmodel.view.InstrumentView;

/** The terms of an asset in words and figures. */
public final class SecurityTerms {

    /** One term and what it is. */
    public record Fact(String term, String value) {}

    private SecurityTerms() {}

    /** In a line: 3.125 % note due 2036-11-15. */
    public static String brief(InstrumentView instrument) {
        return switch (instrument.terms()) {
            case AssetTerms.Cash cash -> "Tokenised " + cash.currency();
            case AssetTerms.Treasury treasury -> brief(instrument.kind(), treasury.security());
        };
    }

    private static String brief(InstrumentView.Kind kind, Security security) {
        String due = " due " + Moments.date(security.maturityDate());
        return switch (security) {
            case Bill bill -> "Bill" + due;
            case FixedCoupon fixed ->
                percent(fixed.couponPercentNanos()) + (kind == InstrumentView.Kind.BOND ? " bond" : " note") + due;
            case Tips tips -> percent(tips.couponPercentNanos()) + " TIPS" + due;
            case FloatingRateNote floating ->
                "Floating rate note, 13-week bill " + spread(floating.spreadPercentNanos()) + due;
            case InterestStrip strip -> (strip.inflationIndexed() ? "Indexed interest strip" : "Interest strip") + due;
            case PrincipalStrip strip -> "Principal strip of " + strip.stripped() + due;
        };
    }

    /** What it is and what it does, in a sentence or two. */
    public static String sentence(InstrumentView instrument) {
        return switch (instrument.terms()) {
            case AssetTerms.Cash cash ->
                "Money on the ledger: a claim in " + cash.currency()
                        + " on its issuer, issued and redeemed at its word.";
            case AssetTerms.Treasury treasury ->
                switch (treasury.security()) {
                    case Bill bill -> "Sold at a discount; pays par at maturity and nothing before.";
                    case FixedCoupon fixed -> "Pays half of its coupon twice a year, and par at maturity.";
                    case Tips tips ->
                        "Pays half of its real coupon twice a year on principal that follows consumer prices; at maturity"
                                + " the greater of adjusted principal and par.";
                    case FloatingRateNote floating ->
                        "Pays quarterly what accrues each day at the rate of the last 13-week bill auction plus its spread.";
                    case InterestStrip strip -> "One interest payment, separated from the securities that owed it.";
                    case PrincipalStrip strip ->
                        "The repayment of one security's principal, separated from its interest.";
                };
        };
    }

    /**
     * All of them, one by one.
     *
     * @param money code of what it pays in; empty for money itself
     */
    public static List<Fact> facts(InstrumentView instrument, String money) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Issuer", instrument.issuerCode() + " (party " + instrument.issuer() + ")"));
        switch (instrument.terms()) {
            case AssetTerms.Cash cash -> facts.add(new Fact("Currency", cash.currency()));
            case AssetTerms.Treasury treasury -> {
                add(facts, treasury.security());
                facts.add(new Fact("Maturity", Moments.date(treasury.security().maturityDate())));
                facts.add(new Fact("Pays in", money));
                facts.add(new Fact("Paying account", Integer.toString(treasury.payingAccount())));
            }
        }
        facts.add(new Fact("Smallest amount", Figures.amount(instrument.lot(), instrument.scale())));
        facts.add(new Fact("Decimals", Integer.toString(instrument.scale())));
        facts.add(new Fact("Number on the ledger", Integer.toString(instrument.asset())));
        return facts;
    }

    private static void add(List<Fact> facts, Security security) {
        switch (security) {
            case Bill bill -> facts.add(new Fact("Issue date", Moments.date(bill.issueDate())));
            case FixedCoupon fixed -> {
                facts.add(new Fact("Coupon", percent(fixed.couponPercentNanos()) + " a year, half-yearly"));
                facts.add(new Fact("Dated date", Moments.date(fixed.datedDate())));
                facts.add(new Fact("First interest", Moments.date(fixed.firstInterestDate())));
            }
            case Tips tips -> {
                facts.add(new Fact("Real coupon", percent(tips.couponPercentNanos()) + " a year, half-yearly"));
                facts.add(new Fact("Dated date", Moments.date(tips.datedDate())));
                facts.add(new Fact("First interest", Moments.date(tips.firstInterestDate())));
                facts.add(new Fact("Reference CPI, dated date", Figures.amount(tips.refCpiOnDatedDateE5(), 5)));
            }
            case FloatingRateNote floating -> {
                facts.add(new Fact("Spread", spread(floating.spreadPercentNanos())));
                facts.add(new Fact("Dated date", Moments.date(floating.datedDate())));
                facts.add(new Fact("First interest", Moments.date(floating.firstInterestDate())));
            }
            case InterestStrip strip ->
                facts.add(new Fact("Follows consumer prices", strip.inflationIndexed() ? "yes" : "no"));
            case PrincipalStrip strip ->
                facts.add(new Fact("Of security", strip.stripped().value()));
        }
    }

    private static String percent(long nanos) {
        return Figures.trimmed(nanos, 9, 3) + " %";
    }

    private static String spread(long nanos) {
        return (nanos < 0 ? "" : "+") + Figures.trimmed(nanos, 9, 3) + " %";
    }
}
