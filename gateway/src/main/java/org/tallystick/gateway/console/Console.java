package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tallystick.gateway.http.Exchange;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.BadCursor;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.security.CashFlows;

/** The console's pages and what they are made of. Whoever is not signed in is sent to sign in, and then back. */
public final class Console implements HttpService {

    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final Assets assets = new Assets();
    private final Press press;
    private final Views views;
    private final CashFlows cashFlows;
    private final Projection projection;
    private final JsonNode openApi;
    private final Standing standing;
    private final ReceiptSource log;

    /**
     * @param projection fills the tables that are read here
     * @param log the bytes of entries and receipts
     * @param openApi the document of the programming interface, as OpenAPI
     */
    public Console(ReadModel model, Projection projection, ReceiptSource log, Standing standing, JsonNode openApi) {
        this.views = model.views();
        this.cashFlows = model.cashFlows();
        this.projection = projection;
        this.log = log;
        this.standing = standing;
        this.openApi = openApi;
        this.press = new Press(views, standing, assets);
    }

    @Override
    public void routing(HttpRules rules) {
        assets.routing(rules);
        rules.get("/sign-in", this::signIn);
        OverviewPages overview = new OverviewPages(views, press, standing);
        page(rules, "/", overview::overview);
        page(rules, "/overview/flow", overview::flow);
        SecurityPages securities = new SecurityPages(views, cashFlows, press);
        page(rules, "/securities", securities::list);
        page(rules, "/securities/{code}", securities::security);
        AccountPages accounts = new AccountPages(views, press);
        page(rules, "/accounts", accounts::list);
        page(rules, "/accounts/{account}", accounts::statement);
        page(rules, "/accounts/{account}/statement.csv", accounts::csv);
        SettlementPages settlements = new SettlementPages(views, press);
        page(rules, "/settlements", settlements::list);
        page(rules, "/settlements/{settlement}", settlements::settlement);
        ReceiptPages receipts = new ReceiptPages(views, log, press);
        page(rules, "/receipts", receipts::list);
        page(rules, "/receipts/{index}", receipts::receipt);
        InstructPages instruct = new InstructPages(views, press);
        page(rules, "/instruct", instruct::form);
        page(rules, "/names", instruct::names);
        page(rules, "/approvals", instruct::approvals);
        OperationPages operations = new OperationPages(views, press, standing);
        page(rules, "/operations", operations::operations);
        ApiPages api = new ApiPages(openApi, press);
        page(rules, "/api", api::document);
        rules.get("/*", this::nothing);
    }

    /** An address that is none, for people; programs are told by others. */
    private void nothing(ServerRequest request, ServerResponse response) {
        boolean forPeople =
                request.headers().first(HeaderNames.ACCEPT).orElse("").contains("text/html");
        if (!forPeople || request.path().path().startsWith("/api/")) {
            response.next();
            return;
        }
        Optional<Visitor> visitor = Caller.find(request).flatMap(caller -> Visitor.of(caller, views));
        if (visitor.isEmpty()) {
            askToSignIn(request, response);
        } else {
            showNot(visitor.get(), Status.NOT_FOUND_404, "There is no page at this address.", response);
        }
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        String then = local(new Asked(request).text("then"));
        if (Caller.find(request).isPresent()) {
            Press.seeOther(response, then);
            return;
        }
        press.showOutside(
                response,
                Status.OK_200,
                "Sign in",
                "sign-in",
                Map.of(
                        "ledger",
                        standing.ledger(),
                        "then",
                        then,
                        "ready",
                        standing.ready().getAsBoolean()));
    }

    /** Answers with a page to whoever is signed in, and sends others to sign in. */
    private void page(HttpRules rules, String path, Handler handler) {
        rules.get(path, (request, response) -> {
            Exchange.of(request).matched(path);
            Optional<Visitor> visitor = Caller.find(request).flatMap(caller -> Visitor.of(caller, views));
            if (visitor.isEmpty()) {
                askToSignIn(request, response);
                return;
            }
            try {
                Asked asked = new Asked(request);
                catchUp(asked.number("since"));
                handler.handle(visitor.get(), asked, response);
            } catch (NotShown not) {
                showNot(visitor.get(), not.status(), not.sentence(), response);
            } catch (BadCursor stale) {
                showNot(
                        visitor.get(),
                        Status.BAD_REQUEST_400,
                        "The list cannot be taken up where this address says. Open it again from its beginning.",
                        response);
            }
        });
    }

    /** Waits a little until an entry is shown whose receipt the visitor has just been given. */
    private void catchUp(long entry) throws InterruptedException {
        if (entry > views.position() && entry <= standing.lastIndex().getAsLong()) {
            // When the time is over the page is shown as it is, and says how far behind it is.
            boolean _ = projection.await(entry, CATCH_UP);
        }
    }

    private void showNot(Visitor visitor, Status status, String sentence, ServerResponse response) {
        String title = status.equals(Status.NOT_FOUND_404) ? "Nothing here" : "That cannot be read";
        press.show(response, status, press.frame(visitor, title, ""), "not-shown", Map.of("sentence", sentence));
    }

    private static void askToSignIn(ServerRequest request, ServerResponse response) {
        if (request.headers().contains(HeaderNames.create("HX-Request"))) {
            response.status(Status.UNAUTHORIZED_401).send();
            return;
        }
        String here = new Asked(request).address();
        Press.seeOther(response, "/sign-in?then=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    /** An address of this console and no other; the overview where it is none. */
    static String local(String address) {
        boolean plain = address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return plain && address.startsWith("/") && !address.startsWith("//") ? address : "/";
    }
}
