package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.money.Rounding;

/** The worked examples of 31 CFR 356 Appendix B, sections I.D, II and III, in the order of the regulation. */
class CouponPriceTest {
    private static final Cusip CUSIP = Cusip.of("91282CFE6");

    @Test
    void regularFirstInterestPeriod() {
        // II.A: 8 3/4 % of 1990, n = 59, r = s = 184
        FixedCoupon bond = coupon("8.75", "1990-05-15", "1990-11-15", "2020-05-15");
        assertThat(price(bond, "8.84", "1990-05-15").cleanMicros()).isEqualTo(99_057_893);
    }

    @Test
    void shortFirstInterestPeriod() {
        // II.B: 8 1/2 % of 2 April 1990, n = 3, r = 181, s = 183
        FixedCoupon note = coupon("8.5", "1990-04-02", "1990-09-30", "1992-03-31");
        assertThat(price(note, "8.59", "1990-04-02").cleanMicros()).isEqualTo(99_838_183);
    }

    @Test
    void longFirstInterestPeriod() {
        // II.C: 8 1/2 % of 1 March 1990, n = 10, r = 75, s = 181
        FixedCoupon note = coupon("8.5", "1990-03-01", "1990-11-15", "1995-05-15");
        assertThat(price(note, "8.53", "1990-03-01").cleanMicros()).isEqualTo(99_805_118);
    }

    @Test
    void reopenedDuringARegularInterestPeriod() {
        // II.D: 9 1/2 % from 15 November 1985, settled on the 29th, n = 19, r = 167, s = 181
        FixedCoupon note = coupon("9.5", "1985-11-15", "1986-05-15", "1995-11-15");
        CouponPrice price = price(note, "9.54", "1985-11-29");
        assertThat(price).isEqualTo(new CouponPrice(100_098_321, 367_403));
        assertThat(price.cleanMicros()).isEqualTo(99_730_918);
    }

    @Test
    void reopenedDuringTheRegularPartOfALongFirstPeriod() {
        // II.E: 10 3/4 % from 2 July 1985, first paid 15 February 1986, settled 4 November 1985
        FixedCoupon bond = coupon("10.75", "1985-07-02", "1986-02-15", "2005-08-15");
        CouponPrice price = price(bond, "10.47", "1985-11-04");
        assertThat(price).isEqualTo(new CouponPrice(105_887_384, 3_672_798));
        assertThat(price.cleanMicros()).isEqualTo(102_214_586);
    }

    @Test
    void reopenedDuringAShortFirstPeriod() {
        // II.F: 10 1/2 % from 16 May 1983, first paid 15 November 1983, settled 15 August 1983
        FixedCoupon note = coupon("10.5", "1983-05-16", "1983-11-15", "1991-05-15");
        CouponPrice price = price(note, "10.53", "1983-08-15");
        assertThat(price).isEqualTo(new CouponPrice(102_373_541, 2_596_467));
        assertThat(price.cleanMicros()).isEqualTo(99_777_074);
    }

    @Test
    void reopenedDuringTheBrokenPartOfALongFirstPeriod() {
        // II.G: 9 3/4 % from 15 October 1988, first paid 15 June 1989, settled 15 November 1988
        FixedCoupon note = coupon("9.75", "1988-10-15", "1989-06-15", "1994-12-15");
        CouponPrice price = price(note, "9.79", "1988-11-15");
        assertThat(price).isEqualTo(new CouponPrice(100_563_865, 825_820));
        assertThat(price.cleanMicros()).isEqualTo(99_738_045);
    }

    @Test
    void aYieldOfZeroIsASumAndAYieldEqualToTheCouponIsPar() {
        FixedCoupon note = coupon("2", "2020-05-15", "2020-11-15", "2022-05-15");
        // four coupons of 1 and par
        assertThat(price(note, "0", "2020-05-15").cleanMicros()).isEqualTo(104_000_000);
        assertThat(price(note, "2", "2020-05-15").cleanMicros()).isEqualTo(100_000_000);
        assertThat(price(note, "2", "2022-05-14").dirtyMicros()).isGreaterThan(100_980_000);
    }

    @Test
    void settlementOutsideTheLifeOfTheSecurityIsRefused() {
        FixedCoupon note = coupon("2", "2020-05-15", "2020-11-15", "2022-05-15");
        assertThatThrownBy(() -> price(note, "2", "2022-05-15")).hasMessageContaining("settlement 2022-05-15");
        assertThatThrownBy(() -> price(note, "2", "2020-05-14")).hasMessageContaining("settlement 2020-05-14");
        assertThatThrownBy(() -> AccruedInterest.per1000E5(note, date("2020-05-14")))
                .hasMessageContaining("before the dated date");
    }

