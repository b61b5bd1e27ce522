package org.tallystick.gateway.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tallystick.readmodel.BadCursor;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;

/** The console's pages and what they are made of. Whoever is not signed in is sent to sign in, and then back. */
public final class Console implements HttpService {

    private final Function<ServerRequest, Optional<Visitor>> visitors;
    private final Assets assets = new Assets();
    private final Press press;
    private final Views views;
    private final Standing standing;
    private final ReceiptSource log;

    /**
     * @param log the bytes of entries and receipts
     * @param visitors who asks, or nobody
     */
    public Console(
            Views views, ReceiptSource log, Standing standing, Function<ServerRequest, Optional<Visitor>> visitors) {
        this.views = views;
        this.log = log;
        this.standing = standing;
        this.visitors = visitors;
        this.press = new Press(views, standing, assets);
    }

    @Override
    public void routing(HttpRules rules) {
        assets.routing(rules);
        rules.get("/sign-in", this::signIn);
        OverviewPages overview = new OverviewPages(views, press, standing);
        rules.get("/", page(overview::overview)).get("/overview/flow", page(overview::flow));
        SecurityPages securities = new SecurityPages(views, press);
        rules.get("/securities", page(securities::list)).get("/securities/{code}", page(securities::security));
        AccountPages accounts = new AccountPages(views, press);
        rules.get("/accounts", page(accounts::list))
                .get("/accounts/{account}", page(accounts::statement))
                .get("/accounts/{account}/statement.csv", page(accounts::csv));
        SettlementPages settlements = new SettlementPages(views, press);
        rules.get("/settlements", page(settlements::list))
                .get("/settlements/{settlement}", page(settlements::settlement));
        ReceiptPages receipts = new ReceiptPages(views, log, press);
        rules.get("/receipts", page(receipts::list)).get("/receipts/{index}", page(receipts::receipt));
        InstructPages instruct = new InstructPages(views, press);
        rules.get("/instruct", page(instruct::form)).get("/names", page(instruct::names));
        OperationPages operations = new OperationPages(views, press, standing);
        rules.get("/operations", page(operations::operations));
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        String then = local(new Asked(request).text("then"));
        if (visitors.apply(request).isPresent()) {
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
    private io.helidon.webserver.http.Handler page(Handler handler) {
        return (request, response) -> {
            Optional<Visitor> visitor = visitors.apply(request);
            if (visitor.isEmpty()) {
                askToSignIn(request, response);
                return;
            }
            try {
                handler.handle(visitor.get(), new Asked(request), response);
            } catch (NotShown not) {
                showNot(visitor.get(), not.status(), not.sentence(), response);
            } catch (BadCursor stale) {
                showNot(
                        visitor.get(),
                        Status.BAD_REQUEST_400,
                        "The list cannot be taken up where this address says. Open it again from its beginning.",
                        response);
            }
        };
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
