package org.tallystick.wire.codec;

import java.time.DateTimeException;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.wire.proto.Tally;

/** Terms of assets. The records check themselves: terms that contradict each other are malformed. */
public final class TermsCodec {

    private TermsCodec() {}

    public static Tally.AssetTerms encode(AssetTerms terms) {
        Tally.AssetTerms.Builder message = Tally.AssetTerms.newBuilder();
        switch (terms) {
            case AssetTerms.Cash cash -> message.getCashBuilder().setCurrency(cash.currency());
            case AssetTerms.Treasury treasury -> message.setTreasury(encode(treasury));
        }
        return message.build();
    }

    private static Tally.Treasury encode(AssetTerms.Treasury treasury) {
        Tally.Treasury.Builder message = Tally.Treasury.newBuilder()
                .setCashAsset(treasury.cashAsset())
                .setPayingAccount(treasury.payingAccount())
                .setResidualAccount(treasury.residualAccount());
        put(treasury.security(), message);
        return message.build();
    }

    private static void put(Security security, Tally.Treasury.Builder message) {
        switch (security) {
            case Bill bill ->
                message.getBillBuilder()
                        .setCusip(bill.cusip().value())
                        .setIssueDate(Values.encode(bill.issueDate()))
                        .setMaturityDate(Values.encode(bill.maturityDate()));
            case FixedCoupon note ->
                message.getFixedCouponBuilder()
                        .setCusip(note.cusip().value())
                        .setCouponPercentNanos(note.couponPercentNanos())
                        .setDatedDate(Values.encode(note.datedDate()))
                        .setFirstInterestDate(Values.encode(note.firstInterestDate()))
                        .setMaturityDate(Values.encode(note.maturityDate()));
            case Tips tips ->
                message.getTipsBuilder()
                        .setCusip(tips.cusip().value())
                        .setCouponPercentNanos(tips.couponPercentNanos())
                        .setDatedDate(Values.encode(tips.datedDate()))
                        .setFirstInterestDate(Values.encode(tips.firstInterestDate()))
                        .setMaturityDate(Values.encode(tips.maturityDate()))
                        .setRefCpiOnDatedDateE5(tips.refCpiOnDatedDateE5());
            case FloatingRateNote note ->
                message.getFloatingRateNoteBuilder()
                        .setCusip(note.cusip().value())
                        .setSpreadPercentNanos(note.spreadPercentNanos())
                        .setDatedDate(Values.encode(note.datedDate()))
                        .setFirstInterestDate(Values.encode(note.firstInterestDate()))
                        .setMaturityDate(Values.encode(note.maturityDate()));
            case InterestStrip strip ->
                message.getInterestStripBuilder()
                        .setCusip(strip.cusip().value())
                        .setPaymentDate(Values.encode(strip.paymentDate()))
                        .setInflationIndexed(strip.inflationIndexed());
            case PrincipalStrip strip ->
                message.getPrincipalStripBuilder()
                        .setCusip(strip.cusip().value())
                        .setStripped(strip.stripped().value())
                        .setMaturityDate(Values.encode(strip.maturityDate()))
                        .setRefCpiOnDatedDateE5(strip.refCpiOnDatedDateE5());
        }
    }

    static AssetTerms decode(Tally.AssetTerms terms) {
        return switch (terms.getKindCase()) {
            case CASH -> new AssetTerms.Cash(terms.getCash().getCurrency());
            case TREASURY -> {
                Tally.Treasury treasury = terms.getTreasury();
                yield new AssetTerms.Treasury(
                        security(treasury),
                        treasury.getCashAsset(),
                        treasury.getPayingAccount(),
                        treasury.getResidualAccount());
            }
            case KIND_NOT_SET -> throw new MalformedMessage("terms are missing");
        };
    }

    private static Security security(Tally.Treasury treasury) {
        try {
            return switch (treasury.getSecurityCase()) {
                case BILL -> decode(treasury.getBill());
                case FIXED_COUPON -> decode(treasury.getFixedCoupon());
                case TIPS -> decode(treasury.getTips());
                case FLOATING_RATE_NOTE -> decode(treasury.getFloatingRateNote());
                case INTEREST_STRIP -> decode(treasury.getInterestStrip());
                case PRINCIPAL_STRIP -> decode(treasury.getPrincipalStrip());
                case SECURITY_NOT_SET -> throw new MalformedMessage("the terms name no security");
            };
        } catch (IllegalArgumentException | DateTimeException contradiction) {
            throw new MalformedMessage("terms: " + contradiction.getMessage());
        }
    }

    private static Bill decode(Tally.Bill bill) {
        return new Bill(
                Cusip.of(bill.getCusip()),
                Values.decode("issue_date", bill.hasIssueDate(), bill.getIssueDate()),
                Values.decode("maturity_date", bill.hasMaturityDate(), bill.getMaturityDate()));
    }

    private static FixedCoupon decode(Tally.FixedCoupon note) {
        return new FixedCoupon(
                Cusip.of(note.getCusip()),
                note.getCouponPercentNanos(),
                Values.decode("dated_date", note.hasDatedDate(), note.getDatedDate()),
                Values.decode("first_interest_date", note.hasFirstInterestDate(), note.getFirstInterestDate()),
                Values.decode("maturity_date", note.hasMaturityDate(), note.getMaturityDate()));
    }

    private static Tips decode(Tally.Tips tips) {
        return new Tips(
                Cusip.of(tips.getCusip()),
                tips.getCouponPercentNanos(),
                Values.decode("dated_date", tips.hasDatedDate(), tips.getDatedDate()),
                Values.decode("first_interest_date", tips.hasFirstInterestDate(), tips.getFirstInterestDate()),
                Values.decode("maturity_date", tips.hasMaturityDate(), tips.getMaturityDate()),
                tips.getRefCpiOnDatedDateE5());
    }

    private static FloatingRateNote decode(Tally.FloatingRateNote note) {
        return new FloatingRateNote(
                Cusip.of(note.getCusip()),
                note.getSpreadPercentNanos(),
                Values.decode("dated_date", note.hasDatedDate(), note.getDatedDate()),
                Values.decode("first_interest_date", note.hasFirstInterestDate(), note.getFirstInterestDate()),
                Values.decode("maturity_date", note.hasMaturityDate(), note.getMaturityDate()));
    }

    private static InterestStrip decode(Tally.InterestStrip strip) {
        return new InterestStrip(
                Cusip.of(strip.getCusip()),
                Values.decode("payment_date", strip.hasPaymentDate(), strip.getPaymentDate()),
                strip.getInflationIndexed());
    }

    private static PrincipalStrip decode(Tally.PrincipalStrip strip) {
        return new PrincipalStrip(
                Cusip.of(strip.getCusip()),
                Cusip.of(strip.getStripped()),
                Values.decode("maturity_date", strip.hasMaturityDate(), strip.getMaturityDate()),
                strip.getRefCpiOnDatedDateE5());
    }
}
