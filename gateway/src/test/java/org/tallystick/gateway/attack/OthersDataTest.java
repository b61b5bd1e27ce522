package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/**
 * BETA and GAMMA deal with each other. ALPHA knows every number of what they do, and asks for it on every route there is;
 * the routes are taken from the gateway itself, so that a new one is asked too.
 */
class OthersDataTest {

    /** What BETA pays GAMMA, in cents; found nowhere else. */
    private static final long PAID = 31_415_926;

    private static final String HOLD = "a-hold-of-beta";

    /** Answer anybody, or never end. */
    private static final Set<String> PUBLIC =
            Set.of("/health/live", "/health/ready", "/metrics", "/openapi.json", "/api/v1/demo/identities");

    private static RunningGateway gateway;
    private static Receipt instructed;
    private static String betaSession;

    @BeforeAll
    static void beta_pays_gamma() {
        gateway = RunningGateway.start();
        long later = System.currentTimeMillis() + 3_600_000;
        gateway.happens(
                Town.BETA,
                new PlaceHold(Town.BETA_ACCOUNT, Town.USD, 2_718_281, new Beneficiary.Party(Town.GAMMA), later, HOLD));
        instructed = gateway.happens(
                Town.GAMMA,
                new InstructSettlement(
                        List.of(new Leg(Town.USD, Town.BETA_ACCOUNT, Town.GAMMA_ACCOUNT, PAID)), null, later));
        gateway.happens(Town.BETA, new AffirmSettlement(1));
        betaSession = gateway.visitor()
                .signedIn(Town.BETA)
                .get("/api/v1/sessions/current")
                .json()
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** What only BETA, GAMMA and those who see everything may read. */
    private static List<String> secrets() {
        return List.of(
                Long.toString(PAID),
                Long.toString(Town.CASH - PAID),
                Long.toString(Town.CASH + PAID),
                Long.toString(Town.CASH - PAID - 2_718_281),
                "314,159.26",
                HOLD,
                ((Verdict.Decided) instructed.verdict()).instructionId(),
                betaSession);
    }

    /** Those that are not in the question already: a problem repeats the address that was asked. */
    private static List<String> secretsBut(String path) {
        return secrets().stream().filter(secret -> !path.contains(secret)).toList();
    }

    @Test
    void nobody_who_is_not_signed_in_is_told_anything_on_any_route() {
        for (Endpoint endpoint : gateway.endpoints()) {
            if (!PUBLIC.contains(endpoint.path()) && !endpoint.path().endsWith("/sessions/challenges")) {
                Answer answer = gateway.visitor()
                        .send(endpoint.method().text(), filled(endpoint.path()), "application/json", body(endpoint));
                boolean opensSession = endpoint.method().text().equals("POST")
                        && endpoint.path().equals("/api/v1/sessions");
                assertThat(answer.status())
                        .as("%s %s: %s", endpoint.method(), endpoint.path(), answer.text())
                        .isEqualTo(opensSession ? 400 : 401);
            }
        }
    }

    @Test
    void a_party_that_knows_others_numbers_is_told_nothing_of_them_on_any_route() {
        Client alpha = gateway.visitor().signedIn(Town.ALPHA);
        Client supervisor = gateway.visitor().signedIn(Town.SUPERVISOR);
        Set<String> secretSomewhere = new TreeSet<>();
        for (Endpoint endpoint : reading()) {
            String path = filled(endpoint.path());
            Answer answer = alpha.get(path);
            assertThat(answer.status()).as("%s: %s", path, answer.text()).isLessThan(500);
            assertThat(answer.text()).as(path).doesNotContain(secretsBut(path));
            if (secrets().stream().anyMatch(supervisor.get(path).text()::contains)) {
                secretSomewhere.add(endpoint.path());
            }
        }
        assertThat(secretSomewhere)
                .as("routes on which whoever sees everything is told a secret: the test asks for what is there")
                .contains(
                        "/api/v1/accounts/{account}/holdings",
                        "/api/v1/accounts/{account}/holdings/{asset}",
                        "/api/v1/accounts/{account}/statement",
                        "/api/v1/holds",
                        "/api/v1/settlements",
                        "/api/v1/settlements/{settlement}",
                        "/api/v1/receipts",
                        "/api/v1/receipts/{index}");
    }

    @Test
    void no_page_of_the_console_tells_a_party_of_others() {
        Client alpha = gateway.visitor().signedInByCookie(Town.ALPHA).with("Accept", "text/html");
        Client supervisor = gateway.visitor().signedInByCookie(Town.SUPERVISOR).with("Accept", "text/html");
        int secretPages = 0;
        for (String page : List.of(
                "/",
                "/overview/flow",
                "/securities",
                "/securities/USD",
                "/accounts",
                "/accounts/" + Town.BETA_ACCOUNT,
                "/accounts/" + Town.BETA_ACCOUNT + "/statement.csv",
                "/settlements",
                "/settlements/1",
                "/receipts",
                "/receipts/" + instructed.index(),
                "/instruct",
                "/names",
                "/approvals",
                "/operations")) {
            Answer answer = alpha.get(page);
            assertThat(answer.status()).as(page).isLessThan(500);
            assertThat(answer.text()).as(page).doesNotContain(secrets());
            secretPages += secrets().stream().anyMatch(supervisor.get(page).text()::contains) ? 1 : 0;
        }
        assertThat(secretPages).as("pages that tell whoever sees everything").isGreaterThanOrEqualTo(4);
    }

    @Test
    void filters_take_a_question_in_sql_for_a_word_and_answer_no_more_for_it() {
        Client alpha = gateway.visitor().signedIn(Town.ALPHA);
        int asked = 0;
        for (Endpoint endpoint : reading()) {
            for (String parameter : endpoint.query()) {
                for (String bad : List.of(
                        "' OR '1'='1",
                        "1; DROP TABLE party; --",
                        "1 UNION SELECT * FROM movement",
                        "%",
                        "_",
                        "\\",
                        "\u0000",
                        "-1",
                        "99999999999999999999",
                        "NaN",
                        "(a+)+$")) {
                    String path = filled(endpoint.path()) + "?" + parameter + "="
                            + URLEncoder.encode(bad, StandardCharsets.UTF_8);
                    Answer answer = alpha.get(path);
                    assertThat(answer.status())
                            .as("%s: %s", path, answer.text())
                            .isIn(200, 400, 403, 404, 503);
                    assertThat(answer.text())
                            .as(path)
                            .doesNotContain(secretsBut(path))
                            .doesNotContain("Exception", "SELECT", "org.h2", "jooq");
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(gateway.views().party(Town.BETA)).isPresent();
    }

    @Test
    void a_number_in_a_path_that_is_none_is_nothing_that_is_there() {
        Client alpha = gateway.visitor().signedIn(Town.ALPHA);
        for (Endpoint endpoint : reading()) {
            if (endpoint.path().contains("{")) {
                for (String bad : List.of("'", "1%27%20OR%201=1", "-1", "0", "99999999999999999999", "%00", "%2e%2e")) {
                    String path = endpoint.path().replaceAll("\\{[^}]*}", bad);
                    Answer answer = alpha.get(path);
                    assertThat(answer.status())
                            .as("%s: %s", path, answer.text())
                            .isIn(200, 400, 403, 404, 503);
                    assertThat(answer.text()).as(path).doesNotContain(secrets());
                }
            }
        }
    }

    /** Routes that read and end. */
    private static List<Endpoint> reading() {
        List<Endpoint> reading = new ArrayList<>();
        for (Endpoint endpoint : gateway.endpoints()) {
            boolean ends =
                    !endpoint.path().contains("/stream") && !endpoint.path().contains("/events");
            if (endpoint.method().text().equals("GET") && ends && !PUBLIC.contains(endpoint.path())) {
                reading.add(endpoint);
            }
        }
        assertThat(reading).hasSizeGreaterThan(20);
        return reading;
    }

    /** The path, with the numbers of what is BETA's. */
    private static String filled(String path) {
        return path.replace("{account}", Integer.toString(Town.BETA_ACCOUNT))
                .replace("{party}", Integer.toString(Town.GAMMA))
                .replace("{asset}", Integer.toString(Town.USD))
                .replace("{instrument}", "USD")
                .replace("{settlement}", "1")
                .replace("{index}", Long.toString(instructed.index()))
                .replace("{instructionId}", ((Verdict.Decided) instructed.verdict()).instructionId())
                .replace("{digest}", instructed.envelope().toString())
                .replace("{id}", betaSession);
    }

    private static byte[] body(Endpoint endpoint) {
        return endpoint.method().text().equals("POST") ? "{}".getBytes(StandardCharsets.UTF_8) : null;
    }
}
