package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of 31 CFR 356 Appendix B, section I.B. */
class CpiTableTest {
    private static final CpiTable EARLY_1996 = new CpiTable(YearMonth.of(1996, 1), List.of(154_400L, 154_900L));

    @Test
    void theReferenceCpiOfTheFirstIsTheIndexOfThreeMonthsBefore() {
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 4, 1))).hasValue(15_440_000);
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 5, 1))).hasValue(15_490_000);
    }

    @Test
    void betweenFirstsItIsInterpolatedThenTruncatedThenRounded() {
        // 154.40 + 14/30 x 0.50 = 154.633333...
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 4, 15))).hasValue(15_463_333);
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 4, 16))).hasValue(15_465_000);
    }

    @Test
    void theIndexRatioOfTheNextDay() {
        // 154.65000 / 154.63333 = 1.000107803, truncated to 1.000107, rounded to 1.00011
        assertThat(CpiTable.indexRatioE5(15_465_000, 15_463_333)).isEqualTo(100_011);
    }

    @Test
    void atTheSixthDecimalAFiveGoesUp() {
        // 200,003 / 200,000 = 1.000015
        assertThat(CpiTable.indexRatioE5(200_003, 200_000)).isEqualTo(100_002);
    }

    @Test
    void aMonthTheTableLacksGivesNoReferenceCpi() {
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 3, 31))).isEmpty();
        assertThat(EARLY_1996.refCpiE5(LocalDate.of(1996, 5, 2))).isEmpty();
        assertThat(EARLY_1996.cpiThousandths(YearMonth.of(1995, 12))).isEmpty();
        assertThatThrownBy(() -> new CpiTable(YearMonth.of(1996, 1), List.of(0L)))
                .hasMessageContaining("CPI");
    }

    @Test
    void theIndexOfOctober2025WasNeverCollectedAndIsDerived() {
        // CPI-U of September 2025 324.800 and of September 2024 315.301:
        // 324.800 x (324.800/315.301)^(1/12) = 325.604, the number Treasury used for October 2025.
        assertThat(CpiTable.missingCpiThousandths(324_800, 315_301, 1)).isEqualTo(325_604);
    }

    @Test
    void aSteadyIndexStaysSteadyAndAYearsGrowthIsAYearsGrowth() {
        assertThat(CpiTable.missingCpiThousandths(300_000, 300_000, 5)).isEqualTo(300_000);
        // twelve months missing at 10 % a year: 330.000 x 1.1 = 363.000
        assertThat(CpiTable.missingCpiThousandths(330_000, 300_000, 12)).isEqualTo(363_000);
    }
}
