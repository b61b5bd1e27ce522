package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/** The worked examples of 31 CFR 356 Appendix B, section I, and payments at maturity. */
class InterestTest {
    private static final Cusip CUSIP = Cusip.of("91282CFE6");

    @Test
    void aRegularPeriodPaysHalfTheCouponWhateverItsDays() {
        FixedCoupon note =
                new FixedCoupon(CUSIP, 3_125_000_000L, date("2022-08-15"), date("2023-02-15"), date("2025-08-15"));

        assertThat(Interest.due(note, date("2023-02-15"))).isEqualTo(Rational.of(3_125, 200_000));
        assertThat(Interest.due(note, date("2023-08-15"))).isEqualTo(Rational.of(3_125, 200_000));
    }

    @Test
    void aShortFirstPeriodPaysItsDaysAtANineDecimalDailyAmount() {
        // Section I.A.3: 8 3/8 % from 2 July 1990, first paid 31 December 1990: 182 x 0.227581522 = 41.419837004.
        FixedCoupon note =
                new FixedCoupon(CUSIP, 8_375_000_000L, date("1990-07-02"), date("1990-12-31"), date("1992-06-30"));

        assertThat(per1000(Interest.due(note, date("1990-12-31")))).isEqualTo(41_419_837_004L);
        // $20,000 of these notes: 828.39674008, which is $828.40.
        assertThat(Interest.due(note, date("1990-12-31")).times(20_000).round(2, Rounding.HALF_UP))
                .isEqualTo(82_840);
        assertThat(per1000(Interest.due(note, date("1991-06-30")))).isEqualTo(41_875_000_000L);
    }

    @Test
    void aLongFirstPeriodPaysItsOddDaysAndAWholeHalfYear() {
        // Section I.A.4: 7 7/8 % from 3 December 1990, first paid 15 August 1991: 74 x 0.213994565 + 39.375.
        FixedCoupon note =
                new FixedCoupon(CUSIP, 7_875_000_000L, date("1990-12-03"), date("1991-08-15"), date("1996-02-15"));

        assertThat(per1000(Interest.due(note, date("1991-08-15")))).isEqualTo(55_210_597_810L);
    }

    @Test
    void indexedInterestUsesTheRoundedRatio() {
        // Section I.B.5: 3 7/8 % on $100,000 at 166.2 / 164: an unrounded ratio would pay 1,963.49.
        Tips tips =
                new Tips(CUSIP, 3_875_000_000L, date("1999-01-15"), date("1999-07-15"), date("2009-01-15"), 16_400_000);
        long ratio = CpiTable.indexRatioE5(16_620_000, 16_400_000);

        assertThat(ratio).isEqualTo(101_341);
        assertThat(Interest.due(tips, date("1999-07-15"), ratio).times(100_000).round(2, Rounding.HALF_UP))
                .isEqualTo(196_348);
    }

    @Test
    void indexedPrincipalNeverRepaysLessThanPar() {
        Tips tips =
                new Tips(CUSIP, 3_875_000_000L, date("1999-01-15"), date("1999-07-15"), date("2009-01-15"), 16_400_000);
        PrincipalStrip corpus = new PrincipalStrip(Cusip.of("912821JM8"), CUSIP, date("2009-01-15"), 16_400_000);

        assertThat(Redemption.due(tips, OptionalLong.of(16_620_000))).isEqualTo(Rational.ofScaled(101_341, 5));
        assertThat(Redemption.due(tips, OptionalLong.of(16_000_000))).isEqualTo(Rational.ONE);
        assertThat(Redemption.due(corpus, OptionalLong.of(16_000_000))).isEqualTo(Rational.ONE);
    }

    @Test
    void anIndexedInterestStripPaysItsAdjustedValueTimesTheReferenceCpi() {
        // Section V: 11,814.02 of adjusted value at a reference CPI of 168.24516 pays 19,876.52.
        InterestStrip tint = new InterestStrip(Cusip.of("912796XY0"), date("2000-01-15"), true);

        assertThat(Redemption.due(tint, OptionalLong.of(16_824_516))
                        .times(1_181_402)
                        .round(0, Rounding.HALF_UP))
                .isEqualTo(1_987_652);
    }

    @Test
    void aFloatingRateNotePaysTheSumOfItsDays() {
        // Section IV.D, example 1: index 0.095022819 %, spread 0.120 %: 92 days x 0.000597286 per $100 = 0.054950312.
        FloatingRateNote note =
                new FloatingRateNote(CUSIP, 120_000_000, date("2012-07-31"), date("2012-10-31"), date("2014-07-31"));
        FrnIndexRates rates = FrnIndexRates.NONE.with(new FrnIndexRates.Auction(date("2012-07-23"), 95_000_000, 91));

        assertThat(rates.auctions().getFirst().indexPercentNanos()).isEqualTo(95_022_819);
        assertThat(Interest.due(note, date("2012-10-31"), rates, lockouts(note))
                        .orElseThrow()
                        .times(100)
                        .round(9, Rounding.HALF_UP))
                .isEqualTo(54_950_312);
    }

