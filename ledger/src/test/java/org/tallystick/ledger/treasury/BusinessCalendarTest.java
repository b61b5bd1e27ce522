package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final BusinessCalendar SIFMA = SifmaCalendar.ofYears(1990, 2035);

    @Test
    void aPaymentOnASundayBeforeAHolidayRollsToTheTuesday() {
        // 31 December 2028 is a Sunday, 1 January 2029 a holiday.
        assertThat(SIFMA.following(LocalDate.of(2028, 12, 31))).isEqualTo("2029-01-02");
        assertThat(SIFMA.preceding(LocalDate.of(2028, 12, 31))).isEqualTo("2028-12-29");
    }

    @Test
    void aBusinessDayStaysWhereItIsButHasNeighbours() {
        LocalDate wednesday = LocalDate.of(2022, 11, 23);
        assertThat(SIFMA.following(wednesday)).isEqualTo(wednesday);
        assertThat(SIFMA.next(wednesday)).isEqualTo("2022-11-25");
        assertThat(SIFMA.previous(LocalDate.of(2022, 11, 25))).isEqualTo(wednesday);
    }

    @Test
    void countsBusinessDaysBothWays() {
        LocalDate monday = LocalDate.of(2022, 10, 31);
        assertThat(SIFMA.plusBusinessDays(monday, 1)).isEqualTo("2022-11-01");
        assertThat(SIFMA.plusBusinessDays(monday, -2)).isEqualTo("2022-10-27");
        assertThat(SIFMA.plusBusinessDays(monday, 0)).isEqualTo(monday);
    }

    @Test
    void theListOfClosedDaysIsSortedAndWithoutWeekends() {
        BusinessCalendar calendar = BusinessCalendar.of(List.of(
                LocalDate.of(2022, 7, 4),
                LocalDate.of(2022, 1, 1),
                LocalDate.of(2022, 6, 20),
                LocalDate.of(2022, 7, 4)));
        assertThat(calendar.closedDays()).containsExactly(LocalDate.of(2022, 6, 20), LocalDate.of(2022, 7, 4));
        assertThat(calendar).isEqualTo(BusinessCalendar.of(calendar.closedDays()));
    }

    @Test
    void theSifmaRuleGivesTheKnownDaysOf2022() {
        assertThat(SifmaCalendar.ofYears(2022, 2022).closedDays())
                .map(LocalDate::toString)
                .containsExactly(
                        "2022-01-17",
                        "2022-02-21",
                        "2022-04-15",
                        "2022-05-30",
                        "2022-06-20",
                        "2022-07-04",
                        "2022-09-05",
                        "2022-10-10",
                        "2022-11-11",
                        "2022-11-24",
                        "2022-12-26");
        assertThatThrownBy(() -> SifmaCalendar.ofYears(1989, 1999)).hasMessageContaining("1990");
    }

    @Test
    void theSifmaRuleGivesEveryRecordedDayFrom1990To2035() {
        List<LocalDate> recorded = OfficialRecords.lines("us_holidays_1990_2035.csv").stream()
                .filter(line -> line.startsWith("SIFMA_US_GovernmentBond,"))
                .map(line -> LocalDate.parse(line.split(",")[1]))
                .toList();
        assertThat(SIFMA.closedDays()).isEqualTo(recorded);
    }
}
