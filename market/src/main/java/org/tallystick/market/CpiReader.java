package org.tallystick.market;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.market.MarketDataException.Fault;

/**
 * Reads the consumer price index by month: CSV with a column {@code Date}, the first of the month, and a column {@code Index}.
 *
 * <p>A month left out, such as October 2025 that was never collected, gets the number that 31 CFR 356 Appendix B, section
 * I.B.4(iv), derives from the months before it.
 */
public final class CpiReader {
    private static final String BUNDLED = "cpi_u_nsa.csv";
    private static final int DECIMALS = 3;
    private static final int MONTHS_IN_YEAR = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private CpiReader() {}

    public static CpiTable read(Path file) throws MarketDataException {
        return table(CsvTable.read(file));
    }

    /** The series of a file already in memory. */
    public static CpiTable parse(byte[] csv) throws MarketDataException {
        return table(CsvTable.parse(csv));
    }

    /**
     * The CPI-U from September 1996, before the first TIPS, to May 2026 as the Treasury uses it: first prints, also where the
     * Bureau of Labor Statistics corrected them later (January to August 2000, May to August 2016).
     */
    public static CpiTable bundled() {
        try (InputStream in =
                Objects.requireNonNull(CpiReader.class.getResourceAsStream(BUNDLED), "the bundled price index")) {
            return parse(in.readAllBytes());
        } catch (IOException | MarketDataException e) {
            throw new IllegalStateException("the bundled price index is damaged", e);
        }
    }

    private static CpiTable table(CsvTable csv) throws MarketDataException {
        int dateColumn = column(csv, "Date");
        int indexColumn = column(csv, "Index");
        List<Long> values = new ArrayList<>(csv.rows().size());
        YearMonth first = month(csv.rows().getFirst(), dateColumn);
        YearMonth next = first;
        for (CsvTable.Row row : csv.rows()) {
            YearMonth month = month(row, dateColumn);
            if (month.isBefore(next)) {
                throw cell(Fault.BROKEN_SERIES, row, dateColumn, "Date", month + " is not after the month before it");
            }
            int reported = values.size();
            for (; next.isBefore(month); next = next.plusMonths(1)) {
                values.add(derived(values, reported, row, dateColumn, next));
            }
            values.add(index(row, indexColumn));
            next = next.plusMonths(1);
        }
        return new CpiTable(first, values);
    }

    /** The number for a month missing after the first {@code reported} values. */
    private static long derived(List<Long> values, int reported, CsvTable.Row row, int dateColumn, YearMonth missing)
            throws MarketDataException {
        if (reported <= MONTHS_IN_YEAR) {
            throw cell(
                    Fault.BROKEN_SERIES,
                    row,
                    dateColumn,
                    "Date",
                    missing + " is missing, with too few months before it to derive it from");
        }
        int monthsMissing = values.size() - reported + 1;
        return CpiTable.missingCpiThousandths(
                values.get(reported - 1), values.get(reported - 1 - MONTHS_IN_YEAR), monthsMissing);
    }

    private static int column(CsvTable csv, String name) throws MarketDataException {
        for (int i = 0; i < csv.header().size(); i++) {
            if (csv.header().get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw MarketDataException.atLine(Fault.MISSING_COLUMN, 1, "the header has no column " + name);
    }

    private static YearMonth month(CsvTable.Row row, int column) throws MarketDataException {
        String text = row.fields().get(column);
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getDayOfMonth() == 1) {
                return YearMonth.from(date);
            }
        } catch (DateTimeException e) {
            throw cell(
                    Fault.UNPARSABLE_VALUE, row, column, "Date", "\"" + text + "\" is not a date such as 2022-08-01");
        }
        throw cell(Fault.UNPARSABLE_VALUE, row, column, "Date", text + " is not the first of a month");
    }

    private static long index(CsvTable.Row row, int column) throws MarketDataException {
        String text = row.fields().get(column);
        if (text.matches("\\d{1,7}(\\.\\d{1,9})?")) {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() > 0 && value.compareTo(LARGEST) < 0 && Decimals.significant(value) <= DECIMALS) {
                return Decimals.scaled(value, DECIMALS);
            }
        }
        throw cell(
                Fault.UNPARSABLE_VALUE,
                row,
                column,
                "Index",
                "\"" + text + "\" is not a positive number of at most three decimals");
    }

    private static MarketDataException cell(Fault fault, CsvTable.Row row, int column, String name, String sentence) {
        return MarketDataException.atCell(fault, row.line(), column + 1, name, sentence);
    }
}
