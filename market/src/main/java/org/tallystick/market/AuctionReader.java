package org.tallystick.market;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.market.MarketDataException.Fault;

/**
 * Reads the auction records that the Treasury publishes as CSV. Columns are found by name, in any order; of more than a
 * hundred only the CUSIP, the type, the issue date and the maturity date must be there. A record without one of these is kept
 * as incomplete; a cell that is not what its column holds makes the file unreadable.
 */
public final class AuctionReader {
    private static final String OPENING_DAY = "opening_day.csv";

    /** Beside these, one of the two columns of types. */
    private static final List<AuctionColumn> NEEDED =
            List.of(AuctionColumn.CUSIP, AuctionColumn.ISSUE_DATE, AuctionColumn.MATURITY_DATE);

    private AuctionReader() {}

    public static AuctionFile read(Path file) throws MarketDataException {
        return auctions(CsvTable.read(file));
    }

    /** As {@link #read}, of a file already in memory. */
    public static AuctionFile parse(byte[] csv) throws MarketDataException {
        return auctions(CsvTable.parse(csv));
    }

    /** The small table of real auctions that comes with the project: one week's issues of every kind. */
    public static AuctionFile openingDay() {
        try (InputStream in = Objects.requireNonNull(
                AuctionReader.class.getResourceAsStream(OPENING_DAY), "the bundled table of auctions")) {
            return parse(in.readAllBytes());
        } catch (IOException | MarketDataException e) {
            throw new IllegalStateException("the bundled table of auctions is damaged", e);
        }
    }

