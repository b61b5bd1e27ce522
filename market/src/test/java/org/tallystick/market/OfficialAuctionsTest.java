package org.tallystick.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The check over official records: every figure of every record as published. */
class OfficialAuctionsTest {
    @Test
    void everyRecordFrom2008To2022IsExact() throws Exception {
        AuctionCheck check = AuctionCheck.of(AuctionReader.read(OfficialRecords.file("auctions_2008_2022.csv")));
        StringBuilder report = new StringBuilder();
        AuctionCheckReport.print(check, report);

        assertThat(check.checked()).isEqualTo(1158);
        assertThat(check.notPriced()).isZero();
        assertThat(check.exact()).as(report.toString()).isEqualTo(1158);
        assertThat(report.toString()).endsWith("checked 1158, exact 1158, off 0\n");
    }
}
