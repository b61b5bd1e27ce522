package org.tallystick.app.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: words to the left, figures to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private record Column(String heading, boolean figures) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of words. */
    public TextTable words(String heading) {
        columns.add(new Column(heading, false));
        return this;
    }

    /** Adds a column of figures. */
    public TextTable figures(String heading) {
        columns.add(new Column(heading, true));
        return this;
    }

    /** Adds a row: a cell for each column. */
    public void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints the headings and all rows. */
    public void print(PrintWriter out) {
        int[] widths = new int[columns.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        lines.addAll(rows);
        for (List<String> line : lines) {
            for (int at = 0; at < widths.length; at++) {
                widths[at] = Math.max(widths[at], line.get(at).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < widths.length; at++) {
                String space = " ".repeat(widths[at] - line.get(at).length());
                text.append(at == 0 ? "" : GAP);
                text.append(columns.get(at).figures ? space + line.get(at) : line.get(at) + space);
            }
            out.println(text.toString().stripTrailing());
        }
        out.flush();
    }
}
