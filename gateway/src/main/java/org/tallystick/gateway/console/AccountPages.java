package org.tallystick.gateway.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.StatementLine;

/** Accounts: what is on them, and how it came there. */
final class AccountPages {

    private final Views views;
    private final Press press;

    AccountPages(Views views, Press press) {
        this.views = views;
        this.press = press;
    }

    void list(Visitor visitor, Asked asked, ServerResponse response) {
        Page<AccountView> accounts = views.accounts(visitor.scope(), asked.page());
        List<HoldingView> holdings = visitor.seesEverything()
                ? List.of()
                : views.holdings(visitor.scope(), Page.Request.first(200)).items();
        AccountsPage page = new AccountsPage(
                accounts.items(),
                asked.next(accounts),
                holdings,
                views.holds(visitor.scope(), Page.Request.first(50)).items());
        String title = visitor.seesEverything() ? "Accounts" : "My accounts";
        press.show(response, press.frame(visitor, title, "/accounts"), "account/list", Map.of("page", page));
    }

    void statement(Visitor visitor, Asked asked, ServerResponse response) {
        AccountView account = account(visitor, asked);
        Page<StatementLine> lines = lines(visitor, asked, account, asked.page());
        StatementPage page = new StatementPage(
                account,
                views.holdings(visitor.scope(), account.account()),
                asked.smallNumber("asset"),
                asked.text("from"),
                asked.text("to"),
                asked.address("/accounts/" + account.account() + "/statement.csv"),
                lines.items(),
                asked.next(lines));
        press.show(
                response,
                press.frame(visitor, "Account " + account.account(), "/accounts"),
                "account/statement",
                Map.of("page", page));
    }

    /** The lines asked for, all of them, as a file for spreadsheets. */
    void csv(Visitor visitor, Asked asked, ServerResponse response) throws IOException {
        AccountView account = account(visitor, asked);
        Page<StatementLine> lines = lines(visitor, asked, account, Page.Request.first(Page.Request.MOST));
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"account-" + account.account() + ".csv\"");
        try (OutputStream out = response.outputStream();
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(writer)) {
            StatementCsv.head(csv);
            StatementCsv.lines(csv, lines.items());
            for (String next = lines.next(); next != null; next = lines.next()) {
                lines = lines(visitor, asked, account, new Page.Request(Page.Request.MOST, next));
                StatementCsv.lines(csv, lines.items());
            }
        }
    }

    private AccountView account(Visitor visitor, Asked asked) {
        int number = asked.smallInPath("account");
        return views.account(visitor.scope(), number).orElseThrow(() -> NotShown.nothing("account " + number));
    }

    private Page<StatementLine> lines(Visitor visitor, Asked asked, AccountView account, Page.Request page) {
        return views.statement(
                visitor.scope(),
                account.account(),
                asked.smallNumber("asset"),
                asked.from("from"),
                orEver(asked.to("to")),
                page);
    }

    private static long orEver(long toMillis) {
        return toMillis == 0 ? Long.MAX_VALUE : toMillis;
    }
}
