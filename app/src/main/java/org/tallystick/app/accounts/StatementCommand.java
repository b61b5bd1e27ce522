package org.tallystick.app.accounts;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallystick.app.accounts.Names.AccountName;
import org.tallystick.app.accounts.Names.AssetName;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Amounts;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tally statement}. */
@Command(
        name = "statement",
        header = "Print everything that happened to an account.",
        descriptionHeading = "%n",
        description = {
            "One line for each change of a holding, in the order of the log, with the balance after it. The entry is "
                    + "the number of the receipt that tells of it; times are ledger time, UTC. Placing and releasing a "
                    + "hold moves an amount between available and held; the balance is what is available."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  tally statement --data ledger --account 7")
public final class StatementCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--account", required = true, paramLabel = "NUMBER", description = "The account.")
    private int account;

    private record Line(long index, long timeMillis, Change change, Holdings.Balance after) {}

    @Override
    public Integer call() throws IOException {
        List<Line> lines = new ArrayList<>();
        AccountBooks books = AccountBooks.read(data.directory(), (receipt, change, after) -> {
            if (change.account() == account) {
                lines.add(new Line(receipt.index(), receipt.timeMillis(), change, after));
            }
        });
        AccountName name = books.names().findAccount(account);
        if (output.json()) {
            printJson(books.names(), name, lines);
        } else {
            print(books.names(), name, lines);
        }
        return ExitCode.OK;
    }

    private void print(Names names, AccountName name, List<Line> lines) {
        PrintWriter out = output.out();
        out.printf(
                "Account %d, %s, of %s, %s%n%n",
                name.number(),
                name.label(),
                names.party(name.party()).name(),
                name.status().name().toLowerCase(Locale.ROOT));
        TextTable table = new TextTable()
                .figures("Entry")
                .words("Time (UTC)")
                .words("What")
                .words("With")
                .words("Asset")
                .figures("Available")
                .figures("Held")
                .figures("Balance");
        for (Line line : lines) {
            AssetName asset = names.asset(line.change.asset());
            table.row(
                    Long.toString(line.index),
                    TIME.format(Instant.ofEpochMilli(line.timeMillis)),
                    line.change.kind().word(),
                    counterpart(names, line.change),
                    asset.code(),
                    change(line.change.available(), asset.scale()),
                    change(line.change.held(), asset.scale()),
                    Amounts.format(line.after.available(), asset.scale()));
        }
        table.print(out);
    }

    private static String change(long amount, int scale) {
        return amount == 0 ? "" : (amount > 0 ? "+" : "") + Amounts.format(amount, scale);
    }

    private static String counterpart(Names names, Change change) {
        if (change.counterpart() == 0) {
            return "";
        }
        AccountName other = names.account(change.counterpart());
        return names.party(other.party()).code() + " " + other.number();
    }

    private void printJson(Names names, AccountName name, List<Line> lines) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Line line : lines) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("index", line.index);
            change.put("timeMillis", line.timeMillis);
            change.put("what", line.change.kind().word());
            if (line.change.counterpart() != 0) {
                change.put("with", line.change.counterpart());
            }
            change.put("asset", names.asset(line.change.asset()).code());
            change.put("scale", names.asset(line.change.asset()).scale());
            change.put("available", line.change.available());
            change.put("held", line.change.held());
            change.put("availableAfter", line.after.available());
            change.put("heldAfter", line.after.held());
            changes.add(change);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("account", name.number());
        result.put("label", name.label());
        result.put("party", names.party(name.party()).code());
        result.put("changes", changes);
        output.printJson(result);
    }
}