    @Test
    void aFloatingRateNoteChangesItsRateTheDayAfterAnAuctionAndNotInALockout() {
        FloatingRateNote note =
                new FloatingRateNote(CUSIP, 0, date("2022-07-31"), date("2022-10-31"), date("2024-07-31"));
        FrnIndexRates.Auction july = new FrnIndexRates.Auction(date("2022-07-25"), 2_000_000_000, 91);
        FrnIndexRates.Auction august = new FrnIndexRates.Auction(date("2022-08-01"), 3_000_000_000L, 91);
        FrnIndexRates.Auction lockedOut = new FrnIndexRates.Auction(date("2022-10-27"), 4_000_000_000L, 91);
        FrnIndexRates rates = new FrnIndexRates(List.of(lockedOut, july, august));
        FrnLockouts lockouts = lockouts(note);

        // 31 July and 1 August accrue at July's rate, the other 90 days of the period at August's: the lockout of
        // Monday 31
        // October starts on Thursday the 27th and ends with the 31st itself, so that the new rate waits for 1 November.
        assertThat(Interest.due(note, date("2022-10-31"), rates, lockouts))
                .contains(days(2, july).plus(days(90, august)));
        assertThat(Interest.accrued(note, date("2022-10-31"), date("2022-11-04"), rates, lockouts))
                .contains(days(1, august).plus(days(3, lockedOut)));
    }

    @Test
    void aReopeningHoldsTheRateStillForEveryHolder() {
        // 912828S84, re-opened on 30 September 2016: accrued 0.082970848 per $100 from 31 July, as recorded. Among its
        // auctions is a bill of 92 days. High rates as auctioned in July to September 2016.
        FloatingRateNote note = new FloatingRateNote(
                Cusip.of("912828S84"), 174_000_000, date("2016-07-31"), date("2016-10-31"), date("2018-07-31"));
        FrnIndexRates rates = new FrnIndexRates(List.of(
                new FrnIndexRates.Auction(date("2016-07-25"), 320000000, 91),
                new FrnIndexRates.Auction(date("2016-08-01"), 285000000, 91),
                new FrnIndexRates.Auction(date("2016-08-08"), 305000000, 91),
                new FrnIndexRates.Auction(date("2016-08-15"), 300000000, 91),
                new FrnIndexRates.Auction(date("2016-08-22"), 310000000, 92),
                new FrnIndexRates.Auction(date("2016-08-29"), 335000000, 91),
                new FrnIndexRates.Auction(date("2016-09-06"), 335000000, 91),
                new FrnIndexRates.Auction(date("2016-09-12"), 375000000, 91),
                new FrnIndexRates.Auction(date("2016-09-19"), 305000000, 91),
                new FrnIndexRates.Auction(date("2016-09-26"), 250000000, 91)));
        FrnLockouts lockouts = FrnLockouts.of(
                note,
                List.of(date("2016-08-01"), date("2016-08-26"), date("2016-09-30")),
                SifmaCalendar.ofYears(2016, 2018));

        assertThat(Interest.accrued(note, date("2016-07-31"), date("2016-09-30"), rates, lockouts))
                .contains(Rational.ofScaled(82_970_848, 9).dividedBy(100));
    }

    @Test
    void aNegativeRateAccruesNothingAndAnUnknownOneIsNotGuessed() {
        FloatingRateNote note =
                new FloatingRateNote(CUSIP, -150_000_000, date("2012-07-31"), date("2012-10-31"), date("2014-07-31"));
        FrnIndexRates rates = FrnIndexRates.NONE.with(new FrnIndexRates.Auction(date("2012-07-23"), 95_000_000, 91));

        assertThat(Interest.due(note, date("2012-10-31"), rates, lockouts(note)))
                .contains(Rational.ZERO);
        assertThat(Interest.due(note, date("2012-10-31"), FrnIndexRates.NONE, lockouts(note)))
                .isEmpty();
    }

    private static Rational days(int count, FrnIndexRates.Auction auction) {
        return Rational.ofScaled(count * Interest.floatingDayPer100Nanos(auction.indexPercentNanos(), 0), 9)
                .dividedBy(100);
    }

    private static long per1000(Rational perUnit) {
        return perUnit.times(1000).round(9, Rounding.HALF_UP);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** Those of a note never re-opened. */
    private static FrnLockouts lockouts(FloatingRateNote note) {
        return FrnLockouts.of(note, List.of(), BusinessCalendar.WEEKENDS_ONLY);
    }
}
