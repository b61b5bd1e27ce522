package org.tallystick.market;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what an {@link AuctionCheck} found, for people; the last line is the sum of it. */
public final class AuctionCheckReport {
    private AuctionCheckReport() {}

    /** Writes lines that end in a line feed, whatever the platform. */
    public static void print(AuctionCheck check, Appendable out) throws IOException {
        printDifferences(check, out);
        printNotPriced(check, out);
        printByType(check, out);
        printByFigure(check, out);
        out.append(
                "A record is exact if a price and every other figure recomputed from it equal the published ones.\n");
        if (check.notPriced() > 0) {
            out.append(line(
                    "%d of the checked records could not be priced and are neither exact nor off.", check.notPriced()));
        }
        out.append(line("checked %d, exact %d, off %d", check.checked(), check.exact(), check.off()));
    }

    private static void printDifferences(AuctionCheck check, Appendable out) throws IOException {
        for (RecordCheck record : check.records()) {
            for (RecordCheck.Comparison comparison : record.comparisons()) {
                if (!comparison.exact()) {
                    out.append(line(
                            "off: %s: %s: published %s, computed %s",
                            name(record.auction()),
                            comparison.figure().label(),
                            comparison.published().toPlainString(),
                            comparison.computed().toPlainString()));
                }
            }
        }
    }

    private static void printNotPriced(AuctionCheck check, Appendable out) throws IOException {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (RecordCheck record : check.records()) {
            record.notPriced()
                    .ifPresent(reason -> byReason.computeIfAbsent(reason, r -> new ArrayList<>())
                            .add(name(record.auction())));
        }
        for (AuctionFile.Incomplete record : check.incomplete()) {
            byReason.computeIfAbsent(record.reason(), r -> new ArrayList<>())
                    .add(("line " + record.line() + ", " + record.cusip()).replaceFirst(", $", ""));
        }
        for (Map.Entry<String, List<String>> entry : byReason.entrySet()) {
            out.append(line("not priced, %d: %s", entry.getValue().size(), entry.getKey()));
            for (String name : entry.getValue()) {
                out.append(line("  %s", name));
            }
        }
    }

    private static void printByType(AuctionCheck check, Appendable out) throws IOException {
        out.append(line("%-26s %8s %8s %8s %10s", "type", "checked", "exact", "off", "not priced"));
        for (Auction.Type type : Auction.Type.values()) {
            AuctionCheck ofType = new AuctionCheck(
                    check.records().stream()
                            .filter(record -> record.auction().type() == type)
                            .toList(),
                    List.of());
            if (ofType.checked() > 0) {
                out.append(line(
                        "%-26s %8d %8d %8d %10d",
                        type.label(), ofType.checked(), ofType.exact(), ofType.off(), ofType.notPriced()));
            }
        }
    }

    private static void printByFigure(AuctionCheck check, Appendable out) throws IOException {
        out.append(line("%-26s %8s %8s %8s", "figure", "compared", "exact", "off"));
        for (Figure figure : Figure.values()) {
            List<RecordCheck.Comparison> comparisons = check.records().stream()
                    .flatMap(record -> record.comparisons().stream())
                    .filter(comparison -> comparison.figure() == figure)
                    .toList();
            long exact =
                    comparisons.stream().filter(RecordCheck.Comparison::exact).count();
            if (!comparisons.isEmpty()) {
                out.append(line(
                        "%-26s %8d %8d %8d", figure.label(), comparisons.size(), exact, comparisons.size() - exact));
            }
        }
    }

    private static String name(Auction auction) {
        LocalDate issue = auction.dates().issue();
        return "line " + auction.line() + ", " + auction.cusip() + " "
                + auction.type().label() + " issued " + issue;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
