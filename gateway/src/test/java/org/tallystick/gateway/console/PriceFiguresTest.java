package org.tallystick.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PriceView;

/** A price is shown with what it means. */
class PriceFiguresTest {

    private static final Cusip CUSIP = Cusip.of("912828YK0");

    @Test
    void aBillSoldAtADiscountShowsTheRateItWasAuctionedAt() {
        // 100 (1 - 0.0805 x 182/360) = 95.930278
        LocalDate issue = LocalDate.of(1990, 6, 7);
        Bill bill = new Bill(CUSIP, issue, LocalDate.of(1990, 12, 6));

        assertThat(PriceFigures.of(instrument(InstrumentView.Kind.BILL, bill), price(issue, 95_930_278)))
                .extracting(PriceFigures.Figure::value)
                .first()
                .isEqualTo("8.050 %");
    }

    @Test
    void aNoteAtThePriceOfAYieldShowsThatYield() {
        LocalDate dated = LocalDate.of(2026, 11, 15);
        FixedCoupon note =
                new FixedCoupon(CUSIP, 3_625_000_000L, dated, LocalDate.of(2027, 5, 15), LocalDate.of(2033, 11, 15));
        LocalDate settlement = LocalDate.of(2026, 12, 1);
        long clean = CouponPrice.atYield(note, 3_812_500_000L, settlement).cleanMicros();

        assertThat(PriceFigures.of(instrument(InstrumentView.Kind.NOTE, note), price(settlement, clean)))
                .extracting(PriceFigures.Figure::value)
                // 16 of 181 days of half of 3.625 % on 1,000: 18.125 x 16/181.
                .containsExactly("3.8125 %", "1.60221");
    }

    @Test
    void fromMaturityOnThereIsNothingToShow() {
        Bill bill = new Bill(CUSIP, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 7, 2));

        assertThat(PriceFigures.of(
                        instrument(InstrumentView.Kind.BILL, bill), price(LocalDate.of(2026, 7, 2), 100_000_000)))
                .isEmpty();
    }

    private static PriceView price(LocalDate date, long micros) {
        return new PriceView(1, date, micros, "desk", 1);
    }

    private static InstrumentView instrument(InstrumentView.Kind kind, Security security) {
        AssetTerms terms = new AssetTerms.Treasury(security, 1, 1, 2);
        return new InstrumentView(2, CUSIP.value(), kind, 3, "UST", 2, 10_000, terms, security.maturityDate(), 0, 1);
    }
}