    @Test
    void accruedInterestIsRoundedToFiveDecimalsPerThousand() {
        // I.D example 1: 6 3/4 %, 92 of 184 days: 92 x 0.183423913 = 16.874999996
        assertThat(AccruedInterest.per1000E5(
                        coupon("6.75", "2000-05-15", "2000-11-15", "2005-05-15"), date("2000-08-15")))
                .isEqualTo(1_687_500);
        // I.D example 2: 44 x 0.296961326 + 81 x 0.292119565 = 36.727983109
        assertThat(AccruedInterest.per1000E5(
                        coupon("10.75", "1985-07-02", "1986-02-15", "2005-08-15"), date("1985-11-04")))
                .isEqualTo(3_672_798);
        assertThat(AccruedInterest.per1000E5(
                        coupon("6.75", "2000-05-15", "2000-11-15", "2005-05-15"), date("2000-11-15")))
                .isZero();
    }

    @Test
    void aNewTipsPricedAtItsRealYield() {
        // III.A: 3 7/8 % of 15 January 1999 at 3.898 %, n = 19, r = s = 181, index ratio 1
        Tips tips = tips("3.875", "1999-01-15", "1999-07-15", "2009-01-15", 16_400_000);
        CouponPrice real = CouponPrice.atYield(tips, nanos("3.898"), date("1999-01-15"));
        assertThat(TipsPrice.of(real, 100_000)).isEqualTo(new TipsPrice(99_811_030, 0));
    }

    @Test
    void aReopenedTipsSettlesAtAdjustedPriceAndAdjustedInterest() {
        // III.B: 3 5/8 % from 15 January 1998 at 3.65 %, settled 15 October 1998, n = 18, r = 92, s = 184
        Tips tips = tips("3.625", "1998-01-15", "1998-07-15", "2008-01-15", 16_155_484);
        CouponPrice real = CouponPrice.atYield(tips, nanos("3.65"), date("1998-10-15"));
        long ratio = CpiTable.indexRatioE5(16_329_032, tips.refCpiOnDatedDateE5());

        assertThat(real.cleanMicros()).isEqualTo(99_797_017);
        assertThat(ratio).isEqualTo(101_074);
        TipsPrice price = TipsPrice.of(real, ratio);
        assertThat(price).isEqualTo(new TipsPrice(100_868_837, 915_983));
        assertThat(price.settlementAmountMicros()).isEqualTo(101_784_820);
    }

    @Test
    void theAccruedInterestOfATipsIsRoundedBeforeItIsIndexed() {
        // 91282CEJ6 settled 30 June 2022: 1/8 %, 76 of 183 days, 0.25956 per $1,000, times 1.02376, published 0.26573
        Tips tips = tips("0.125", "2022-04-15", "2022-10-15", "2027-04-15", 28_234_640);
        assertThat(AccruedInterest.per1000E5(tips, date("2022-06-30"))).isEqualTo(25_956);
        assertThat(AccruedInterest.adjustedPer1000E5(tips, date("2022-06-30"), 102_376))
                .isEqualTo(26_573);
    }

    @Test
    void aStrippedTipsGivesInterestStripsAtAdjustedValue() {
        // Section V: $1,000,000 of 3 7/8 % at a reference CPI of 164 on issue: 11,814.02
        Tips tips = tips("3.875", "1999-01-15", "1999-07-15", "2009-01-15", 16_400_000);
        assertThat(Strips.adjustedValuePerUnit(tips, date("1999-07-15"))
                        .times(1_000_000)
                        .round(2, Rounding.HALF_UP))
                .isEqualTo(1_181_402);
        // 91282CEJ6: published 0.221359295 per $1,000
        Tips published = tips("0.125", "2022-04-15", "2022-10-15", "2027-04-15", 28_234_640);
        assertThat(Strips.adjustedValuePerUnit(published, date("2025-10-15"))
                        .times(1_000)
                        .round(9, Rounding.HALF_UP))
                .isEqualTo(221_359_295);
    }

    private static CouponPrice price(FixedCoupon security, String yield, String settlement) {
        return CouponPrice.atYield(security, nanos(yield), date(settlement));
    }

    private static FixedCoupon coupon(String percent, String dated, String firstInterest, String maturity) {
        return new FixedCoupon(CUSIP, nanos(percent), date(dated), date(firstInterest), date(maturity));
    }

    private static Tips tips(String percent, String dated, String firstInterest, String maturity, long refCpiE5) {
        return new Tips(CUSIP, nanos(percent), date(dated), date(firstInterest), date(maturity), refCpiE5);
    }

    private static long nanos(String percent) {
        return new BigDecimal(percent).movePointRight(9).longValueExact();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
