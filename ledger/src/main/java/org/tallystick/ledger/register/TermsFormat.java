package org.tallystick.ledger.register;

import java.time.LocalDate;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** The canonical form of an asset's terms: a number for the kind, then its fields in order. Numbers are never reused. */
final class TermsFormat {

    private static final int CASH = 1;
    private static final int BILL = 2;
    private static final int FIXED_COUPON = 3;
    private static final int TIPS = 4;
    private static final int FLOATING_RATE = 5;
    private static final int INTEREST_STRIP = 6;
    private static final int PRINCIPAL_STRIP = 7;

    private TermsFormat() {}

    static void write(AssetTerms terms, StateSink sink) {
        switch (terms) {
            case AssetTerms.Cash cash -> {
                sink.putLong(CASH);
                sink.putText(cash.currency());
            }
            case AssetTerms.Treasury treasury -> {
                write(treasury.security(), sink);
                sink.putLong(treasury.cashAsset());
                sink.putLong(treasury.payingAccount());
                sink.putLong(treasury.residualAccount());
            }
        }
    }

    private static void write(Security security, StateSink sink) {
        switch (security) {
            case Bill bill -> {
                head(BILL, bill.cusip(), bill.maturityDate(), sink);
                put(bill.issueDate(), sink);
            }
            case FixedCoupon note -> {
                head(FIXED_COUPON, note.cusip(), note.maturityDate(), sink);
                sink.putLong(note.couponPercentNanos());
                put(note.datedDate(), sink);
                put(note.firstInterestDate(), sink);
            }
            case Tips tips -> {
                head(TIPS, tips.cusip(), tips.maturityDate(), sink);
                sink.putLong(tips.couponPercentNanos());
                put(tips.datedDate(), sink);
                put(tips.firstInterestDate(), sink);
                sink.putLong(tips.refCpiOnDatedDateE5());
            }
            case FloatingRateNote note -> {
                head(FLOATING_RATE, note.cusip(), note.maturityDate(), sink);
                sink.putLong(note.spreadPercentNanos());
                put(note.datedDate(), sink);
                put(note.firstInterestDate(), sink);
            }
            case InterestStrip strip -> {
                head(INTEREST_STRIP, strip.cusip(), strip.paymentDate(), sink);
                sink.putLong(strip.inflationIndexed() ? 1 : 0);
            }
            case PrincipalStrip strip -> {
                head(PRINCIPAL_STRIP, strip.cusip(), strip.maturityDate(), sink);
                sink.putText(strip.stripped().value());
                sink.putLong(strip.refCpiOnDatedDateE5());
            }
        }
    }

    private static void head(int kind, Cusip cusip, LocalDate maturityDate, StateSink sink) {
        sink.putLong(kind);
        sink.putText(cusip.value());
        put(maturityDate, sink);
    }

    private static void put(LocalDate date, StateSink sink) {
        sink.putLong(date.toEpochDay());
    }

    /**
     * @throws BadSnapshot for a kind it does not know
     */
    static AssetTerms read(StateSource source) {
        int kind = source.getInt();
        if (kind == CASH) {
            return new AssetTerms.Cash(source.getText());
        }
        Security security = readSecurity(kind, source);
        return new AssetTerms.Treasury(security, source.getInt(), source.getInt(), source.getInt());
    }

    private static Security readSecurity(int kind, StateSource source) {
        Cusip cusip = Cusip.of(source.getText());
        LocalDate maturity = date(source);
        return switch (kind) {
            case BILL -> new Bill(cusip, date(source), maturity);
            case FIXED_COUPON -> new FixedCoupon(cusip, source.getLong(), date(source), date(source), maturity);
            case TIPS -> new Tips(cusip, source.getLong(), date(source), date(source), maturity, source.getLong());
            case FLOATING_RATE -> new FloatingRateNote(cusip, source.getLong(), date(source), date(source), maturity);
            case INTEREST_STRIP -> new InterestStrip(cusip, maturity, source.getLong() == 1);
            case PRINCIPAL_STRIP -> new PrincipalStrip(cusip, Cusip.of(source.getText()), maturity, source.getLong());
            default -> throw new BadSnapshot("no kind of asset has number " + kind);
        };
    }

    private static LocalDate date(StateSource source) {
        return LocalDate.ofEpochDay(source.getLong());
    }
}
