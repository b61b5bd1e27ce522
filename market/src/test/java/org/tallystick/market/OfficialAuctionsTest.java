package org.tallystick.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.treasury.BillPricing;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrnIndexRates;
import org.tallystick.ledger.treasury.FrnLockouts;
import org.tallystick.ledger.treasury.Interest;
import org.tallystick.ledger.treasury.SifmaCalendar;

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

    @Test
    void everyBillPriceSince1998IsThePriceOfARateInStepsOfHalfABasisPoint() throws Exception {
        List<Auction> bills = priced("auction_prices_1979_2024.csv.gz").stream()
                .filter(auction -> auction.type() == Auction.Type.BILL)
                .toList();

        List<String> impossible = bills.stream()
                .filter(bill -> !isPriceOfSomeRate(bill))
                .map(bill -> bill.cusip() + " " + bill.dates().issue() + " "
                        + bill.figures().price())
                .toList();

        assertThat(bills).hasSizeGreaterThan(4_000);
        assertThat(impossible).isEmpty();
    }

    @Test
    void theAccruedInterestOfEveryFloatingRateNoteFollowsFromTheBillAuctionsAndItsOwnIssueDates() throws Exception {
        List<Auction> every = priced("auction_prices_1979_2024.csv.gz");
        FrnIndexRates rates = new FrnIndexRates(every.stream()
                .filter(auction -> auction.type() == Auction.Type.BILL)
                .filter(auction -> auction.term().equals("13-Week"))
                .filter(auction -> auction.dates().issue().getYear() >= 2014)
                .map(OfficialAuctionsTest::rateFromPrice)
                .toList());
        BusinessCalendar calendar = SifmaCalendar.ofYears(2014, 2026);
        List<Auction> accruing = AuctionReader.read(OfficialRecords.file("auctions_2008_2022.csv")).auctions().stream()
                .filter(auction -> auction.figures().accruedPer100() != null)
                .toList();

        assertThat(accruing).hasSize(14).allSatisfy(auction -> {
            FloatingRateNote note = (FloatingRateNote) AuctionedSecurity.of(auction);
            List<LocalDate> issues = every.stream()
                    .filter(other -> other.cusip().equals(auction.cusip()))
                    .map(other -> other.dates().issue())
                    .toList();
            Rational accrued = Interest.accrued(
                            note,
                            note.datedDate(),
                            auction.dates().issue(),
                            rates,
                            FrnLockouts.of(note, issues, calendar))
                    .orElseThrow();
            assertThat(Decimals.of(accrued.times(100).round(9, Rounding.HALF_UP), 9))
                    .isEqualByComparingTo(auction.figures().accruedPer100());
        });
    }

    /** The high rate of a bill from its price, which six decimals determine to the three decimals it was bid in. */
    private static FrnIndexRates.Auction rateFromPrice(Auction bill) {
        int days = Math.toIntExact(
                ChronoUnit.DAYS.between(bill.dates().issue(), bill.dates().maturity()));
        long micros =
                Objects.requireNonNull(bill.figures().price()).movePointRight(6).longValueExact();
        long thousandths = BillPricing.discountRatePercent(micros, days, 3);
        return new FrnIndexRates.Auction(Objects.requireNonNull(bill.dates().auction()), thousandths * 1_000_000, days);
    }

    private static boolean isPriceOfSomeRate(Auction bill) {
        BigDecimal price = Objects.requireNonNull(bill.figures().price());
        long days = ChronoUnit.DAYS.between(bill.dates().issue(), bill.dates().maturity());
        long near = BillPricing.discountRatePercent(price.movePointRight(6).longValueExact(), days, 3);
        // Prices of three decimals leave a range of rates open: for a bill of a few days, some tenths of a percent.
        return LongStream.rangeClosed(Math.max(0, near - 300), near + 300)
                .filter(thousandths -> thousandths % 5 == 0)
                .map(thousandths -> BillPricing.priceMicros(thousandths * 1_000_000, days))
                .anyMatch(micros -> Practice.price(bill, micros, price).compareTo(price) == 0);
    }

    private static List<Auction> priced(String name) throws Exception {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(OfficialRecords.file(name)))) {
            return AuctionReader.parse(in.readAllBytes()).auctions().stream()
                    .filter(auction -> auction.figures().price() != null)
                    .toList();
        }
    }
}
