package org.tallystick.readmodel.schema;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.readmodel.view.InstrumentView.Kind;

/**
 * The terms of an asset, a column each; null where its kind has no such term.
 *
 * @param currency of cash
 * @param ratePercentNanos coupon, or spread of a floating rate note, in billionths of a percent
 * @param datedDate issue date of a bill
 * @param maturityDate payment date of an interest strip
 * @param stripped CUSIP of what a principal strip was stripped from
 * @param refCpiE5 reference CPI on the dated date, of a TIPS or what was stripped from one, in hundred-thousandths
 * @param indexed whether its payments follow the consumer price index
 */
public record AssetColumns(
        Kind kind,
        @Nullable String currency,
        @Nullable Integer cashAsset,
        @Nullable Integer payingAccount,
        @Nullable Integer residualAccount,
        @Nullable Long ratePercentNanos,
        @Nullable LocalDate datedDate,
        @Nullable LocalDate firstInterestDate,
        @Nullable LocalDate maturityDate,
        @Nullable String stripped,
        @Nullable Long refCpiE5,
        boolean indexed) {

    /** A note matures within ten years of its dated date. */
    private static final int LONGEST_NOTE_YEARS = 10;

    public static AssetColumns of(AssetTerms terms) {
        return switch (terms) {
            case AssetTerms.Cash cash ->
                new AssetColumns(
                        Kind.CASH, cash.currency(), null, null, null, null, null, null, null, null, null, false);
            case AssetTerms.Treasury treasury -> of(treasury, treasury.security());
        };
    }

    private static AssetColumns of(AssetTerms.Treasury t, Security security) {
        return switch (security) {
            case Bill s -> columns(t, Kind.BILL, null, s.issueDate(), null, s.maturityDate(), null, null, false);
            case FixedCoupon s ->
                columns(
                        t,
                        isNote(s) ? Kind.NOTE : Kind.BOND,
                        s.couponPercentNanos(),
                        s.datedDate(),
                        s.firstInterestDate(),
                        s.maturityDate(),
                        null,
                        null,
                        false);
            case Tips s ->
                columns(
                        t,
                        Kind.TIPS,
                        s.couponPercentNanos(),
                        s.datedDate(),
                        s.firstInterestDate(),
                        s.maturityDate(),
                        null,
                        s.refCpiOnDatedDateE5(),
                        true);
            case FloatingRateNote s ->
                columns(
                        t,
                        Kind.FRN,
                        s.spreadPercentNanos(),
                        s.datedDate(),
                        s.firstInterestDate(),
                        s.maturityDate(),
                        null,
                        null,
                        false);
            case InterestStrip s ->
                columns(t, Kind.INTEREST_STRIP, null, null, null, s.paymentDate(), null, null, s.inflationIndexed());
            case PrincipalStrip s ->
                columns(
                        t,
                        Kind.PRINCIPAL_STRIP,
                        null,
                        null,
                        null,
                        s.maturityDate(),
                        s.stripped().value(),
                        s.refCpiOnDatedDateE5(),
                        s.inflationIndexed());
        };
    }

    private static boolean isNote(FixedCoupon security) {
        return !security.maturityDate().isAfter(security.datedDate().plusYears(LONGEST_NOTE_YEARS));
    }

    private static AssetColumns columns(
            AssetTerms.Treasury treasury,
            Kind kind,
            @Nullable Long ratePercentNanos,
            @Nullable LocalDate datedDate,
            @Nullable LocalDate firstInterestDate,
            LocalDate maturityDate,
            @Nullable String stripped,
            @Nullable Long refCpiE5,
            boolean indexed) {
        return new AssetColumns(
                kind,
                null,
                treasury.cashAsset(),
                treasury.payingAccount(),
                treasury.residualAccount(),
                ratePercentNanos,
                datedDate,
                firstInterestDate,
                maturityDate,
                stripped,
                refCpiE5,
                indexed);
    }

    /** The terms these columns are of. */
    public AssetTerms terms(String code) {
        return kind == Kind.CASH
                ? new AssetTerms.Cash(some(currency))
                : new AssetTerms.Treasury(
                        security(Cusip.of(code)), some(cashAsset), some(payingAccount), some(residualAccount));
    }

    private Security security(Cusip cusip) {
        LocalDate matures = some(maturityDate);
        return switch (kind) {
            case CASH -> throw new IllegalStateException("cash is no security");
            case BILL -> new Bill(cusip, some(datedDate), matures);
            case NOTE, BOND ->
                new FixedCoupon(cusip, some(ratePercentNanos), some(datedDate), some(firstInterestDate), matures);
            case TIPS ->
                new Tips(
                        cusip,
                        some(ratePercentNanos),
                        some(datedDate),
                        some(firstInterestDate),
                        matures,
                        some(refCpiE5));
            case FRN ->
                new FloatingRateNote(cusip, some(ratePercentNanos), some(datedDate), some(firstInterestDate), matures);
            case INTEREST_STRIP -> new InterestStrip(cusip, matures, indexed);
            case PRINCIPAL_STRIP -> new PrincipalStrip(cusip, Cusip.of(some(stripped)), matures, some(refCpiE5));
        };
    }

    private <T> T some(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "a term is missing of a " + kind);
    }
}
