package org.tallystick.gateway.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import org.tallystick.readmodel.view.StatementLine;

/** A statement for spreadsheets: amounts with their decimals, times in UTC, and no text that would be carried out. */
final class StatementCsv implements Closeable {

    private final CsvWriter csv;

    StatementCsv(Writer out) {
        this.csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "index",
                "time",
                "account",
                "asset",
                "cause",
                "reference",
                "counterpartyAccount",
                "counterparty",
                "available",
                "held",
                "availableAfter",
                "heldAfter");
    }

    void write(StatementLine line) {
        csv.writeRecord(
                Long.toString(line.index()),
                Instant.ofEpochMilli(line.timeMillis()).toString(),
                Integer.toString(line.account()),
                text(line.assetCode()),
                line.cause().name(),
                line.reference() == 0 ? "" : Long.toString(line.reference()),
                line.counterparty() == 0 ? "" : Integer.toString(line.counterparty()),
                text(line.counterpartyCode()),
                amount(line.available(), line.scale()),
                amount(line.held(), line.scale()),
                amount(line.availableAfter(), line.scale()),
                amount(line.heldAfter(), line.scale()));
    }

    private static String amount(long minor, int scale) {
        return BigDecimal.valueOf(minor, scale).toPlainString();
    }

    /** An apostrophe before what a spreadsheet would take for a formula. */
    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Writes what is left, and closes what it is written to. */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
