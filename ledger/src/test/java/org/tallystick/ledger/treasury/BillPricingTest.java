package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The worked examples of 31 CFR 356 Appendix B, section VI, and bills as auctioned. */
class BillPricingTest {
    @Test
    void aDiscountRateGivesAPrice() {
        // Section VI.A: 7.610 % for 90 days
        assertThat(BillPricing.priceMicros(7_610_000_000L, 90)).isEqualTo(98_097_500);
        // The 52-week bill 912796XY0 of 11 August 2022: 3.200 % for 364 days
        assertThat(BillPricing.priceMicros(3_200_000_000L, 364)).isEqualTo(96_764_444);
        assertThat(BillPricing.priceMicros(0, 28)).isEqualTo(100_000_000);
    }

    @Test
    void aPriceGivesADiscountRate() {
        // Section VI.C: 95.934567 for 182 days is 8.042 %
        assertThat(BillPricing.discountRatePercent(95_934_567, 182, 3)).isEqualTo(8_042);
    }

    @Test
    void aShortBillsInvestmentRateIsSimple() {
        // Section VI.D.1: issued 1 June 1990, due 21 June 1990, 99.559444: 8.076 %
        assertThat(BillPricing.investmentRatePercent(99_559_444, date("1990-06-01"), date("1990-06-21"), 3))
                .isEqualTo(8_076);
    }

    @Test
    void aLongBillsInvestmentRateIsTheRootOfAQuadratic() {
        // Section VI.D.2: issued 7 June 1990, due 6 June 1991, 92.265: 8.237 %
        assertThat(BillPricing.investmentRatePercent(92_265_000, date("1990-06-07"), date("1991-06-06"), 3))
                .isEqualTo(8_237);
        // 912796XY0 of 11 August 2022: 96.764444 for 364 days, published 3.325 %
        assertThat(BillPricing.investmentRatePercent(96_764_444, date("2022-08-11"), date("2023-08-10"), 3))
                .isEqualTo(3_325);
        assertThat(BillPricing.investmentRatePercent(100_000_000, date("2022-08-11"), date("2023-08-10"), 3))
                .isZero();
    }

    @Test
    void theYearHas366DaysOnlyIfItsLeapDayIsStillToCome() {
        // Section VI.D.1: 28 February 2019 to 28 February 2020, and 1 March 2019 to 1 March 2020
        assertThat(BillPricing.daysInYearFrom(date("2019-02-28"))).isEqualTo(365);
        assertThat(BillPricing.daysInYearFrom(date("2019-03-01"))).isEqualTo(366);
        assertThat(BillPricing.daysInYearFrom(date("2020-02-29"))).isEqualTo(365);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
