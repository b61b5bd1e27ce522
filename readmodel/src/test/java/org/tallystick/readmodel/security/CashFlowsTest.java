package org.tallystick.readmodel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.event.RegisterEvent.BusinessDateOpened;
import org.tallystick.ledger.event.RegisterEvent.CalendarPublished;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.register.Price;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.store.UndoLog;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** What securities pay and are worth. */
class CashFlowsTest {

    private static final Cusip CUSIP = Cusip.of("91282CXA4");

    private static SecurityTerms terms(Security security, String today, @Nullable Price price) {
        Published published = new Published(new UndoLog());
        published.apply(new CalendarPublished(2026, 2027, List.of(LocalDate.parse("2026-11-26"))));
        published.apply(new BusinessDateOpened(LocalDate.parse(today)));
        return new SecurityTerms(security, List.of(), published, price);
    }

    private static Price price(String date, long micros) {
        return new Price(2, LocalDate.parse(date), micros, "test");
    }

    @Test
    void aNotePaysHalfItsCouponTwiceAYearAndParAtTheEnd() {
        FixedCoupon note = new FixedCoupon(
                CUSIP,
                4_125_000_000L,
                LocalDate.parse("2026-11-15"),
                LocalDate.parse("2027-05-15"),
                LocalDate.parse("2028-11-15"));
        List<CashFlow> flows = terms(note, "2026-11-23", null).cashFlows();
        assertThat(flows)
                .extracting(CashFlow::kind)
                .containsExactly(Kind.INTEREST, Kind.INTEREST, Kind.INTEREST, Kind.INTEREST, Kind.REDEMPTION);
        // 15 May 2027 is a Saturday: paid on Monday, without further interest. 2028 is not in the calendar.
        assertThat(flows.get(0))
                .isEqualTo(new CashFlow(
                        LocalDate.parse("2027-05-15"),
                        LocalDate.parse("2027-05-17"),
                        Kind.INTEREST,
                        OptionalLong.of(2_062_500_000L)));
        assertThat(flows.get(4).paid()).isNull();
        assertThat(flows.get(4).per100Nanos()).hasValue(100_000_000_000L);
    }

    @Test
    void aNoteAccruesByTheDay() {
        FixedCoupon note = new FixedCoupon(
                CUSIP,
                4_125_000_000L,
                LocalDate.parse("2026-11-15"),
                LocalDate.parse("2027-05-15"),
                LocalDate.parse("2028-11-15"));
        // 8 of the 181 days of the half-year: 20.625 / 181 = 0.113950276 a day on 1,000; times 8 is 0.91160.
        assertThat(terms(note, "2026-11-23", null).figures().accruedPer100Nanos())
                .hasValue(91_160_000L);
        assertThat(terms(note, "2026-11-13", null).figures().accruedPer100Nanos())
                .isEmpty();
    }

    @Test
    void aBillHasItsRatesAtItsPrice() {
        Bill bill = new Bill(CUSIP, LocalDate.parse("2026-11-24"), LocalDate.parse("2027-02-23"));
        // 91 days at 98.9889: d = 1.0111 / 100 x 360 / 91 = 4.000 %; i = 1.0111 / 98.9889 x 365 / 91 = 4.097 %.
        SecurityFigures figures =
                terms(bill, "2026-11-24", price("2026-11-24", 98_988_889L)).figures();
        assertThat(figures.discountRatePercentNanos()).hasValue(4_000_000_000L);
        assertThat(figures.investmentRatePercentNanos()).hasValue(4_097_000_000L);
        assertThat(figures.yieldPercentNanos()).isEmpty();
    }

    @Test
    void whatDependsOnAnIndexToComeIsLeftOpen() {
        Tips tips = new Tips(
                CUSIP,
                1_750_000_000L,
                LocalDate.parse("2026-01-15"),
                LocalDate.parse("2026-07-15"),
                LocalDate.parse("2036-01-15"),
                32_400_000L);
        assertThat(terms(tips, "2026-11-23", null).cashFlows())
                .hasSize(21)
                .allMatch(flow -> flow.per100Nanos().isEmpty());
        assertThat(terms(tips, "2026-11-23", null).figures().accruedPer100Nanos())
                .isEmpty();
    }
}
