package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The worked examples of 31 CFR 356 Appendix B, section IV, and official prices that depend on where one rounds. */
class FrnPriceTest {
    private static final Cusip CUSIP = Cusip.of("91282CFE6");

    @Test
    void theIndexIsTheDiscountRateAsAMoneyMarketYield() {
        // IV.A: 0.095 % for 91 days is 0.095022819 %
        assertThat(FrnIndexRates.indexPercentNanos(95_000_000, 91)).isEqualTo(95_022_819);
    }

    @Test
    void aNewNoteWhoseMarginIsItsSpreadIssuesAtPar() {
        assertThat(FrnPrice.cleanMicros(note(120), date("2012-07-31"), 95_022_819, 120_000_000, 0))
                .isEqualTo(100_000_000);
    }

    @Test
    void interestDoesNotFallBelowZeroSoANegativeMarginIsAPremium() {
        assertThat(FrnPrice.cleanMicros(note(-150), date("2012-07-31"), 95_022_819, -150_000_000, 0))
                .isEqualTo(100_111_551);
    }

    @Test
    void aReopenedNoteIsPricedWithoutTheInterestItHasAccrued() {
        // IV.C: index 0.105027876 %, margin 0.100 %, accrued 0.019432992 per $100
        assertThat(FrnPrice.cleanMicros(note(120), date("2012-08-31"), 105_027_876, 100_000_000, 19_432_992))
                .isEqualTo(100_038_740);
    }

    @Test
    void aNoteIssuedDaysAfterItsDatedDate() {
        // IV.E: dated 31 December 2011, issued 3 January 2012, spread and margin 1 %
        FloatingRateNote note =
                new FloatingRateNote(CUSIP, 1_000_000_000, date("2011-12-31"), date("2012-03-31"), date("2013-12-31"));
        assertThat(FrnPrice.cleanMicros(note, date("2012-01-03"), 25_001_580, 1_000_000_000, 8_541_681))
                .isEqualTo(99_999_979);
    }

    @Test
    void factorsRoundedToNineDecimalsGiveTheOfficialPriceWhereUnroundedOnesDoNot() {
        // 912828S84 re-opened 30 September 2016: high rate 0.250 %, spread 0.174 %, margin 0.180 %, published
        // 99.988870;
        // unrounded factors give 99.988869.
        FloatingRateNote note = new FloatingRateNote(
                Cusip.of("912828S84"), 174_000_000, date("2016-07-31"), date("2016-10-31"), date("2018-07-31"));
        long index = FrnIndexRates.indexPercentNanos(250_000_000, 91);
        assertThat(FrnPrice.cleanMicros(note, date("2016-09-30"), index, 180_000_000, 82_970_848))
                .isEqualTo(99_988_870);
    }

    private static FloatingRateNote note(long spreadThousandthsOfPercent) {
        return new FloatingRateNote(
                CUSIP,
                spreadThousandthsOfPercent * 1_000_000,
                date("2012-07-31"),
                date("2012-10-31"),
                date("2014-07-31"));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
