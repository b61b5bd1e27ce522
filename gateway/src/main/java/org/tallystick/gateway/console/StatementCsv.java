package org.tallystick.gateway.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import org.tallystick.readmodel.view.StatementLine;

/** A statement as a file for spreadsheets: numbers plain, and no text that a spreadsheet would carry out. */
final class StatementCsv {

    private StatementCsv() {}

    static void head(CsvWriter csv) {
        csv.writeRecord(
                "entry",
                "time",
                "account",
                "asset",
                "cause",
                "reference",
                "counterparty",
                "counterparty account",
                "available change",
                "held change",
                "available after",
                "held after");
    }

    static void lines(CsvWriter csv, List<StatementLine> lines) {
        for (StatementLine line : lines) {
            csv.writeRecord(
                    Long.toString(line.index()),
                    Moments.iso(line.timeMillis()),
                    Integer.toString(line.account()),
                    text(line.assetCode()),
                    line.cause().name(),
                    line.reference() == 0 ? "" : Long.toString(line.reference()),
                    text(line.counterpartyCode()),
                    line.counterparty() == 0 ? "" : Integer.toString(line.counterparty()),
                    Figures.plain(line.available(), line.scale()),
                    Figures.plain(line.held(), line.scale()),
                    Figures.plain(line.availableAfter(), line.scale()),
                    Figures.plain(line.heldAfter(), line.scale()));
        }
    }

    /** A text; an apostrophe before one that a spreadsheet would take for a formula. */
    static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
