package org.tallystick.gateway.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.Interest;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Schedule;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/**
 * One payment that the terms of a security promise.
 *
 * @param date as scheduled; what falls on no business day is paid on the next
 * @param basis what the amount is counted in
 * @param per100Micros for 100 of par in millionths, half up; 0 where the basis is unknown
 */
public record CashFlow(LocalDate date, Kind kind, Basis basis, long per100Micros) {

    /** What is paid. */
    public enum Kind {
        INTEREST,
        PRINCIPAL
    }

    /** What the amount is counted in. */
    public enum Basis {
        /** Money. */
        NOMINAL,
        /** Money at the price level of the dated date: to be multiplied by the index ratio of the day. */
        REAL,
        /** It depends on auctions to come. */
        UNKNOWN
    }

    private static final int RATIO_E5 = 100_000;
    private static final long PAR = 100;
    private static final int DECIMALS = 6;

    /** Every payment of a security, in order of date. */
    public static List<CashFlow> of(Security security) {
        return switch (security) {
            case Bill bill -> List.of(principal(bill, Basis.NOMINAL));
            case FixedCoupon nominal -> coupons(nominal, Basis.NOMINAL);
            case Tips tips -> coupons(tips, Basis.REAL);
            case FloatingRateNote floating -> coupons(floating, Basis.NOMINAL);
            case InterestStrip strip ->
                List.of(new CashFlow(
                        strip.maturityDate(), Kind.INTEREST, basis(strip.inflationIndexed()), micros(Rational.ONE)));
            case PrincipalStrip strip -> List.of(principal(strip, basis(strip.inflationIndexed())));
        };
    }

    private static Basis basis(boolean indexed) {
        return indexed ? Basis.REAL : Basis.NOMINAL;
    }

    private static List<CashFlow> coupons(CouponSecurity security, Basis basis) {
        List<CashFlow> flows = new ArrayList<>();
        for (LocalDate date : Schedule.of(security).dates()) {
            flows.add(interest(security, date));
        }
        flows.add(principal(security, basis));
        return List.copyOf(flows);
    }

    private static CashFlow interest(CouponSecurity security, LocalDate date) {
        return switch (security) {
            case FixedCoupon nominal ->
                new CashFlow(date, Kind.INTEREST, Basis.NOMINAL, micros(Interest.due(nominal, date)));
            case Tips tips -> new CashFlow(date, Kind.INTEREST, Basis.REAL, micros(Interest.due(tips, date, RATIO_E5)));
            case FloatingRateNote floating -> new CashFlow(date, Kind.INTEREST, Basis.UNKNOWN, 0);
        };
    }

    private static CashFlow principal(Security security, Basis basis) {
        return new CashFlow(security.maturityDate(), Kind.PRINCIPAL, basis, micros(Rational.ONE));
    }

    private static long micros(Rational perUnit) {
        return perUnit.times(PAR).round(DECIMALS, Rounding.HALF_UP);
    }
}
