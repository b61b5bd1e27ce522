package org.tallystick.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuctionCheckTest {
    private static final String BILLS =
            "cusip,securityType,auctionDate,issueDate,maturityDate,highDiscountRate,highInvestmentRate,pricePer100\n";
    private static final String GOOD = "912796XY0,Bill,2022-08-09,2022-08-11,2023-08-10,3.200000,3.325000,96.764444\n";

    @Test
    void everyRecordOfTheOpeningDayIsExact() throws Exception {
        AuctionCheck check = AuctionCheck.of(AuctionReader.openingDay());
        assertThat(report(check)).endsWith("\nchecked 11, exact 11, off 0\n");
    }

    @Test
    void aPublishedPriceThatTheRateDoesNotGiveIsOffAndShown() throws Exception {
        AuctionCheck check = check(BILLS + GOOD + GOOD.replace("96.764444", "96.764445"));

        assertThat(check.off()).isEqualTo(1);
        assertThat(report(check))
                .startsWith("off: line 3, 912796XY0 Bill issued 2022-08-11: price per 100: published 96.764445, "
                        + "computed 96.764444\n")
                .endsWith("\nchecked 2, exact 1, off 1\n");
    }

    @Test
    void aRecordThatCannotBePricedIsCountedExplainedAndNeitherExactNorOff() throws Exception {
        AuctionCheck check = check(BILLS
                + GOOD
                + "912796XY0,Bill,2022-08-09,2022-08-11,2023-08-10,,,96.764444\n"
                + "912796XY0,Bill,2022-08-09,2022-08-11,2023-08-10,3.2,,\n");

        assertThat(List.of(check.checked(), check.exact(), check.off(), check.notPriced()))
                .containsExactly(3L, 1L, 0L, 2L);
        assertThat(report(check))
                .contains("not priced, 1: no discount rate is published\n  line 3, 912796XY0 Bill issued 2022-08-11\n")
                .contains("not priced, 1: no price is published to compare with\n  line 4,")
                .contains("2 of the checked records could not be priced")
                .endsWith("\nchecked 3, exact 1, off 0\n");
    }

    @Test
    void aMultiplePriceAuctionOf1979IsCheckedAtItsHighAverageAndLowYieldToThreeDecimals() throws Exception {
        // The callable 10 3/8 % bond of 2004-09, as recorded: at a discount, so priced to maturity.
        AuctionCheck check = check("""
                cusip,securityType,auctionDate,issueDate,maturityDate,callable,callDate,auctionFormat,competitiveBidDecimals,\
                firstInterestPaymentDate,firstInterestPeriod,interestRate,highYield,averageMedianYield,lowYield,highPrice,\
                averageMedianPrice,lowPrice,accruedInterestPer1000
                912810CK2,Bond,1979-11-01,1979-11-15,2009-11-15,Yes,2004-11-15,Multi-Price,2,\
                1980-05-15,Normal,10.375000,10.4800,10.440000,10.390000,99.045,99.407,99.863,0E-10
                """);

        assertThat(report(check)).endsWith("\nchecked 1, exact 1, off 0\n");
        assertThat(check.records().getFirst().comparisons())
                .extracting(RecordCheck.Comparison::figure)
                .containsExactly(Figure.ACCRUED_INTEREST, Figure.HIGH_PRICE, Figure.AVERAGE_PRICE, Figure.LOW_PRICE);
    }

    @Test
    void aCallableBondAboveParIsPricedToItsCall() throws Exception {
        // One year to call at 8 % for a 10 % coupon: 5/1.04 + 105/1.04^2 = 101.886095, long before it would mature.
        AuctionCheck check = check("""
                cusip,securityType,auctionDate,issueDate,maturityDate,callable,callDate,firstInterestPaymentDate,interestRate,\
                highYield,pricePer100
                912810CK2,Bond,2005-01-31,2005-02-15,2015-02-15,Yes,2006-02-15,2005-08-15,10,8,101.886095
                """);
        assertThat(report(check)).endsWith("\nchecked 1, exact 1, off 0\n");
    }

    @Test
    void beforeApril1983ABillWasSoldByPriceAndItsRateFollows() throws Exception {
        // 31 CFR 356 Appendix B, section VI.C: sold 30 December 1982, due 30 June 1983, 95.935 to three decimals:
        // (100 - 95.935)/100 x 360/182 = 8.0407 %, published to the two decimals of the time... here three.
        AuctionCheck check = check(BILLS + "912796XY0,Bill,1982-12-27,1982-12-30,1983-06-30,8.041,,95.935\n");

        assertThat(check.records().getFirst().comparisons())
                .singleElement()
                .satisfies(comparison -> assertThat(comparison.figure()).isEqualTo(Figure.DISCOUNT_RATE));
        assertThat(check.exact()).isEqualTo(1);
    }

    @Test
    void aReopeningToldWithItsOriginalDatesHasTheSamePrice() throws Exception {
        // 912828Z78 re-opened 31 January 2022: as recorded, and with the dates of its first issue two years before.
        String header = "cusip,securityType,reopening,auctionDate,issueDate,maturityDate,datedDate,"
                + "firstInterestPaymentDate,firstInterestPeriod,interestRate,highYield,pricePer100\n";
        String asRecorded = "912828Z78,Note,Yes,2022-01-25,2022-01-31,2027-01-31,%s,%s,Normal,1.5,1.533,99.841748\n";

        AuctionCheck check = check(header
                + asRecorded.formatted("2022-01-31", "2022-07-31")
                + asRecorded.formatted("2020-01-31", "2020-07-31")
                + asRecorded.formatted("2020-01-31", "2022-07-31")
                + asRecorded.formatted("", "")
                + asRecorded.formatted("2022-01-31", "2022-08-01"));

        assertThat(report(check)).endsWith("\nchecked 5, exact 5, off 0\n");
    }

    @Test
    void aRecordThatLeavesOutItsDatesIsReadInTheWayThatGivesItsPrice() throws Exception {
        // As recorded 912828Z78 is priced from its last interest date; the second is the long first period of 31 CFR
        // 356
        // Appendix B, section II.C: 8 1/2 % issued 1 March 1990, first interest 15 November 1990, at 8.53 % 99.805118.
        String header = "cusip,securityType,issueDate,maturityDate,interestRate,highYield,pricePer100\n";
        AuctionCheck check = check(header
                + "912828Z78,Note,2022-01-31,2027-01-31,1.5,1.533,99.841748\n"
                + "912828Z78,Note,1990-03-01,1995-05-15,8.5,8.53,99.805118\n");

        assertThat(report(check)).endsWith("\nchecked 2, exact 2, off 0\n");
    }

    @Test
    void thePriceOfAMultiplePriceAuctionIsThatOfItsAverageRateOrOfItsHighest() throws Exception {
        // 26 weeks at 5.00 % and 5.02 %: 100 (1 - .05 x 182/360) = 97.472 and 100 (1 - .0502 x 182/360) = 97.462.
        String record = "912794XX7,Bill,1990-01-08,1990-01-11,1990-07-12,Multi-Price,5.02,5.00,%s\n";
        AuctionCheck check = check(
                "cusip,securityType,auctionDate,issueDate,maturityDate,auctionFormat,highDiscountRate,averageMedianDiscountRate,"
                        + "pricePer100\n"
                        + record.formatted("97.472")
                        + record.formatted("97.462")
                        + record.formatted("97.470"));

        assertThat(List.of(check.exact(), check.off())).containsExactly(2L, 1L);
    }

    @Test
    void aRecordOfASinglePriceThatLeavesOutItsHighRateIsNotPricedAtTheMedian() throws Exception {
        AuctionCheck check = check("cusip,securityType,issueDate,maturityDate,averageMedianDiscountRate,pricePer100\n"
                + "912796XY0,Bill,2022-08-11,2023-08-10,3.18,96.764444\n");

        assertThat(report(check)).contains("no discount rate is published").endsWith("exact 0, off 0\n");
    }

    @Test
    void aRecordWithoutADatedDateIsNotOffWhateverItsPrice() throws Exception {
        AuctionCheck check = check("cusip,securityType,issueDate,maturityDate,interestRate,highYield,pricePer100\n"
                + "912828Z78,Note,2022-01-31,2027-01-31,1.5,1.533,98.5\n");

        assertThat(report(check))
                .contains("not priced, 1: no dated date is published\n")
                .endsWith("exact 0, off 0\n");
    }

    @Test
    void aPriceOfATipsOfNoKnownIndexRatioIsHeldAgainstTheUnadjustedPriceAlone() throws Exception {
        // 91282CJY8 of January 2024: 99.454975 before it is multiplied by its index ratio, 99.351542 after.
        String record = "91282CJY8,TIPS,2024-01-31,2034-01-15,2024-01-15,2024-07-15,1.75,1.81,%s\n";
        AuctionCheck check = check(
                "cusip,type,issueDate,maturityDate,datedDate,firstInterestPaymentDate,interestRate,highYield,pricePer100\n"
                        + record.formatted("99.454975")
                        + record.formatted("99.351542"));

        assertThat(List.of(check.exact(), check.off(), check.notPriced())).containsExactly(1L, 0L, 1L);
        assertThat(report(check)).contains("no index ratio is published");
    }

    @Test
    void anIncompleteRecordIsCountedAndExplained() throws Exception {
        AuctionCheck check = check(BILLS + GOOD + GOOD.replace("2023-08-10", ""));

        assertThat(report(check))
                .contains("not priced, 1: its maturityDate is missing\n  line 3, 912796XY0\n")
                .endsWith("\nchecked 2, exact 1, off 0\n");
    }

    @Test
    void figuresOutOfAllProportionAreExplainedAndNotThrown() throws Exception {
        AuctionCheck check = check("cusip,securityType,issueDate,maturityDate,interestRate,highYield,pricePer100\n"
                + "912828Z78,Note,2022-01-31,2027-01-31,1.5,-200,99.841748\n"
                + "912828Z78,Note,2022-01-31,2027-01-31,1.5,-199.999999999,99.841748\n");
        assertThat(check.notPriced()).isEqualTo(2);
        assertThat(report(check)).contains("out of all proportion");
    }

    private static AuctionCheck check(String csv) throws MarketDataException {
        return AuctionCheck.of(AuctionReader.parse(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(AuctionCheck check) throws Exception {
        StringBuilder out = new StringBuilder();
        AuctionCheckReport.print(check, out);
        return out.toString();
    }
}
