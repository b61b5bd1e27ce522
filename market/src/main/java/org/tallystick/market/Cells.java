package org.tallystick.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.market.MarketDataException.Fault;

/** The cells of one auction record, by column. An absent column, an empty cell and the word "null" are the same: nothing. */
final class Cells {
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** No rate, price or index of a Treasury security comes near: what is beyond is a misplaced cell. */
    private static final BigDecimal LARGEST_FIGURE = BigDecimal.valueOf(10_000);

    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(15);
    private static final int MOST_DIGITS = 40;
    private static final int ISO_DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Map<AuctionColumn, List<Integer>> positions;
    private final CsvTable.Row row;

    private Cells(Map<AuctionColumn, List<Integer>> positions, CsvTable.Row row) {
        this.positions = positions;
        this.row = row;
    }

    /** Where each column of the header is, from 0. A file may have a column under its old name and its new one. */
    static Map<AuctionColumn, List<Integer>> positions(List<String> header) throws MarketDataException {
        Map<AuctionColumn, List<Integer>> positions = new EnumMap<>(AuctionColumn.class);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            AuctionColumn column = AuctionColumn.named(header.get(i));
            if (column == null) {
                continue;
            }
            if (!seen.add(AuctionColumn.bare(header.get(i)))) {
                throw MarketDataException.atCell(
                        Fault.DUPLICATE_COLUMN, 1, i + 1, header.get(i), "the column is in the header twice");
            }
            positions.computeIfAbsent(column, none -> new ArrayList<>()).add(i);
        }
        return positions;
    }

    static Cells of(Map<AuctionColumn, List<Integer>> positions, CsvTable.Row row) {
        return new Cells(positions, row);
    }

    long line() {
        return row.line();
    }

    @Nullable
    String text(AuctionColumn column) {
        for (int position : positions.getOrDefault(column, List.of())) {
            String cell = row.fields().get(position);
            if (!cell.isEmpty() && !cell.equalsIgnoreCase("null")) {
                return cell;
            }
        }
        return null;
    }

    boolean yes(AuctionColumn column) throws MarketDataException {
        String cell = text(column);
        if (cell == null) {
            return false;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> true;
            case "no", "n", "false" -> false;
            default -> throw unparsable(column, cell, "yes or no");
        };
    }

    @Nullable
    LocalDate date(AuctionColumn column) throws MarketDataException {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        try {
            LocalDate date = parse(cell);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            throw unparsable(column, cell, "a date such as 2022-08-15, 2022-08-15T00:00:00 or 08/15/2022");
        }
        throw unparsable(column, cell, "a date between " + FIRST_YEAR + " and " + LAST_YEAR);
    }

    private static LocalDate parse(String cell) {
        if (cell.indexOf('/') >= 0) {
            return LocalDate.parse(cell, AMERICAN);
        }
        return cell.length() > ISO_DATE_LENGTH
                ? LocalDateTime.parse(cell.replace(' ', 'T')).toLocalDate()
                : LocalDate.parse(cell);
    }

    LocalDate requiredDate(AuctionColumn column) throws MarketDataException {
        LocalDate date = date(column);
        if (date == null) {
            throw missing(column);
        }
        return date;
    }

    @Nullable
    BigDecimal decimal(AuctionColumn column) throws MarketDataException {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        BigDecimal value = number(column, cell);
        if (value.abs().compareTo(LARGEST_FIGURE) >= 0) {
            throw unparsable(column, cell, "a rate, price or index below 10,000");
        }
        return value;
    }

    /** A percentage in billionths of a percent. */
    @Nullable
    Long percentNanos(AuctionColumn column) throws MarketDataException {
        BigDecimal value = decimal(column);
        if (value == null) {
            return null;
        }
        try {
            return value.movePointRight(9).longValueExact();
        } catch (ArithmeticException e) {
            throw unparsable(column, value.toPlainString(), "a percentage of at most nine decimals");
        }
    }

    /** A dollar amount in cents; zero if not published. */
    long cents(AuctionColumn column) throws MarketDataException {
        String cell = text(column);
        if (cell == null) {
            return 0;
        }
        BigDecimal value = number(column, cell.startsWith("$") ? cell.substring(1) : cell);
        if (value.signum() < 0 || value.compareTo(LARGEST_AMOUNT) >= 0) {
            throw unparsable(column, cell, "an amount of dollars, zero or more");
        }
        try {
            return value.setScale(2, RoundingMode.UNNECESSARY).movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw unparsable(column, cell, "an amount of dollars in whole cents");
        }
    }

    @Nullable
    Integer smallNumber(AuctionColumn column) throws MarketDataException {
        BigDecimal value = decimal(column);
        if (value == null) {
            return null;
        }
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            throw unparsable(column, value.toPlainString(), "a whole number");
        }
    }

    @Nullable
    Cusip cusip(AuctionColumn column) throws MarketDataException {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        if (!Cusip.isValid(cell)) {
            throw unparsable(column, cell, "a CUSIP: nine characters with a correct check digit");
        }
        return Cusip.of(cell);
    }

    Cusip requiredCusip(AuctionColumn column) throws MarketDataException {
        Cusip cusip = cusip(column);
        if (cusip == null) {
            throw missing(column);
        }
        return cusip;
    }

    MarketDataException unparsable(AuctionColumn column, String cell, String expected) {
        return at(Fault.UNPARSABLE_VALUE, column, "\"" + cell + "\" is not " + expected);
    }

    private MarketDataException missing(AuctionColumn column) {
        return at(Fault.MISSING_VALUE, column, "the value is missing");
    }

    private MarketDataException at(Fault fault, AuctionColumn column, String sentence) {
        return MarketDataException.atCell(fault, line(), columnOf(column), column.publishedName(), sentence);
    }

    /** From 1, where the value of a column stands, or would; 0 where the file has no such column. */
    private int columnOf(AuctionColumn column) {
        List<Integer> among = positions.getOrDefault(column, List.of());
        for (int position : among) {
            if (row.fields().get(position).equals(text(column))) {
                return position + 1;
            }
        }
        return among.isEmpty() ? 0 : among.getFirst() + 1;
    }

    private BigDecimal number(AuctionColumn column, String cell) throws MarketDataException {
        String digits = cell.replace(",", "");
        if (digits.length() <= MOST_DIGITS && digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
            return new BigDecimal(digits);
        }
        throw unparsable(column, cell, "a number");
    }
}
