package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreasuryFutureTest {
    @Test
    void aSixPercentBondIsWorthItsParAtTheSixPercentThatTheContractAssumes() {
        assertThat(TreasuryFuture.BOND.conversionFactorE4(
                        6_000_000_000L, YearMonth.of(2025, 3), LocalDate.of(2045, 3, 15)))
                .isEqualTo(10_000);
    }

    @Test
    void shortContractsCountMonthsAndLongOnesQuarters() {
        // Published for March 2025: 2-year 4 3/8 % of December 2026 (21 months), ultra bond 4 5/8 % of February 2055
        // for
        // March 2026 (28 years and 11 months, counted as 9).
        assertThat(TreasuryFuture.TWO_YEAR.conversionFactorE4(
                        4_375_000_000L, YearMonth.of(2025, 3), LocalDate.of(2026, 12, 15)))
                .isEqualTo(9_733);
        assertThat(TreasuryFuture.ULTRA_BOND.conversionFactorE4(
                        4_625_000_000L, YearMonth.of(2026, 3), LocalDate.of(2055, 2, 15)))
                .isEqualTo(8_126);
    }

    @Test
    void aMaturedSecurityHasNoFactor() {
        assertThatThrownBy(() ->
                        TreasuryFuture.BOND.conversionFactorE4(1, YearMonth.of(2025, 3), LocalDate.of(2025, 3, 31)))
                .hasMessageContaining("not after the delivery month 2025-03");
    }

    @Test
    void everyFactorPublishedFor2025IsExact() {
        List<String> lines = OfficialRecords.lines("conversion_factors_2025.csv");
        List<String> factors = lines.subList(1, lines.size());
        assertThat(factors).hasSize(511).allSatisfy(line -> {
            String[] fields = line.split(",");
            long published = new BigDecimal(fields[7]).movePointRight(4).longValueExact();
            assertThat(contract(fields[0])
                            .conversionFactorE4(
                                    new BigDecimal(fields[3]).movePointRight(9).longValueExact(),
                                    YearMonth.parse(fields[1]),
                                    LocalDate.parse(fields[5])))
                    .isEqualTo(published);
        });
    }

    private static TreasuryFuture contract(String name) {
        return switch (name.replace("\"", "")) {
            case "2-YEAR U.S. TREASURY NOTE FUTURES CONTRACT" -> TreasuryFuture.TWO_YEAR;
            case "3-YEAR U.S. TREASURY NOTE FUTURES CONTRACT" -> TreasuryFuture.THREE_YEAR;
            case "5-YEAR U.S. TREASURY NOTE FUTURES CONTRACT" -> TreasuryFuture.FIVE_YEAR;
            case "10-YEAR U.S. TREASURY NOTE FUTURES CONTRACT" -> TreasuryFuture.TEN_YEAR;
            case "10-YEAR ULTRA U.S. TREASURY NOTE FUTURES CONTRACT" -> TreasuryFuture.ULTRA_TEN_YEAR;
            case "U.S. TREASURY BOND FUTURES CONTRACT", "20-YEAR U.S. TREASURY BOND FUTURES CONTRACT" ->
                TreasuryFuture.BOND;
            case "LONG-TERM ULTRA U.S. TREASURY BOND FUTURES CONTRACT" -> TreasuryFuture.ULTRA_BOND;
            default -> throw new AssertionError("unknown contract " + name);
        };
    }
}
