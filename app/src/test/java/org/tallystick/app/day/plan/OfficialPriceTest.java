package org.tallystick.app.day.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionReader;
import org.tallystick.market.AuctionedSecurity;

class OfficialPriceTest {

    /** Treasury's results of the auction of 29 December 2021, the columns that matter here. */
    private static final String REOPENED_FLOATER = """
            cusip,securityType,type,reopening,floatingRate,auctionDate,issueDate,datedDate,originalIssueDate,\
            firstInterestPaymentDate,maturityDate,spread,pricePer100,accruedInterestPer100,primaryDealerAccepted,totalAccepted
            91282CDE8,Note,FRN,Yes,Yes,2021-12-29,2021-12-31,2021-10-31,2021-11-01,\
            2022-01-31,2023-10-31,0.0350,100.009279,0.0151540910,7992027000,27261069200
            """;

    /** An original issue of a note, dated two weeks before it was issued: 3 1/8 % interest of 14 days on $1,000. */
    private static final String NOTE_WITH_INTEREST = """
            cusip,securityType,type,auctionDate,issueDate,datedDate,firstInterestPaymentDate,maturityDate,interestRate,\
            pricePer100,accruedInterestPer1000,totalAccepted
            91282CFE6,Note,Note,2022-08-24,2022-08-29,2022-08-15,2023-02-15,2025-08-15,3.125,99.781411,1.18886,1000
            """;

    private static OfficialPrice priceOf(String csv) throws Exception {
        Auction auction = AuctionReader.parse(csv.getBytes(UTF_8)).auctions().getFirst();
        return Objects.requireNonNull(OfficialPrice.of(auction, AuctionedSecurity.of(auction)));
    }

    @Test
    void accruedInterestOfAFloaterIsTakenFromTheRecordToTheNinthDecimal() throws Exception {
        OfficialPrice price = priceOf(REOPENED_FLOATER);

        assertThat(price).isEqualTo(new OfficialPrice(100_009_279, 15_154_091, false));
        // 7,992,027,000 at 100.024433091 is 7,993,979,699.22965.
        assertThat(price.proceedsCents(7_992_027_000_00L)).isEqualTo(7_993_979_699_23L);
    }

    @Test
    void accruedInterestPer1000IsATenthPer100() throws Exception {
        assertThat(priceOf(NOTE_WITH_INTEREST)).isEqualTo(new OfficialPrice(99_781_411, 118_886_000, false));
    }

    @Test
    void accruedInterestThatTheRecordLeavesOutIsDerived() throws Exception {
        // 1,000 x 3.125 % / 2 x 14 / 184 = 1.188858..., to five decimals 1.18886.
        assertThat(priceOf(NOTE_WITH_INTEREST.replace("1.18886,", ",")))
                .isEqualTo(new OfficialPrice(99_781_411, 118_886_000, true));
    }
}
