package org.tallystick.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.wire.signature.SigningKey;

/** How sessions end: by time, and by what the ledger decides about their key. */
class SessionEndsTest {

    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(config -> config.with(limits(Duration.ZERO)));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_key_that_the_ledger_revokes_loses_its_sessions_and_the_party_keeps_those_of_its_other_keys() {
        SigningKey second = Town.key("alpha-second");
        gateway.happens(Town.OPERATOR, new RegisterKey(Town.ALPHA, second.publicKey()));
        Client stolen = gateway.visitor().signedIn(Town.ALPHA);
        Client other = gateway.visitor().signedIn(second);
        assertThat(stolen.get("/api/v1/sessions/current").status()).isEqualTo(200);

        gateway.happens(
                Town.OPERATOR, new RevokeKey(Town.ALPHA, Town.key("alpha").publicKey()));

        assertThat(stolen.get("/api/v1/sessions/current").code()).isEqualTo("SIGN_IN_NEEDED");
        assertThat(other.get("/api/v1/sessions/current").status()).isEqualTo(200);
        assertThat(other.get("/api/v1/sessions").json().path("items")).hasSize(1);
        Client thief = gateway.visitor();
        SigningKey revoked = Town.key("alpha");
        assertThat(thief.signIn(revoked, thief.challenge(revoked), false).code())
                .isEqualTo("REVOKED_KEY");
    }

    @Test
    void a_party_that_is_suspended_loses_its_sessions_and_may_sign_in_when_it_may_act_again() {
        Client session = gateway.visitor().signedIn(Town.BETA);
        gateway.happens(Town.OPERATOR, new SetPartyStatus(Town.BETA, PartyStatus.SUSPENDED));

        assertThat(session.get("/api/v1/sessions/current").status()).isEqualTo(401);
        Client again = gateway.visitor();
        SigningKey key = Town.key("beta");
        assertThat(again.signIn(key, again.challenge(key), false).code()).isEqualTo("PARTY_SUSPENDED");

        gateway.happens(Town.OPERATOR, new SetPartyStatus(Town.BETA, PartyStatus.ACTIVE));
        assertThat(session.get("/api/v1/sessions/current").status())
                .as("what has ended does not come back")
                .isEqualTo(401);
        assertThat(again.signedIn(key).get("/api/v1/sessions/current").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_rests_ends_and_one_that_is_used_ends_after_its_longest_time() {
        Hands hands = new Hands();
        Sessions sessions = new Sessions(gateway.views(), limits(Duration.ZERO), hands);
        Sessions.Opened resting = sessions.open(holder(), false);
        Sessions.Opened used = sessions.open(holder(), false);
        for (int minutes = 0; minutes < 55; minutes += 5) {
            hands.pass(Duration.ofMinutes(5));
            assertThat(sessions.use(used.token())).isPresent();
        }

        assertThat(sessions.use(resting.token())).as("ten minutes are its rest").isEmpty();
        hands.pass(Duration.ofMinutes(5));
        assertThat(sessions.use(used.token())).as("an hour is its whole life").isEmpty();
        assertThat(sessions.of(Town.ALPHA)).isEmpty();
    }

    @Test
    void a_challenge_is_good_for_a_minute_once_at_one_address_for_one_key() {
        Hands hands = new Hands();
        SigningKey alpha = Town.key("alpha");
        SigningKey beta = Town.key("beta");
        Challenges challenges = new Challenges("town", 60_000, hands);
        Supplier<byte[]> fresh =
                () -> challenges.give(alpha.publicKey(), "ledger.example:8443").bytes();

        byte[] challenge = fresh.get();
        assertThat(challenges.isGood(challenge, alpha.publicKey(), "LEDGER.example:8443"))
                .isTrue();
        assertThat(challenges.isGood(challenge, beta.publicKey(), "ledger.example:8443"))
                .isFalse();
        assertThat(challenges.isGood(challenge, alpha.publicKey(), "phish.example:8443"))
                .isFalse();
        assertThat(challenges.isGood(new byte[0], alpha.publicKey(), "ledger.example:8443"))
                .isFalse();
        assertThat(new Challenges("town", 60_000, hands).isGood(challenge, alpha.publicKey(), "ledger.example:8443"))
                .as("another gateway's")
                .isFalse();
        for (int i = 0; i < challenge.length; i++) {
            byte[] forged = challenge.clone();
            forged[i] ^= 1;
            assertThat(challenges.isGood(forged, alpha.publicKey(), "ledger.example:8443"))
                    .as("byte %s changed", i)
                    .isFalse();
        }
        assertThat(challenges.useUp(challenge, alpha.publicKey(), "ledger.example:8443"))
                .isTrue();
        assertThat(challenges.isGood(challenge, alpha.publicKey(), "ledger.example:8443"))
                .isFalse();
        assertThat(challenges.useUp(challenge, alpha.publicKey(), "ledger.example:8443"))
                .isFalse();

        byte[] late = fresh.get();
        hands.pass(Duration.ofMillis(59_999));
        assertThat(challenges.isGood(late, alpha.publicKey(), "ledger.example:8443"))
                .isTrue();
        hands.pass(Duration.ofMillis(1));
        assertThat(challenges.isGood(late, alpha.publicKey(), "ledger.example:8443"))
                .isFalse();
    }

    @Test
    void the_identities_of_a_demonstration_are_told_and_their_keys_count_in_a_demonstration_only() {
        SigningKey key = Town.key("gamma");
        List<DemoIdentity> identities = List.of(new DemoIdentity("GAMMA", "a trust company", key.toPem()));
        try (RunningGateway real =
                RunningGateway.start(config -> config.knowingDemonstrationKeys(java.util.Set.of(key.publicKey())))) {
            Client visitor = real.visitor();
            assertThat(visitor.get("/api/v1/demo/identities").status()).isEqualTo(404);
            assertThat(visitor.signIn(key, visitor.challenge(key), false).code())
                    .isEqualTo("DEMONSTRATION_KEY");
            assertThat(visitor.signedIn(Town.ALPHA)
                            .get("/api/v1/sessions/current")
                            .status())
                    .isEqualTo(200);
        }
        try (RunningGateway demo = RunningGateway.start(config ->
                config.forDemonstration(identities).knowingDemonstrationKeys(java.util.Set.of(key.publicKey())))) {
            Answer told = demo.visitor().get("/api/v1/demo/identities");
            assertThat(told.json().path("items").findValuesAsText("partyCode")).containsExactly("GAMMA");
            SigningKey taken = SigningKey.fromPem(
                    told.json().path("items").path(0).path("privateKeyPem").asText());
            assertThat(demo.visitor()
                            .signedIn(taken)
                            .get("/api/v1/sessions/current")
                            .status())
                    .isEqualTo(200);
        }
    }

    private KeyHolder holder() {
        Optional<KeyHolder> holder = gateway.views().keyHolder(Town.key("alpha").publicKey());
        return holder.orElseThrow();
    }

    /** Ten minutes of rest, an hour in all. */
    private static SessionLimits limits(Duration recheck) {
        return new SessionLimits(
                Duration.ofMinutes(10), Duration.ofHours(1), 8, Duration.ofSeconds(60), 1_000, 1_000, recheck);
    }

    /** A clock that is moved by hand. */
    private static final class Hands implements InstantSource {

        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
