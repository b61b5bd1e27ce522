package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Cusip CUSIP = Cusip.of("91282CFE6");

    @Test
    void aThreeYearNotePaysSixTimesOnTheFifteenth() {
        Schedule schedule = Schedule.of(note("2022-08-15", "2023-02-15", "2025-08-15"));

        assertThat(schedule.dates())
                .containsExactly(
                        date("2023-02-15"),
                        date("2023-08-15"),
                        date("2024-02-15"),
                        date("2024-08-15"),
                        date("2025-02-15"),
                        date("2025-08-15"));
        assertThat(schedule.remainingAfter(date("2022-08-15"))).isEqualTo(6);
        assertThat(schedule.remainingAfter(date("2023-02-15"))).isEqualTo(5);
        assertThat(schedule.remainingAfter(date("2025-08-15"))).isZero();
    }

    @Test
    void aSecurityThatMaturesAtAMonthsEndPaysAtMonthsEnds() {
        Schedule schedule = Schedule.of(note("2023-08-31", "2024-02-29", "2025-02-28"));

        assertThat(schedule.dates()).containsExactly(date("2024-02-29"), date("2024-08-31"), date("2025-02-28"));
        assertThat(schedule.accrualStart(date("2024-08-31"))).isEqualTo("2024-02-29");
    }

    @Test
    void aThirtiethThatIsNotTheMonthsEndStaysTheThirtiethButInFebruary() {
        Schedule schedule = Schedule.of(note("2022-08-30", "2023-02-28", "2024-08-30"));

        assertThat(schedule.dates())
                .containsExactly(date("2023-02-28"), date("2023-08-30"), date("2024-02-29"), date("2024-08-30"));
    }

    @Test
    void aFloatingRateNotePaysQuarterly() {
        FloatingRateNote note =
                new FloatingRateNote(CUSIP, 37_000_000, date("2022-07-31"), date("2022-10-31"), date("2024-07-31"));

        assertThat(Schedule.of(note).dates())
                .hasSize(8)
                .startsWith(date("2022-10-31"), date("2023-01-31"), date("2023-04-30"))
                .endsWith(date("2024-07-31"));
    }

    @Test
    void aLongFirstPeriodSkipsTheFrequencyDateInside() {
        // 31 CFR 356 Appendix B, section II.C: issued 1 March 1990, first payment 15 November 1990, due 15 May 1995.
        Schedule schedule = Schedule.of(note("1990-03-01", "1990-11-15", "1995-05-15"));

        assertThat(schedule.isInterestDate(date("1990-05-15"))).isFalse();
        assertThat(schedule.nextAfter(date("1990-03-01"))).contains(date("1990-11-15"));
        assertThat(schedule.accrualStart(date("1990-11-15"))).isEqualTo("1990-03-01");
        assertThat(schedule.remainingAfter(date("1990-03-01"))).isEqualTo(10);
    }

    @Test
    void knowsWhatComesBeforeTheFirstAndAfterTheLast() {
        Schedule schedule = Schedule.of(note("2022-08-15", "2023-02-15", "2025-08-15"));

        assertThat(schedule.lastOnOrBefore(date("2023-02-14"))).isEmpty();
        assertThat(schedule.lastOnOrBefore(date("2023-02-15"))).contains(date("2023-02-15"));
        assertThat(schedule.lastOnOrBefore(date("2031-01-01"))).contains(date("2025-08-15"));
        assertThat(schedule.nextAfter(date("2025-08-15"))).isEmpty();
        assertThatThrownBy(() -> schedule.accrualStart(date("2023-03-15")))
                .hasMessageContaining("2023-03-15 is not an interest date");
    }

    @Test
    void termsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> note("2022-08-15", "2023-01-15", "2025-08-15"))
                .hasMessageContaining("not a whole number of periods of 6 months");
        assertThatThrownBy(() -> note("2023-08-15", "2023-02-15", "2025-08-15"))
                .hasMessageContaining("not after the dated date");
        assertThatThrownBy(() -> note("2022-08-15", "2026-02-15", "2025-08-15"))
                .hasMessageContaining("after the maturity date");
    }

    private static FixedCoupon note(String dated, String firstInterest, String maturity) {
        return new FixedCoupon(CUSIP, 3_125_000_000L, date(dated), date(firstInterest), date(maturity));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
