package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.BillPricing;

/** Bills: price from the discount rate, investment rate from the price. */
final class BillCheck {
    private BillCheck() {}

    static void check(Auction auction, FigureSheet sheet) {
        Auction.Rates rates = auction.rates();
        Auction.Figures figures = auction.figures();
        BigDecimal price = figures.price();
        Long saleRate = Practice.saleRate(
                auction,
                rates.highDiscountRate(),
                rates.averageDiscountRate(),
                rate -> price != null && priceAt(auction, rate, price).compareTo(price) == 0);
        if (saleRate == null) {
            sheet.cannotPrice("no discount rate is published");
        }
        check(auction, sheet, Figure.PRICE, saleRate, price, null);
        check(
                auction,
                sheet,
                Figure.HIGH_PRICE,
                rates.highDiscountRate(),
                figures.highPrice(),
                figures.highInvestmentRate());
        check(
                auction,
                sheet,
                Figure.AVERAGE_PRICE,
                rates.averageDiscountRate(),
                figures.averagePrice(),
                figures.averageInvestmentRate());
        check(
                auction,
                sheet,
                Figure.LOW_PRICE,
                rates.lowDiscountRate(),
                figures.lowPrice(),
                figures.lowInvestmentRate());
    }

    private static void check(
            Auction auction,
            FigureSheet sheet,
            Figure priceFigure,
            @Nullable Long discountRate,
            @Nullable BigDecimal price,
            @Nullable BigDecimal investmentRate) {
        if (discountRate == null) {
            return;
        }
        LocalDate issue = auction.dates().issue();
        LocalDate maturity = auction.dates().maturity();
        long days = ChronoUnit.DAYS.between(issue, maturity);
        BigDecimal known;
        if (price != null && Practice.billsSoldByPrice(auction)) {
            BigDecimal rate = Decimals.of(discountRate, 9);
            int decimals = Practice.rateDecimals(auction, rate);
            long computed = BillPricing.discountRatePercent(Decimals.scaled(price, 6), days, decimals);
            sheet.comparePrice(Figure.DISCOUNT_RATE, rate, Decimals.of(computed, decimals));
            known = price;
        } else {
            BigDecimal shown = price == null ? sample(auction) : price;
            known = priceAt(auction, discountRate, shown);
            sheet.comparePrice(priceFigure, price, known);
        }
        if (investmentRate != null && known.signum() > 0) {
            int decimals = Practice.rateDecimals(auction, investmentRate);
            long computed = BillPricing.investmentRatePercent(Decimals.scaled(known, 6), issue, maturity, decimals);
            sheet.compare(Figure.INVESTMENT_RATE, investmentRate, Decimals.of(computed, decimals));
        }
    }

    /** As the record would show it: with the decimals of what it shows. */
    private static BigDecimal priceAt(Auction auction, long discountRate, BigDecimal shown) {
        long days =
                ChronoUnit.DAYS.between(auction.dates().issue(), auction.dates().maturity());
        return Practice.price(auction, BillPricing.priceMicros(discountRate, days), shown);
    }

    /** A price of the record to tell its decimals by, where the one in question is not published. */
    private static BigDecimal sample(Auction auction) {
        BigDecimal price = auction.figures().price();
        return price == null ? BigDecimal.ZERO : price;
    }
}
