package org.tallystick.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.market.MarketDataException.Fault;

class AuctionReaderTest {
    private static final String BILL = """
            cusip,securityType,issueDate,maturityDate,highDiscountRate,pricePer100,totalAccepted
            912796XY0,Bill,2022-08-11T00:00:00,2023-08-10T00:00:00,3.200000,96.764444,38075404000
            """;

    @Test
    void theBundledOpeningDayHasEveryKindOfSecurityIssuedWithinTwoWeeks() {
        List<Auction> day = AuctionReader.openingDay().auctions();

        assertThat(day).hasSize(11).extracting(Auction::type).contains(Auction.Type.values());
        assertThat(day)
                .allSatisfy(auction -> assertThat(auction.dates().issue())
                        .isBetween(LocalDate.of(2022, 1, 31), LocalDate.of(2022, 2, 10)));
        assertThat(day).anySatisfy(auction -> {
            assertThat(auction.type()).isEqualTo(Auction.Type.NOTE);
            assertThat(auction.reopening()).isTrue();
        });
        assertThat(day)
                .allSatisfy(auction -> assertThat(auction.awards().unclassifiedCents())
                        .as("the classes of bidders add up to the total")
                        .isZero());
    }

    @Test
    void aRecordGivesTheTermsOfItsSecurity() throws Exception {
        List<Auction> day = AuctionReader.openingDay().auctions();

        Tips tips = (Tips) AuctionedSecurity.of(only(day, Auction.Type.TIPS));
        assertThat(tips.couponPercentNanos()).isEqualTo(125_000_000);
        assertThat(tips.datedDate()).isEqualTo("2022-01-15");
        assertThat(tips.refCpiOnDatedDateE5()).isEqualTo(27_720_274);
        FloatingRateNote floating = (FloatingRateNote) AuctionedSecurity.of(only(day, Auction.Type.FRN));
        assertThat(floating.spreadPercentNanos()).isEqualTo(-15_000_000);
        Auction bill = day.getLast();
        assertThat(AuctionedSecurity.of(bill))
                .isInstanceOfSatisfying(
                        Bill.class,
                        terms -> assertThat(terms.issueDate())
                                .isBefore(bill.dates().issue()));
    }

    @Test
    void columnsMayStandInAnyOrderAndOthersBetweenThem() throws Exception {
        List<String> lines = BILL.lines().toList();
        List<Integer> order = IntStream.range(0, 7).boxed().collect(Collectors.toList());
        Collections.reverse(order);
        String reversed = lines.stream()
                .map(line -> "x," + order.stream().map(i -> line.split(",")[i]).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));