    private static AuctionFile auctions(CsvTable table) throws MarketDataException {
        Map<AuctionColumn, List<Integer>> positions = Cells.positions(table.header());
        for (AuctionColumn column : NEEDED) {
            requireColumn(positions.containsKey(column), column);
        }
        requireColumn(
                positions.containsKey(AuctionColumn.SECURITY_TYPE) || positions.containsKey(AuctionColumn.TYPE),
                AuctionColumn.SECURITY_TYPE);
        List<Auction> auctions = new ArrayList<>(table.rows().size());
        List<AuctionFile.Incomplete> incomplete = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Cells cells = Cells.of(positions, row);
            AuctionColumn missing = missing(cells);
            if (missing == null) {
                auctions.add(auction(cells));
            } else {
                incomplete.add(new AuctionFile.Incomplete(
                        cells.line(),
                        Objects.requireNonNullElse(cells.text(AuctionColumn.CUSIP), ""),
                        "its " + missing.publishedName() + " is missing"));
            }
        }
        return new AuctionFile(auctions, incomplete);
    }

    private static void requireColumn(boolean present, AuctionColumn column) throws MarketDataException {
        if (!present) {
            throw MarketDataException.atLine(
                    Fault.MISSING_COLUMN, 1, "the header has no column " + column.publishedName());
        }
    }

    /** The first value that the record lacks and no auction is without, or null. */
    private static @Nullable AuctionColumn missing(Cells cells) {
        for (AuctionColumn column : NEEDED) {
            if (cells.text(column) == null) {
                return column;
            }
        }
        boolean typed = cells.text(AuctionColumn.SECURITY_TYPE) != null || cells.text(AuctionColumn.TYPE) != null;
        return typed ? null : AuctionColumn.SECURITY_TYPE;
    }

    private static Auction auction(Cells cells) throws MarketDataException {
        Auction auction = new Auction(
                cells.line(),
                cells.requiredCusip(AuctionColumn.CUSIP),
                type(cells),
                Objects.requireNonNullElse(cells.text(AuctionColumn.SECURITY_TERM), ""),
                cells.yes(AuctionColumn.REOPENING),
                cells.yes(AuctionColumn.CASH_MANAGEMENT_BILL) || describes(cells, "CMB"),
                !isMultiplePrice(cells),
                cells.smallNumber(AuctionColumn.COMPETITIVE_BID_DECIMALS),
                dates(cells),
                terms(cells),
                rates(cells),
                figures(cells),
                awards(cells));
        if (!auction.dates().issue().isBefore(auction.dates().maturity())) {
            throw cells.unparsable(
                    AuctionColumn.MATURITY_DATE, auction.dates().maturity().toString(), "after the issue date");
        }
        return auction;
    }

    private static Auction.Type type(Cells cells) throws MarketDataException {
        if (describes(cells, "TIPS")
                || cells.yes(AuctionColumn.TIPS)
                || cells.yes(AuctionColumn.INFLATION_INDEX_SECURITY)) {
            return Auction.Type.TIPS;
        }
        if (describes(cells, "FRN") || cells.yes(AuctionColumn.FLOATING_RATE)) {
            return Auction.Type.FRN;
        }
        if (describes(cells, "BILL") || describes(cells, "CMB")) {
            return Auction.Type.BILL;
        }
        if (describes(cells, "NOTE")) {
            return Auction.Type.NOTE;
        }
        if (describes(cells, "BOND")) {
            return Auction.Type.BOND;
        }
        String published = Objects.requireNonNullElse(
                cells.text(AuctionColumn.SECURITY_TYPE),
                Objects.requireNonNullElse(cells.text(AuctionColumn.TYPE), ""));
        throw cells.unparsable(AuctionColumn.SECURITY_TYPE, published, "Bill, Note, Bond, CMB, TIPS or FRN");
    }

    private static boolean describes(Cells cells, String word) {
        return Stream.of(AuctionColumn.TYPE, AuctionColumn.SECURITY_TYPE).anyMatch(column -> {
            String cell = cells.text(column);
            return cell != null && cell.toUpperCase(Locale.ROOT).contains(word);
        });
    }

    private static boolean isMultiplePrice(Cells cells) {
        String format = cells.text(AuctionColumn.AUCTION_FORMAT);
        return format != null && format.toLowerCase(Locale.ROOT).startsWith("multi");
    }

    private static Auction.Dates dates(Cells cells) throws MarketDataException {
        LocalDate dated = cells.date(AuctionColumn.DATED_DATE);
        return new Auction.Dates(
                cells.date(AuctionColumn.ANNOUNCEMENT_DATE),
                cells.date(AuctionColumn.AUCTION_DATE),
                cells.requiredDate(AuctionColumn.ISSUE_DATE),
                cells.requiredDate(AuctionColumn.MATURITY_DATE),
                dated != null ? dated : cells.date(AuctionColumn.BACK_DATED_DATE),
                cells.date(AuctionColumn.ORIGINAL_DATED_DATE),
                cells.date(AuctionColumn.ORIGINAL_ISSUE_DATE),
                cells.date(AuctionColumn.FIRST_INTEREST_DATE),
                cells.date(AuctionColumn.CALL_DATE),
                cells.date(AuctionColumn.FRN_INDEX_DATE));
    }

    private static Auction.Terms terms(Cells cells) throws MarketDataException {
        String firstPeriod = cells.text(AuctionColumn.FIRST_INTEREST_PERIOD);
        List<Cusip> tints = new ArrayList<>();
        for (AuctionColumn column : List.of(AuctionColumn.TINT_CUSIP_1, AuctionColumn.TINT_CUSIP_2)) {
            Cusip tint = cells.cusip(column);
            if (tint != null) {
                tints.add(tint);
            }
        }
        return new Auction.Terms(
                cells.percentNanos(AuctionColumn.INTEREST_RATE),
                cells.percentNanos(AuctionColumn.SPREAD),
                firstPeriod == null || firstPeriod.equalsIgnoreCase("normal"),
                cells.yes(AuctionColumn.CALLABLE),
                cells.yes(AuctionColumn.STRIPPABLE),
                cells.cusip(AuctionColumn.CORPUS_CUSIP),
                List.copyOf(tints));
    }

    private static Auction.Rates rates(Cells cells) throws MarketDataException {
        return new Auction.Rates(
                cells.percentNanos(AuctionColumn.HIGH_DISCOUNT_RATE),
                cells.percentNanos(AuctionColumn.AVERAGE_DISCOUNT_RATE),
                cells.percentNanos(AuctionColumn.LOW_DISCOUNT_RATE),
                cells.percentNanos(AuctionColumn.HIGH_YIELD),
                cells.percentNanos(AuctionColumn.AVERAGE_YIELD),
                cells.percentNanos(AuctionColumn.LOW_YIELD),
                cells.percentNanos(AuctionColumn.HIGH_DISCOUNT_MARGIN),
                cells.percentNanos(AuctionColumn.FRN_INDEX_RATE));
    }

    private static Auction.Figures figures(Cells cells) throws MarketDataException {
        return new Auction.Figures(
                cells.decimal(AuctionColumn.PRICE),
                cells.decimal(AuctionColumn.HIGH_PRICE),
                cells.decimal(AuctionColumn.AVERAGE_PRICE),
                cells.decimal(AuctionColumn.LOW_PRICE),
                cells.decimal(AuctionColumn.HIGH_INVESTMENT_RATE),
                cells.decimal(AuctionColumn.AVERAGE_INVESTMENT_RATE),
                cells.decimal(AuctionColumn.LOW_INVESTMENT_RATE),
                cells.decimal(AuctionColumn.ACCRUED_PER_1000),
                cells.decimal(AuctionColumn.ACCRUED_PER_100),
                cells.decimal(AuctionColumn.UNADJUSTED_PRICE),
                cells.decimal(AuctionColumn.ADJUSTED_PRICE),
                cells.decimal(AuctionColumn.UNADJUSTED_ACCRUED_PER_1000),
                cells.decimal(AuctionColumn.ADJUSTED_ACCRUED_PER_1000),
                positive(cells, AuctionColumn.REF_CPI_ON_ISSUE_DATE),
                positive(cells, AuctionColumn.REF_CPI_ON_DATED_DATE),
                cells.decimal(AuctionColumn.INDEX_RATIO));
    }

    private static @Nullable BigDecimal positive(Cells cells, AuctionColumn column) throws MarketDataException {
        BigDecimal value = cells.decimal(column);
        return value == null || value.signum() <= 0 ? null : value;
    }

    private static Auction.Awards awards(Cells cells) throws MarketDataException {
        return new Auction.Awards(
                cells.cents(AuctionColumn.OFFERING_AMOUNT),
                cells.cents(AuctionColumn.PRIMARY_DEALER_ACCEPTED),
                cells.cents(AuctionColumn.DIRECT_BIDDER_ACCEPTED),
                cells.cents(AuctionColumn.INDIRECT_BIDDER_ACCEPTED),
                cells.cents(AuctionColumn.NONCOMPETITIVE_ACCEPTED),
                cells.cents(AuctionColumn.TREASURY_DIRECT_ACCEPTED),
                cells.cents(AuctionColumn.FIMA_ACCEPTED),
                cells.cents(AuctionColumn.SOMA_ACCEPTED),
                cells.cents(AuctionColumn.TOTAL_ACCEPTED));
    }
}
