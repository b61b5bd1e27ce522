package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RawConnection;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.gateway.session.SessionLimits;
import org.tallystick.wire.signature.SigningKey;

/** Sessions that are stolen, replayed, fixed, forged or asked for by the thousand. */
class SessionAttackTest {

    private static final String CURRENT = "/api/v1/sessions/current";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_sign_in_that_was_listened_to_cannot_be_sent_again() {
        SigningKey key = Town.key("alpha");
        Client victim = gateway.visitor();
        byte[] challenge = victim.challenge(key);
        assertThat(victim.signIn(key, challenge, false).status()).isEqualTo(201);

        Answer replayed = gateway.visitor().signIn(key, challenge, false);

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.code()).isEqualTo("CHALLENGE_REFUSED");
    }

    @Test
    void of_many_who_send_the_same_sign_in_at_once_one_gets_a_session() throws Exception {
        SigningKey key = Town.key("beta");
        byte[] challenge = gateway.visitor().challenge(key);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 32; i++) {
                answers.add(threads.submit(
                        () -> gateway.visitor().signIn(key, challenge, false).status()));
            }
        }
        int opened = 0;
        for (Future<Integer> answer : answers) {
            opened += answer.get() == 201 ? 1 : 0;
        }
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void a_session_that_was_signed_out_is_dead_for_whoever_copied_its_token() {
        Client victim = gateway.visitor().signedIn(Town.GAMMA);
        assertThat(victim.get(CURRENT).status()).isEqualTo(200);

        assertThat(victim.delete(CURRENT).status()).isEqualTo(204);

        assertThat(victim.get(CURRENT).code()).isEqualTo("SIGN_IN_NEEDED");
    }

    @Test
    void a_token_that_somebody_thinks_up_opens_nothing() {
        for (String token : List.of("", "a", "null", "0".repeat(43), "../".repeat(14) + "a", "x".repeat(4_000))) {
            Answer answer =
                    gateway.visitor().with("Authorization", "Bearer " + token).get(CURRENT);
            assertThat(answer.status()).as("token %s", token).isEqualTo(401);
        }
        for (String scheme : List.of("Basic YTpi", "Bearer", "bearer  ", "Digest x", "Token x")) {
            assertThat(gateway.visitor()
                            .with("Authorization", scheme)
                            .get(CURRENT)
                            .status())
                    .as(scheme)
                    .isEqualTo(401);
        }
    }

    @Test
    void the_name_of_a_session_is_no_token() {
        Client victim = gateway.visitor().signedIn(Town.ALPHA);
        String name = victim.get(CURRENT).json().path("id").asText();

        assertThat(gateway.visitor()
                        .with("Authorization", "Bearer " + name)
                        .get(CURRENT)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_session_that_is_foisted_on_a_browser_before_it_signs_in_is_not_the_one_it_gets() {
        SigningKey key = Town.key("alpha");
        String foisted = "A".repeat(43);
        Client browser = gateway.visitor().asOwnPage().with("Cookie", "tallystick=" + foisted);

        Answer answer = browser.signIn(key, browser.challenge(key), true);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie")).doesNotContain(foisted);
        assertThat(browser.get(CURRENT).status()).isEqualTo(401);
    }

    @Test
    void a_browser_that_signs_in_again_leaves_no_session_behind() {
        SigningKey key = Town.key("alpha");
        Client first = gateway.visitor().signedInByCookie(Town.ALPHA);
        assertThat(first.get(CURRENT).status()).isEqualTo(200);

        Client page = first.asOwnPage();
        assertThat(page.signIn(key, page.challenge(key), true).status()).isEqualTo(201);

        assertThat(first.get(CURRENT).status()).isEqualTo(401);
    }

    @Test
    void a_token_in_an_address_is_refused_and_no_longer_counts_because_addresses_are_kept_in_logs() {
        SigningKey key = Town.key("fed");
        Client program = gateway.visitor();
        String token = program.signIn(key, program.challenge(key), false)
                .json()
                .path("token")
                .asText();
        Client signedIn = program.with("Authorization", "Bearer " + token);
        assertThat(signedIn.get(CURRENT).status()).isEqualTo(200);

        assertThat(program.get(CURRENT + "?x=" + token).code()).isEqualTo("TOKEN_IN_URL");

        assertThat(signedIn.get(CURRENT).status()).isEqualTo(401);
        assertThat(program.get(CURRENT + "?access_token=abc").code()).isEqualTo("TOKEN_IN_URL");
    }

    @Test
    void a_cookie_is_no_bearer_token_and_a_token_is_no_cookie() {
        SigningKey key = Town.key("gamma");
        Client program = gateway.visitor();
        String token = program.signIn(key, program.challenge(key), false)
                .json()
                .path("token")
                .asText();
        Client page = program.asOwnPage();
        String cookie = page.signIn(key, page.challenge(key), true)
                .header("Set-Cookie")
                .replaceFirst("tallystick=([^;]*).*", "$1");

        assertThat(program.with("Cookie", "tallystick=" + token).get(CURRENT).status())
                .isEqualTo(401);
        assertThat(program.with("Authorization", "Bearer " + cookie)
                        .get(CURRENT)
                        .status())
                .isEqualTo(401);
        assertThat(program.with("Cookie", "tallystick=" + cookie).get(CURRENT).status())
                .isEqualTo(200);
    }

    @Test
    void two_tokens_in_one_request_are_refused_rather_than_one_of_them_chosen() {
        Client two = gateway.visitor()
                .with("Authorization", "Bearer " + "a".repeat(43))
                .with("Authorization", "Bearer " + "b".repeat(43));

        assertThat(two.get(CURRENT).code()).isEqualTo("BAD_AUTHORIZATION");
    }

    @Test
    void who_is_signed_in_on_a_connection_is_forgotten_with_each_request() throws IOException {
        SigningKey key = Town.key("treasury");
        Client program = gateway.visitor();
        String token = program.signIn(key, program.challenge(key), false)
                .json()
                .path("token")
                .asText();
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("GET " + CURRENT + " HTTP/1.1\nHost: localhost\nAuthorization: Bearer " + token + "\n\n"
                    + "GET " + CURRENT + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            String both = connection.readToEnd();

            assertThat(both.split("HTTP/1.1 200", -1)).as("one of the two").hasSize(2);
            assertThat(both).containsOnlyOnce("HTTP/1.1 401").contains("SIGN_IN_NEEDED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost.evil.example",
                "Origin: http://localhost:1",
                "Accept: */*"
            })
    void another_site_changes_nothing_with_a_browsers_cookie_even_if_it_could_set_the_header(String from) {
        Client browser = gateway.visitor().signedInByCookie(Town.BETA);
        String[] header = from.split(": ");

        Answer answer = browser.with(header[0], header[1])
                .with("X-Tallystick-Request", "1")
                .delete(CURRENT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CROSS_SITE");
        assertThat(browser.get(CURRENT).status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void a_page_of_ours_that_does_not_set_the_header_changes_nothing_either() {
        Client browser = gateway.visitor().signedInByCookie(Town.BETA);

        assertThat(browser.with("Sec-Fetch-Site", "same-origin").delete(CURRENT).code())
                .isEqualTo("CROSS_SITE");
        assertThat(browser.asOwnPage().delete(CURRENT).status()).isEqualTo(204);
    }

    @Test
    void another_site_can_neither_sign_a_browser_in_nor_ask_leave_to_send_headers() {
        SigningKey key = Town.key("alpha");
        Client program = gateway.visitor();

        assertThat(program.with("Origin", "https://evil.example")
                        .signIn(key, program.challenge(key), true)
                        .code())
                .isEqualTo("CROSS_SITE");
        Answer preflight = program.with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "x-tallystick-request")
                .send("OPTIONS", "/api/v1/sessions", null, null);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEmpty();
        assertThat(preflight.status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_form_of_another_site_which_cannot_send_json_is_refused_for_its_form() {
        Answer answer = gateway.visitor()
                .send(
                        "POST",
                        "/api/v1/sessions",
                        "text/plain",
                        "{\"publicKey\":\"\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void a_challenge_that_was_signed_for_another_address_does_not_count_here() throws IOException {
        SigningKey key = Town.key("alpha");
        byte[] challenge = gateway.visitor().challenge(key);
        String form = Client.signInForm(key, challenge, false).toString();
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("POST /api/v1/sessions HTTP/1.1\nHost: phish.example\nConnection: close\n"
                    + "Content-Type: application/json\nContent-Length: " + form.length() + "\n\n" + form);

            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 401").contains("CHALLENGE_REFUSED");
        }
    }

    @Test
    void the_signature_of_an_instruction_signs_nobody_in() {
        SigningKey key = Town.key("alpha");
        byte[] challenge = gateway.visitor().challenge(key);
        byte[] asPayload = key.sign(org.tallystick.wire.signature.SignedBytes.of(challenge))
                .bytes();

        Answer answer = gateway.visitor()
                .post(
                        "/api/v1/sessions",
                        Client.signInForm(key, challenge, false)
                                .put("signature", Base64.getEncoder().encodeToString(asPayload)));

        assertThat(answer.code()).isEqualTo("BAD_SIGNATURE");
    }

    @Test
    void whoever_tries_again_and_again_is_told_to_wait_and_others_at_other_addresses_are_not() {
        SessionLimits few = new SessionLimits(
                SessionLimits.usual().idle(),
                SessionLimits.usual().longest(),
                8,
                SessionLimits.usual().challenge(),
                20,
                1_000,
                SessionLimits.usual().recheck());
        try (RunningGateway strict = RunningGateway.start(config -> config.with(few))) {
            SigningKey stranger = SigningKey.generate(new SecureRandom());
            int refused = 0;
            for (int i = 0; i < 60; i++) {
                Answer answer = strict.visitor()
                        .post(
                                "/api/v1/sessions/challenges",
                                Client.object()
                                        .put("publicKey", stranger.publicKey().toString()));
                if (answer.status() == 429) {
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                    refused++;
                }
            }
            assertThat(refused).as("of 60 in at most two minutes of 20").isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void the_answer_to_a_key_nobody_has_looks_like_that_to_one_that_somebody_has() {
        Answer known = challengeFor(Town.key("alpha"));
        Answer unknown = challengeFor(SigningKey.generate(new SecureRandom()));

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.text()).hasSameSizeAs(known.text());
        assertThat(names(unknown)).isEqualTo(names(known));
    }

    private static Answer challengeFor(SigningKey key) {
        return gateway.visitor()
                .post(
                        "/api/v1/sessions/challenges",
                        Client.object().put("publicKey", key.publicKey().toString()));
    }

    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.json().fieldNames().forEachRemaining(names::add);
        return names;
    }
}
