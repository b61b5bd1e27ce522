package org.tallystick.app.accounts;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

/** {@code tally balances}. */
@Command(
        name = "balances",
        header = "Print who holds what.",
        descriptionHeading = "%n",
        description = {
            "Computed from the receipts in the authority's journal, whether its node runs or not. What is held is set "
                    + "aside for someone: it is the account's still, and not available to it. With --json amounts are "
                    + "in minor units, beside the scale that places their decimal point."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  tally balances --data ledger", "  tally balances --data ledger --party DEALER1 --asset USD"})
public final class BalancesCommand implements Callable<Integer> {

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--account", paramLabel = "NUMBER", description = "Only this account.")
    private @Nullable Integer account;

    @Option(names = "--party", paramLabel = "CODE", description = "Only accounts of this party (code or number).")
    private @Nullable String party;

    @Option(names = "--asset", paramLabel = "CODE", description = "Only this asset (code, such as a CUSIP, or number).")
    private @Nullable String asset;

    private record Line(AccountName account, String party, AssetName asset, Holdings.Balance balance) {}

    @Override
    public Integer call() throws IOException {
        AccountBooks books = AccountBooks.read(data.directory());
        List<Line> lines = select(books);
        if (output.json()) {
            printJson(books, lines);
        } else {
            print(books, lines);
        }
        return ExitCode.OK;
    }

    private List<Line> select(AccountBooks books) {
        Names names = books.names();
        Integer onlyAccount =
                account == null ? null : names.findAccount(account).number();
        Integer onlyParty = party == null ? null : names.findParty(party).number();
        Integer onlyAsset = asset == null ? null : names.findAsset(asset).number();
        List<Line> lines = new ArrayList<>();
        books.holdings().balances().forEach((key, balance) -> {
            AccountName holder = names.account(key.account());
            boolean meant = balance.total() != 0
                    && (onlyAccount == null || onlyAccount == key.account())
                    && (onlyParty == null || onlyParty == holder.party())
                    && (onlyAsset == null || onlyAsset == key.asset());
            if (meant) {
                lines.add(new Line(holder, names.party(holder.party()).code(), names.asset(key.asset()), balance));
            }
        });
        return lines;
    }

    private void print(AccountBooks books, List<Line> lines) {
        TextTable table = new TextTable()
                .figures("Account")
                .words("Party")
                .words("Label")
                .words("Asset")
                .figures("Available")
                .figures("Held")
                .figures("Total")
                .words("Unit");
        TreeMap<Integer, Long> totals = new TreeMap<>();
        for (Line line : lines) {
            int scale = line.asset.scale();
            table.row(
                    Integer.toString(line.account.number()),
                    line.party,
                    line.account.label(),
                    line.asset.code(),
                    Amounts.format(line.balance.available(), scale),
                    Amounts.format(line.balance.held(), scale),
                    Amounts.format(line.balance.total(), scale),
                    line.asset.unit());
            totals.merge(line.asset.number(), line.balance.total(), Math::addExact);
        }
        PrintWriter out = output.out();
        if (table.isEmpty()) {
            out.printf("Nothing is held, after entry %,d.%n", books.lastIndex());
        } else {
            table.print(out);
            out.printf("%nTotals, after entry %,d:%n", books.lastIndex());
            TextTable sums = new TextTable().words("Asset").figures("Total").words("Unit");
            totals.forEach((number, total) -> {
                AssetName name = books.names().asset(number);
                sums.row(name.code(), Amounts.format(total, name.scale()), name.unit());
            });
            sums.print(out);
        }
        out.flush();
    }

    private void printJson(AccountBooks books, List<Line> lines) {
        List<Map<String, Object>> balances = new ArrayList<>();
        for (Line line : lines) {
            Map<String, Object> balance = new LinkedHashMap<>();
            balance.put("account", line.account.number());
            balance.put("party", line.party);
            balance.put("label", line.account.label());
            balance.put("asset", line.asset.code());
            balance.put("available", line.balance.available());
            balance.put("held", line.balance.held());
            balance.put("scale", line.asset.scale());
            balance.put("unit", line.asset.unit());
            balances.add(balance);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("lastIndex", books.lastIndex());
        result.put("balances", balances);
        output.printJson(result);
    }
}
