package org.tallystick.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see in the console: their own business, as text, and in words when something is wrong. */
class ConsoleTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"Sons\"";
    private static final String HOSTILE_LABEL = "\"><img src=x onerror=alert(1)>";

    private static final List<String> PAGES = List.of(
            "/",
            "/securities",
            "/securities/912797XY8",
            "/securities/91282CXY2",
            "/securities/91282CTP6",
            "/securities/91282CFR7",
            "/securities/USD",
            "/accounts",
            "/settlements",
            "/receipts");

    private static ConsoleServer console;

    @BeforeAll
    static void tellTheStory() throws InterruptedException {
        console = new ConsoleServer(true, HOSTILE, HOSTILE_LABEL);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"1, operator", "2, cash issuer", "3, issuer", "4, participant", "7, supervisor"})
    void everyRoleHasItsPagesAndTheyHoldNoMarkupOfOthers(int party, String role) throws Exception {
        ConsoleServer.Seat seat = console.signIn(party);

        for (String path : PAGES) {
            String page = seat.page(path);
            assertThat(page)
                    .as(path)
                    .contains(role)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
            assertNothingInline(path, page);
        }
        assertThat(seat.page("/")).contains("Demonstration");
    }

    @Test
    void hostileNamesAreShownAsTheyAreWritten() throws Exception {
        ConsoleServer.Seat alpha = console.signIn(DeskStory.ALPHA);
        ConsoleServer.Seat operator = console.signIn(DeskLedger.OPERATOR);

        for (String page :
                List.of(alpha.page("/"), operator.page("/operations"), operator.page("/securities/912797XY8"))) {
            assertThat(page).contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; \"Sons\"");
        }
        for (String path : List.of("/accounts", "/accounts/4", "/instruct")) {
            String page = alpha.page(path);
            assertThat(page).as(path).contains("onerror=alert(1)").doesNotContain("<img src=x");
            assertNothingInline(path, page.replace("onerror=alert(1)", ""));
        }
    }

    /** The content security policy would stop it; the pages do not even have it. */
    private static void assertNothingInline(String path, String page) {
        Matcher script = Pattern.compile("<script(?![^>]* src=)|<style| style=|<[^>]* on[a-z]+=|https?://")
                .matcher(page);
        assertThat(script.find())
                .as(path + " has something inline or from elsewhere")
                .isFalse();
    }

    @Test
    void whoeverIsNotSignedInIsSentToSignInAndBack() throws Exception {
        HttpResponse<String> page = console.nobody().get("/settlements/3?since=1");
        HttpResponse<String> part = console.nobody().get("/", "HX-Request", "true");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in?then=%2Fsettlements%2F3%3Fsince%3D1");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(console.nobody().page("/sign-in?then=%2Fsettlements%2F3")).contains("data-then=\"/settlements/3\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Felsewhere.example",
                "%2F%2Felsewhere.example",
                "%2F%5Celsewhere.example",
                "x",
                "%2F%0D%0Ax"
            })
    void signingInLeadsToNoOtherSite(String then) throws Exception {
        assertThat(console.nobody().page("/sign-in?then=" + then)).contains("data-then=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/6",
                "/accounts/6/statement.csv",
                "/receipts/4",
                "/operations",
                "/settlements/9999",
                "/securities/NONE"
            })
    void whatBelongsToOthersLooksAsIfItWereNotThere(String path) throws Exception {
        HttpResponse<String> page = console.signIn(DeskStory.GAMMA).get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("or it is not for you to see");
    }

    @Test
    void anAddressThatIsNoneIsAPageForPeopleAndAProblemForPrograms() throws Exception {
        ConsoleServer.Seat alpha = console.signIn(DeskStory.ALPHA);

        HttpResponse<String> page = alpha.get("/nowhere", "Accept", "text/html");
        HttpResponse<String> problem = alpha.get("/nowhere", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no page at this address.", "To the overview");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theProgrammingInterfaceCanBeReadWithEveryReasonOfTheLedger() throws Exception {
        assertThat(console.signIn(DeskStory.ALPHA).page("/api"))
                .contains("/api/v1/things/{thing}", "One thing &lt;b&gt;", "Its number.", "path, needed", "int64")
                .contains("<tr id=\"AVAILABLE_BELOW_DEBIT\">", "Bring more to the account");
    }

    @Test
    void aPartyThatIsNotPartOfASettlementDoesNotSeeIt() throws Exception {
        assertThat(console.signIn(DeskStory.BETA).page("/settlements/3")).contains("you get", "you give");
        assertThat(console.signIn(DeskStory.GAMMA).get("/settlements/3").statusCode())
                .isEqualTo(404);
        assertThat(console.signIn(DeskStory.WATCH).page("/settlements/3")).contains("ALPHA, account 4");
    }

    @Test
    void aNoteShowsWhatItPaysAndWhatItsPriceMeans() throws Exception {
        String page = console.signIn(DeskStory.ALPHA).page("/securities/91282CXY2");

        // Half of 3.625 % is paid on 100 each time, 14 times and then par: 2033-11-15 is the fourteenth.
        assertThat(page)
                .contains("2027-05-15", "2027-05-17", "All 15 payments", "1<span class=\"frac\">.812500000</span>");
        assertThat(page).contains("Yield to maturity", "99.431250", "Accrued interest");
    }

    @Test
    void holdersAreShownToTheIssuerAndTheSupervisorOnly() throws Exception {
        String path = "/securities/912797XY8";

        assertThat(console.signIn(DeskStory.UST).page(path)).contains("Holders by type");
        assertThat(console.signIn(DeskStory.WATCH).page(path)).contains("Holders by type");
        assertThat(console.signIn(DeskStory.ALPHA).page(path)).doesNotContain("Holders by type");
    }

    @Test
    void aSettlementThatWaitsAsksForTheWordOfWhoeverGives() throws Exception {
        assertThat(console.signIn(DeskStory.ALPHA).page("/settlements/25"))
                .contains("Waits for the word of ALPHA.", "data-sign=\"affirmSettlement\"");
        assertThat(console.signIn(DeskStory.BETA).page("/settlements/25"))
                .contains("data-sign=\"cancelSettlement\"")
                .doesNotContain("data-sign=\"affirmSettlement\"");
        assertThat(console.signIn(DeskStory.WATCH).page("/settlements/25")).doesNotContain("data-sign");
    }

    @Test
    void aRejectionIsExplainedAndSaysWhatToDoNext() throws Exception {
        ConsoleServer.Seat alpha = console.signIn(DeskStory.ALPHA);
        String list = alpha.page("/receipts?code=TIME_IN_THE_PAST");
        Matcher entry = Pattern.compile("href=\"(/receipts/\\d+)\"").matcher(list);

        assertThat(entry.find()).isTrue();
        assertThat(alpha.page(entry.group(1)))
                .contains("TIME_IN_THE_PAST", "The time given has passed.", "Choose a later time")
                .contains(DeskLedger.key(DeskStory.ALPHA).publicKey().toString());
    }

    @Test
    void ofWhatOthersAskedAReceiptTellsWhatConcernsTheReader() throws Exception {
        ConsoleServer.Seat beta = console.signIn(DeskStory.BETA);
        Matcher entry = Pattern.compile("ALPHA instructed it, <a href=\"(/receipts/\\d+)\"")
                .matcher(beta.page("/settlements/3"));

        assertThat(entry.find()).isTrue();
        assertThat(beta.page(entry.group(1)))
                .contains("ALPHA's business, and withheld")
                .contains("Settlement instructed")
                .doesNotContain(DeskLedger.key(DeskStory.ALPHA).publicKey().toString());
        assertThat(console.signIn(DeskStory.GAMMA).get(entry.group(1)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStatementIsAFileForSpreadsheets() throws Exception {
        HttpResponse<String> file = console.signIn(DeskStory.ALPHA).get("/accounts/5/statement.csv");

        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"account-5.csv\"");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body().lines().skip(1).findFirst().orElseThrow())
                .contains(",5,USD,SETTLEMENT,26,ALPHA,4,1000000.00,0.00,1000000.00,0.00");
        assertThat(StatementCsv.text("=1+1")).isEqualTo("'=1+1");
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts/x, is no number",
        "/receipts/99999999999999999999, is no number",
        "/accounts/4?from=tomorrow, is no date",
        "/settlements?state=odd, is none of the choices",
        "/settlements?party=NOBODY, No party is called",
        "/receipts?after=nonsense, cannot be taken up"
    })
    void whatCannotBeReadIsSaidInWords(String path, String words) throws Exception {
        HttpResponse<String> page = console.signIn(DeskStory.ALPHA).get(path);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(words);
    }

    @Test
    void listsGoOnWhereThePageBeforeEnded() throws IOException, InterruptedException {
        ConsoleServer.Seat alpha = console.signIn(DeskStory.ALPHA);
        Matcher more = Pattern.compile("hx-get=\"([^\"]*after=[^\"]*)\"").matcher(alpha.page("/accounts/4"));

        assertThat(more.find()).isTrue();
        assertThat(alpha.page(more.group(1).replace("&amp;", "&"))).contains("Hold placed 1");
    }

    @Test
    void assetsMayBeKeptForEverAndComeCompressed() throws Exception {
        Matcher style = Pattern.compile("href=\"(/assets/[0-9a-f]{16}/console.css)\"")
                .matcher(console.nobody().page("/sign-in"));

        assertThat(style.find()).isTrue();
        HttpResponse<String> plain = console.nobody().get(style.group(1));
        HttpResponse<String> compressed = console.nobody().get(style.group(1), "Accept-Encoding", "gzip");
        assertThat(plain.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.body()).contains("--accent");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(console.nobody().get("/assets/0000000000000000/console.css").statusCode())
                .isEqualTo(404);
    }
}