        assertThat(parse(reversed)).isEqualTo(parse(BILL));
    }

    @Test
    void theSamePublishersOtherSpellingsMeanTheSame() throws Exception {
        String fiscalData = """
                record_date,cusip,security_type,issue_date,maturity_date,high_discnt_rate,price_per100,total_accepted,high_yield
                2022-08-11,912796XY0,Bill,08/11/2022,2023-08-10,3.200000,96.764444,"$38,075,404,000",null
                """;

        assertThat(parse(fiscalData)).isEqualTo(parse(BILL));
    }

    @Test
    void tipsAndFloatingRateNotesAreKnownByAnyOfTheirMarks() throws Exception {
        assertThat(typeOf("Note,TIPS,,")).isEqualTo(Auction.Type.TIPS);
        assertThat(typeOf("Note,,Yes,")).isEqualTo(Auction.Type.TIPS);
        assertThat(typeOf("Note,Note,No,Yes")).isEqualTo(Auction.Type.FRN);
        assertThat(typeOf("Bill,CMB,No,No")).isEqualTo(Auction.Type.BILL);
        assertThat(typeOf("Bond,,,")).isEqualTo(Auction.Type.BOND);
    }

    @Test
    void anAnnouncedAuctionHasNoResultsYet() throws Exception {
        Auction announced = parse(
                        "cusip,securityType,issueDate,maturityDate,highDiscountRate\n912796XY0,Bill,2022-08-11,2023-08-10,\n")
                .getFirst();

        assertThat(announced.rates().highDiscountRate()).isNull();
        assertThat(announced.awards().totalCents()).isZero();
    }

    @Test
    void anUnparsableCellIsNamedByLineAndColumn() {
        assertFault(
                BILL.replace("96.764444", "96.76x"), Fault.UNPARSABLE_VALUE, 2, 6, "line 2, column 6 (pricePer100)");
        assertFault(BILL.replace("2023-08-10T00:00:00", "2023-02-30"), Fault.UNPARSABLE_VALUE, 2, 4, "is not a date");
        assertFault(BILL.replace("912796XY0", "912796XY1"), Fault.UNPARSABLE_VALUE, 2, 1, "check digit");
        assertFault(BILL.replace("Bill", "Share"), Fault.UNPARSABLE_VALUE, 2, 2, "\"Share\" is not Bill");
        assertFault(BILL.replace("38075404000", "-1"), Fault.UNPARSABLE_VALUE, 2, 7, "zero or more");
        assertFault(BILL.replace("3.200000", "99999999999999999999"), Fault.UNPARSABLE_VALUE, 2, 5, "below 10,000");
        assertFault(BILL.replace("2023-08-10", "2021-08-10"), Fault.UNPARSABLE_VALUE, 2, 4, "after the issue date");
    }

    @Test
    void aRecordWithoutWhatNoAuctionIsWithoutIsKeptAsIncompleteAndTheOthersAreRead() throws Exception {
        String bill = BILL.lines().toList().getLast();
        AuctionFile file = AuctionReader.parse(String.join(
                        "\n",
                        BILL.strip(),
                        bill.replace("912796XY0", ""),
                        bill.replace("2023-08-10T00:00:00", "null"),
                        bill.replace("Bill", ""),
                        bill)
                .getBytes(StandardCharsets.UTF_8));

        assertThat(file.auctions()).extracting(Auction::line).containsExactly(2L, 6L);
        assertThat(file.incomplete())
                .containsExactly(
                        new AuctionFile.Incomplete(3, "", "its cusip is missing"),
                        new AuctionFile.Incomplete(4, "912796XY0", "its maturityDate is missing"),
                        new AuctionFile.Incomplete(5, "912796XY0", "its securityType is missing"));
    }

    @Test
    void aColumnUnderItsOldNameAndItsNewOneIsOneColumn() throws Exception {
        List<Auction> joined = parse("""
                cusip,securityType,issueDate,maturityDate,treasuryDirectAccepted,treasuryRetailAccepted
                912796XY0,Bill,2022-08-11,2023-08-10,100,
                912796XY0,Bill,2022-08-11,2023-08-10,,200
                """);

        assertThat(joined)
                .extracting(auction -> auction.awards().treasuryDirectCents())
                .containsExactly(100_00L, 200_00L);
    }

    @Test
    void aDateMayBeFollowedByItsTimeEitherWay() throws Exception {
        assertThat(parse(BILL.replace("2022-08-11T00:00:00", "2022-08-11 00:00:00")))
                .isEqualTo(parse(BILL));
    }

    @Test
    void aFileThatIsNotWholeOrNotCsvIsRefused() {
        assertFault("", Fault.EMPTY_FILE, 0, 0, "empty");
        assertFault(BILL.lines().findFirst().orElseThrow(), Fault.EMPTY_FILE, 0, 0, "no records");
        assertFault(BILL + "912796XY0,Bill\n", Fault.WRONG_FIELD_COUNT, 3, 0, "2 fields, the header 7");
        assertFault(BILL + "912796XY0,\"Bill,2022-08-11\n", Fault.MALFORMED_QUOTES, 3, 0, "opened and not closed");
        assertFault(BILL.replace("maturityDate", "maturing"), Fault.MISSING_COLUMN, 1, 0, "no column maturityDate");
        assertFault(BILL.replace("totalAccepted", "issueDate"), Fault.DUPLICATE_COLUMN, 1, 7, "in the header twice");
    }

    @Test
    void aByteThatIsNotUtf8IsFoundOnItsLine() {
        byte[] latin1 = (BILL + "é").getBytes(StandardCharsets.ISO_8859_1);
        MarketDataException fault = catchThrowableOfType(MarketDataException.class, () -> AuctionReader.parse(latin1));
        assertThat(fault.fault()).isEqualTo(Fault.NOT_UTF_8);
        assertThat(fault.line()).isEqualTo(3);
    }

    @Test
    void aMissingFileIsASentence() {
        MarketDataException fault =
                catchThrowableOfType(MarketDataException.class, () -> AuctionReader.read(Path.of("no-such.csv")));
        assertThat(fault).hasMessage("the file no-such.csv cannot be read: there is none");
        assertThat(fault.fault()).isEqualTo(Fault.UNREADABLE_FILE);
    }

    @Test
    void quotedFieldsMayHoldCommasQuotesAndLineBreaksAndAByteOrderMarkIsNoText() throws Exception {
        String quoted = "\uFEFF\"cusip\",\"securityType\",\"issueDate\",\"maturityDate\",\"note\"\n"
                + "\"912796XY0\",\"Bill\",\"2022-08-11\",\"2023-08-10\",\"a \"\"long\"\" bill,\nof a year\"\n"
                + "\"912796XY0\",\"Bill\",\"2022-08-11\",\"2023-08-10\",\"\"\n";

        assertThat(parse(quoted)).extracting(Auction::line).containsExactly(2L, 4L);
    }

    private static Auction only(List<Auction> auctions, Auction.Type type) {
        return auctions.stream()
                .filter(auction -> auction.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static Auction.Type typeOf(String marks) throws MarketDataException {
        return parse(
                        "cusip,issueDate,maturityDate,securityType,type,tips,floatingRate\n912796XY0,2022-08-11,2023-08-10,"
                                + marks + "\n")
                .getFirst()
                .type();
    }

    private static List<Auction> parse(String csv) throws MarketDataException {
        return AuctionReader.parse(csv.getBytes(StandardCharsets.UTF_8)).auctions();
    }

    private static void assertFault(String csv, Fault expected, long line, int column, String words) {
        MarketDataException fault = catchThrowableOfType(MarketDataException.class, () -> parse(csv));
        assertThat(fault).as(csv).isNotNull().hasMessageContaining(words);
        assertThat(Arrays.asList(fault.fault(), fault.line(), fault.column())).containsExactly(expected, line, column);
    }
}
