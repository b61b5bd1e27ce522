package org.tallystick.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.wire.signature.SigningKey;

/** Signing in and out by key, as programs and browsers do it. */
class SigningInTest {

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
    void a_program_signs_a_challenge_and_asks_with_the_token_it_is_given() {
        SigningKey key = Town.key("alpha");
        Client program = gateway.visitor();

        Answer answer = program.signIn(key, program.challenge(key), false);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.json().path("partyCode").asText()).isEqualTo("ALPHA");
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"PARTICIPANT\"]");
        Answer current = program.with(
                        "Authorization", "Bearer " + answer.json().path("token").asText())
                .get("/api/v1/sessions/current");
        assertThat(current.status()).isEqualTo(200);
        assertThat(current.json().path("id")).isEqualTo(answer.json().path("id"));
        assertThat(current.text()).doesNotContain("token");
    }

    @Test
    void a_browser_is_given_a_cookie_that_no_script_reads_and_no_other_site_sends() {
        SigningKey key = Town.key("beta");
        Client page = gateway.visitor().asOwnPage();

        Answer answer = page.signIn(key, page.challenge(key), true);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("token")).isFalse();
        assertThat(answer.header("Set-Cookie"))
                .startsWith("tallystick=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(gateway.visitor()
                        .with("Cookie", answer.header("Set-Cookie").split(";")[0])
                        .get("/api/v1/sessions/current")
                        .json()
                        .path("partyCode")
                        .asText())
                .isEqualTo("BETA");
    }

    @Test
    void what_is_signed_says_what_it_is_for_which_ledger_at_which_address_and_for_which_key() {
        SigningKey key = Town.key("alpha");
        String head = "tallystick/session/v1\0town\0localhost:" + gateway.port() + "\0";

        byte[] challenge = gateway.visitor().challenge(key);

        int headLength = head.length();
        assertThat(new String(challenge, 0, headLength, StandardCharsets.US_ASCII))
                .isEqualTo(head);
        assertThat(Arrays.copyOfRange(challenge, headLength, headLength + 32))
                .isEqualTo(key.publicKey().bytes());
        assertThat(challenge).hasSize(headLength + 32 + 8 + 32 + 32);
    }

    @Test
    void a_challenge_is_given_to_a_key_that_nobody_has_too_and_only_its_owner_learns_that_it_is_unknown() {
        SigningKey stranger = SigningKey.generate(new SecureRandom());
        Client program = gateway.visitor();
        byte[] challenge = program.challenge(stranger);

        assertThat(challenge).hasSameSizeAs(program.challenge(Town.key("alpha")));
        Answer answer = program.signIn(stranger, challenge, false);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("UNKNOWN_KEY");
    }

    @Test
    void a_key_signs_for_itself_alone() {
        SigningKey alpha = Town.key("alpha");
        SigningKey beta = Town.key("beta");
        Client program = gateway.visitor();
        byte[] challenge = program.challenge(alpha);

        Answer answer = program.post(
                "/api/v1/sessions",
                Client.signInForm(beta, challenge, false)
                        .put("publicKey", alpha.publicKey().toString()));

        assertThat(answer.code()).isEqualTo("BAD_SIGNATURE");
        assertThat(program.signIn(beta, challenge, false).code()).isEqualTo("CHALLENGE_REFUSED");
    }

    @Test
    void the_sessions_of_a_party_are_listed_and_can_be_ended_by_name() {
        Client first = gateway.visitor().signedIn(Town.GAMMA);
        Client second = gateway.visitor().signedIn(Town.GAMMA);
        String name = first.get("/api/v1/sessions/current").json().path("id").asText();

        assertThat(second.get("/api/v1/sessions").json().path("items").findValuesAsText("id"))
                .contains(name);
        assertThat(second.delete("/api/v1/sessions/" + name).status()).isEqualTo(204);

        assertThat(first.get("/api/v1/sessions/current").code()).isEqualTo("SIGN_IN_NEEDED");
        assertThat(second.get("/api/v1/sessions/current").status()).isEqualTo(200);
        assertThat(second.delete("/api/v1/sessions/current").status()).isEqualTo(204);
        assertThat(second.get("/api/v1/sessions/current").status()).isEqualTo(401);
    }

    @Test
    void a_session_of_another_party_is_as_if_it_were_not_there() {
        Client alpha = gateway.visitor().signedIn(Town.ALPHA);
        Client beta = gateway.visitor().signedIn(Town.BETA);
        String name = alpha.get("/api/v1/sessions/current").json().path("id").asText();

        assertThat(beta.delete("/api/v1/sessions/" + name).status()).isEqualTo(404);
        assertThat(beta.get("/api/v1/sessions").text()).doesNotContain(name);
        assertThat(alpha.get("/api/v1/sessions/current").status()).isEqualTo(200);
    }

    @Test
    void a_key_has_only_so_many_sessions_and_one_more_ends_the_oldest() {
        Client oldest = gateway.visitor().signedIn(Town.FED);
        for (int i = 1; i < SessionLimits.usual().perKey(); i++) {
            gateway.visitor().signedIn(Town.FED);
        }
        assertThat(oldest.get("/api/v1/sessions/current").status()).isEqualTo(200);

        Client newest = gateway.visitor().signedIn(Town.FED);

        assertThat(oldest.get("/api/v1/sessions/current").status()).isEqualTo(401);
        assertThat(newest.get("/api/v1/sessions").json().path("items"))
                .hasSize(SessionLimits.usual().perKey());
    }

    @Test
    void a_form_that_says_more_less_or_something_twice_is_refused_with_a_sentence() {
        Client program = gateway.visitor();
        String key = Town.key("alpha").publicKey().toString();

        assertThat(program.post("/api/v1/sessions/challenges", "{}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("publicKey is missing, or not a text in quotation marks.");
        assertThat(program.post("/api/v1/sessions/challenges", "{\"publicKey\":\"xyz\"}")
                        .code())
                .isEqualTo("BAD_KEY");
        assertThat(program.post("/api/v1/sessions/challenges", "{\"publicKey\":\"" + key + "\",\"admin\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(program.post(
                                "/api/v1/sessions/challenges",
                                "{\"publicKey\":\"" + key + "\",\"publicKey\":\"" + key + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.post(
                                "/api/v1/sessions/challenges",
                                "{\"publicKey\":\"" + HexFormat.of().formatHex(new byte[32]) + "\"}")
                        .code())
                .as("a key of small order verifies anything")
                .isEqualTo("BAD_KEY");
    }
}
