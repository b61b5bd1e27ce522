package org.tallystick.bench.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a run: ratios and goals first, then every figure; the same as JSON. */
public final class Report {

    private Report() {}

    /**
     * @param args the file of figures, and the file that the rows are written to
     */
    public static void main(String[] args) throws IOException {
        Figures figures = Figures.in(Path.of(args[0]));
        System.out.println(table(figures));
        Files.writeString(
                Path.of(args[1]),
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows(figures)) + "\n");
    }

    /** A row for each goal that can be held against what was measured, then one for each figure. */
    static List<Row> rows(Figures figures) {
        List<Row> rows = new ArrayList<>();
        Goal.ALL.forEach(goal -> goal.held(figures).ifPresent(rows::add));
        figures.all().forEach(figure -> rows.add(Row.of(figure)));
        return rows;
    }

    static String table(Figures figures) {
        StringBuilder table = new StringBuilder();
        table.append("On ").append(Machine.describe()).append("\n\n");
        line(table, "ratio", "target", "met", "", "measured", "beside");
        List<String> missing = new ArrayList<>();
        for (Goal goal : Goal.ALL) {
            goal.held(figures).ifPresentOrElse(row -> line(table, row, goal), () -> missing.add(goal.title()));
        }
        if (!missing.isEmpty()) {
            table.append("\nNot measured in this run: ")
                    .append(String.join("; ", missing))
                    .append(".\n");
        }
        table.append("\nEverything that was measured\n");
        for (Figure figure : figures.all()) {
            table.append(String.format(
                    Locale.ROOT, "  %-72s %12s %s%n", figure.name(), Quantity.text(figure.value()), figure.unit()));
        }
        return table.toString();
    }

    private static void line(StringBuilder table, Row row, Goal goal) {
        Double ratio = row.ratio();
        Double peer = row.peer();
        Named beside = goal.peer();
        line(
                table,
                ratio == null ? "" : Quantity.text(ratio) + "x",
                String.valueOf(row.target()),
                Boolean.TRUE.equals(row.met()) ? "yes" : "NO",
                row.name(),
                Quantity.text(row.value()) + " " + row.unit(),
                peer == null || beside == null ? "" : Quantity.text(peer) + " " + beside.unit());
    }

    private static void line(
            StringBuilder table, String ratio, String target, String met, String what, String value, String beside) {
        String line =
                String.format(Locale.ROOT, "%8s  %18s  %-3s  %-56s %18s %16s", ratio, target, met, what, value, beside);
        table.append(line.stripTrailing()).append('\n');
    }
}
