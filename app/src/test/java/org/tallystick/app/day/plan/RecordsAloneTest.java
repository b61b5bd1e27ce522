package org.tallystick.app.day.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.market.AuctionFile;
import org.tallystick.market.AuctionReader;
import org.tallystick.market.CpiReader;
import org.tallystick.market.MarketDataException;

/** A run goes on over records that no others support, and says what it did about them. */
class RecordsAloneTest {

    /** 912828S84 as re-opened on 30 September 2016; neither its first auction nor any bill is in the file. */
    private static final String REOPENED_FLOATER = """
            cusip,type,reopening,announcementDate,auctionDate,issueDate,maturityDate,datedDate,originalDatedDate,\
            firstInterestPaymentDate,spread,highDiscountMargin,frnIndexDeterminationDate,frnIndexDeterminationRate,pricePer100,\
            accruedInterestPer100,primaryDealerAccepted,indirectBidderAccepted,noncompetitiveAccepted,somaAccepted,totalAccepted
            912828S84,FRN,Yes,2016-09-22,2016-09-28,2016-09-30,2018-07-31,2016-07-31,2016-07-31,\
            2016-10-31,.174,.18,2016-09-26,.25,99.988870,\
            .082970848,7308395000,5685204500,6420900,792458900,13792479300
            """;

    private static Plan plan(AuctionFile file, LocalDate to, CpiTable consumerPrices) {
        return new Plan(new Request("test", file, null, to, 2, 0, 1), consumerPrices);
    }

    private static AuctionFile file(String csv) throws MarketDataException {
        return AuctionReader.parse(csv.getBytes(UTF_8));
    }

    @Test
    void aReopenedFloatingRateNoteWithoutItsBillsIsPaidAtTheRateItsRecordTells() throws Exception {
        String bill = "912796XY0,BILL,No,,2017-01-09,2017-01-12,2017-04-13,,,,,,,,99.87,,,,,,100\n";
        Plan plan = plan(file(REOPENED_FLOATER + bill), LocalDate.of(2017, 1, 31), CpiReader.bundled());

        plan.forEachRemaining(phase -> {}); // an entry that ends otherwise than it must throws

        assertThat(plan.programme().billRates().count(BillRates.Source.ASSUMED, LocalDate.of(2017, 1, 1)))
                .isEqualTo(1);
        assertThat(plan.ledger().obligations().all()).isEmpty();
    }

    @Test
    void beyondTheLastConsumerPriceIndexTheRunDerivesItAndSaysSo() {
        CpiTable bundled = CpiReader.bundled();
        YearMonth last = YearMonth.of(2021, 10);
        CpiTable cutShort = new CpiTable(
                bundled.firstMonth(),
                bundled.cpiThousandths().subList(0, (int) bundled.firstMonth().until(last, ChronoUnit.MONTHS) + 1));

        Plan plan = plan(AuctionReader.openingDay(), LocalDate.of(2022, 3, 31), cutShort);
        plan.forEachRemaining(phase -> {});

        assertThat(plan.programme().remarks())
                .anySatisfy(remark -> assertThat(remark.sentence()).contains("known up to 2021-10"));
        // 31 CFR 356 Appendix B, I.B.4: 276.589 x (276.589 / 260.388)^(1/12), the CPI of October 2021 and of 2020.
        assertThat(plan.programme().consumerPrices().cpiThousandths(last.plusMonths(1)))
                .isEqualTo(OptionalLong.of(277_984));
    }

    @Test
    void aRecordThatTellsOfNoAuctionIsLeftOutWithItsLine() throws Exception {
        String nameless = REOPENED_FLOATER.lines().toList().getLast().replace("912828S84", "");
        Plan plan = plan(file(REOPENED_FLOATER + nameless + "\n"), LocalDate.of(2016, 10, 3), CpiReader.bundled());

        assertThat(plan.programme().remarks()).contains(new Remark(3, "", "its cusip is missing", true));
        assertThat(plan.programme().sales()).hasSize(1);
    }

    @Test
    void anAuctionThatIsAnnouncedAndNotYetHeldIsLeftOut() throws Exception {
        String announced = "91282CFE6,NOTE,No,2016-09-22,2016-09-28,2016-09-30,2021-09-30,,,,,,,,,,,,,,\n";
        Plan plan = plan(file(REOPENED_FLOATER + announced), LocalDate.of(2016, 10, 3), CpiReader.bundled());

        assertThat(plan.programme().remarks())
                .filteredOn(Remark::notRun)
                .extracting(Remark::line)
                .isEqualTo(List.of(3L));
    }
}
