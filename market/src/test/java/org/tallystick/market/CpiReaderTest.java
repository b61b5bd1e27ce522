package org.tallystick.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.market.MarketDataException.Fault;

class CpiReaderTest {
    @Test
    void theBundledIndexRunsFromBeforeTheFirstTipsToMay2026() {
        CpiTable cpi = CpiReader.bundled();

        assertThat(cpi.firstMonth()).isEqualTo(YearMonth.of(1996, 9));
        assertThat(cpi.cpiThousandths(YearMonth.of(2026, 5))).hasValue(335_123);
        assertThat(cpi.cpiThousandths(YearMonth.of(2026, 6))).isEmpty();
    }

    @Test
    void itKeepsTheFirstPrintsThatWereCorrectedLater() {
        CpiTable cpi = CpiReader.bundled();

        // 912828Q60 issued 31 August 2016 and 912828S50 issued 30 November 2016, as recorded
        assertThat(cpi.refCpiE5(LocalDate.of(2016, 8, 31))).hasValue(24_101_213);
        assertThat(cpi.refCpiE5(LocalDate.of(2016, 11, 30))).hasValue(24_140_883);
    }

    @Test
    void aMonthThatWasNeverCollectedIsDerivedAsTheRegulationSays() throws Exception {
        StringBuilder csv = new StringBuilder("Date,Index,Inflation\n2024-09-01,315.301,0.16\n");
        for (int month = 10; month <= 20; month++) {
            csv.append(YearMonth.of(2023, 12).plusMonths(month).atDay(1)).append(",320,\n");
        }
        csv.append("2025-09-01,324.8,0.25\n2025-11-01,324.122,-0.21\n");

        CpiTable cpi = CpiReader.parse(csv.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(cpi.cpiThousandths(YearMonth.of(2025, 10))).hasValue(325_604);
        assertThat(cpi.cpiThousandths(YearMonth.of(2025, 11))).hasValue(324_122);
        assertThat(CpiReader.bundled().cpiThousandths(YearMonth.of(2025, 10))).hasValue(325_604);
    }

    @Test
    void aBrokenSeriesIsRefusedAtItsLine() {
        assertFault("Date,Index\n2024-09-01,315.301\n2024-11-01,315\n", Fault.BROKEN_SERIES, 3, 1);
        assertFault("Date,Index\n2024-09-01,315.301\n2024-08-01,315\n", Fault.BROKEN_SERIES, 3, 1);
        assertFault("Date,Index\n2024-09-15,315.301\n", Fault.UNPARSABLE_VALUE, 2, 1);
        assertFault("Date,Index\nSeptember,315.301\n", Fault.UNPARSABLE_VALUE, 2, 1);
        assertFault("Date,Index\n2024-09-01,-1\n", Fault.UNPARSABLE_VALUE, 2, 2);
        assertFault("Date,Value\n2024-09-01,1\n", Fault.MISSING_COLUMN, 1, 0);
    }

    @Test
    void theReferenceCpiOfEveryRecordedTipsFollowsFromTheBundledIndex() throws Exception {
        CpiTable cpi = CpiReader.bundled();
        List<Auction> tips = tips();

        assertThat(tips).hasSize(62).allSatisfy(auction -> {
            LocalDate original = auction.dates().originalDated();
            LocalDate dated =
                    Objects.requireNonNull(original == null ? auction.dates().dated() : original);
            assertThat(cpi.refCpiE5(auction.dates().issue()))
                    .hasValue(e5(auction.figures().refCpiOnIssueDate()));
            assertThat(cpi.refCpiE5(dated)).hasValue(e5(auction.figures().refCpiOnDatedDate()));
        });
    }

    @Test
    void theBundledIndexIsThePublishedOneButForTheFirstPrintsKept() throws Exception {
        CpiTable published = CpiReader.read(OfficialRecords.file("cpi_u_nsa_monthly.csv"));
        CpiTable bundled = CpiReader.bundled();

        List<String> different = Stream.iterate(bundled.firstMonth(), month -> month.plusMonths(1))
                .limit(bundled.cpiThousandths().size())
                .filter(month -> !published.cpiThousandths(month).equals(bundled.cpiThousandths(month)))
                .map(YearMonth::toString)
                .toList();

        assertThat(different)
                .containsExactly(
                        "2000-01", "2000-02", "2000-03", "2000-04", "2000-05", "2000-06", "2000-07", "2000-08",
                        "2016-05", "2016-06", "2016-07", "2016-08");
    }

    private static List<Auction> tips() throws MarketDataException {
        return AuctionReader.read(OfficialRecords.file("auctions_2008_2022.csv")).auctions().stream()
                .filter(auction -> auction.type() == Auction.Type.TIPS)
                .toList();
    }

    private static long e5(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).movePointRight(5).longValueExact();
    }

    private static void assertFault(String csv, Fault expected, long line, int column) {
        MarketDataException fault = catchThrowableOfType(
                MarketDataException.class, () -> CpiReader.parse(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(fault.fault()).isEqualTo(expected);
        assertThat(List.of(fault.line(), (long) fault.column())).containsExactly(line, (long) column);
    }
}
