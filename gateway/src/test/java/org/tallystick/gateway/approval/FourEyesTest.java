package org.tallystick.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.readmodel.Scope;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

/** DELTA has three keys, and two of them must sign. */
class FourEyesTest {

    private static final SigningKey FIRST = Town.key("delta-1");
    private static final SigningKey SECOND = Town.key("delta-2");

    private RunningGateway gateway;
    private Client delta;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start();
        delta = gateway.visitor().signedIn(FIRST);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void one_key_proposes_a_second_sees_what_it_signs_and_then_it_is_submitted() {
        byte[] payload = bytes(payment(500_00));

        Answer proposed = delta.post("/api/v1/approvals", word(payload, FIRST));
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(proposed.json().path("threshold").asInt()).isEqualTo(2);
        assertThat(proposed.json().path("signatures")).hasSize(1);
        assertThat(cash()).isEqualTo(Town.CASH);

        Client colleague = gateway.visitor().signedIn(SECOND);
        Answer waiting = colleague.get("/api/v1/approvals");
        assertThat(waiting.json().path("items")).hasSize(1);
        assertThat(waiting.json()
                        .at("/items/0/content/commands/0/instructSettlement/legs/0/amount")
                        .asLong())
                .isEqualTo(500_00);
        byte[] shown =
                Base64.getDecoder().decode(waiting.json().at("/items/0/payload").asText());

        Answer done = colleague.post(
                "/api/v1/approvals/" + waiting.json().at("/items/0/digest").asText() + "/signatures",
                signature(shown, SECOND));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json()
                        .at("/receipt/decided/outcomes/0/accepted/events/1/settlementFinal/settlement")
                        .asLong())
                .isEqualTo(1);
        assertThat(cash()).isEqualTo(Town.CASH - 500_00);
        assertThat(delta.get("/api/v1/approvals").json().path("items")).isEmpty();
    }

    @Test
    void one_key_alone_is_not_two_however_often_it_signs() {
        byte[] payload = bytes(payment(1));
        String digest = digest(delta.post("/api/v1/approvals", word(payload, FIRST)));

        assertThat(delta.post("/api/v1/approvals/" + digest + "/signatures", signature(payload, FIRST))
                        .status())
                .isEqualTo(202);
        assertThat(delta.post("/api/v1/approvals", word(payload, FIRST)).json().path("signatures"))
                .hasSize(1);
        assertThat(delta.get("/api/v1/approvals").json().path("items")).hasSize(1);
    }

    @Test
    void another_party_neither_sees_nor_signs_nor_withdraws_it_and_those_who_see_everything_do_not_either() {
        byte[] payload = bytes(payment(1));
        String digest = digest(delta.post("/api/v1/approvals", word(payload, FIRST)));

        for (int other : new int[] {Town.ALPHA, Town.SUPERVISOR, Town.OPERATOR}) {
            Client stranger = gateway.visitor().signedIn(other);
            assertThat(stranger.get("/api/v1/approvals").json().path("items")).isEmpty();
            assertThat(stranger.get("/api/v1/approvals/" + digest).status()).isEqualTo(404);
            assertThat(stranger.delete("/api/v1/approvals/" + digest).status()).isEqualTo(404);
            assertThat(stranger.post("/api/v1/approvals/" + digest + "/signatures", signature(payload, SECOND))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(delta.delete("/api/v1/approvals/" + digest).status()).isEqualTo(204);
        assertThat(delta.get("/api/v1/approvals/" + digest).status()).isEqualTo(404);
    }

    @Test
    void no_signature_is_kept_that_is_not_the_partys_own_over_these_bytes() {
        byte[] payload = bytes(payment(1));
        String digest = digest(delta.post("/api/v1/approvals", word(payload, FIRST)));
        String path = "/api/v1/approvals/" + digest + "/signatures";

        assertThat(delta.post(path, signature(payload, Town.key("alpha"))).code())
                .isEqualTo("UNKNOWN_KEY");
        assertThat(delta.post(path, signature(bytes(payment(2)), SECOND)).code())
                .isEqualTo("BAD_SIGNATURE");
        assertThat(delta.post("/api/v1/approvals", word(bytes(paymentOf(Town.ALPHA)), FIRST))
                        .code())
                .isEqualTo("NOT_YOUR_PARTY");
        assertThat(delta.post("/api/v1/approvals", word(new byte[] {1, 2, 3}, FIRST))
                        .code())
                .isEqualTo("MALFORMED");
        assertThat(delta.get("/api/v1/approvals/" + digest).json().path("signatures"))
                .hasSize(1);
    }

    @Test
    void what_is_not_valid_any_more_or_for_too_long_does_not_wait() {
        Payload late = payment(1);
        Payload expired = valid(late, System.currentTimeMillis() - 1);
        Payload tooLong = valid(late, System.currentTimeMillis() + 25L * 3_600_000);

        assertThat(delta.post("/api/v1/approvals", word(bytes(expired), FIRST)).code())
                .isEqualTo("EXPIRED");
        assertThat(delta.post("/api/v1/approvals", word(bytes(tooLong), FIRST)).code())
                .isEqualTo("VALIDITY_TOO_LONG");
    }

    @Test
    void the_word_of_a_key_that_is_revoked_meanwhile_counts_no_more() {
        byte[] payload = bytes(payment(1));
        String digest = digest(delta.post("/api/v1/approvals", word(payload, SECOND)));
        gateway.happens(
                Town.OPERATOR,
                new RegisterKey(Town.DELTA, Town.key("delta-4").publicKey()),
                new RevokeKey(Town.DELTA, SECOND.publicKey()));
        String path = "/api/v1/approvals/" + digest + "/signatures";

        assertThat(delta.post(path, signature(payload, FIRST)).status())
                .as("two have signed, one counts")
                .isEqualTo(202);
        assertThat(delta.post(path, signature(payload, SECOND)).code()).isEqualTo("REVOKED_KEY");
        assertThat(delta.post(path, signature(payload, Town.key("delta-4")))
                        .json()
                        .has("receipt"))
                .isTrue();
        assertThat(cash()).isEqualTo(Town.CASH - 1);
    }

    @Test
    void at_most_a_hundred_wait() {
        for (int i = 1; i <= 100; i++) {
            assertThat(delta.post("/api/v1/approvals", word(bytes(payment(i)), FIRST))
                            .status())
                    .isEqualTo(202);
        }
        Answer refused = delta.post("/api/v1/approvals", word(bytes(payment(101)), FIRST));
        assertThat(refused.code()).isEqualTo("TOO_MANY_APPROVALS");
    }

    private long cash() {
        gateway.awaitRead();
        return gateway.views()
                .holding(Scope.everything(), Town.DELTA_ACCOUNT, Town.USD)
                .orElseThrow()
                .available();
    }

    private static Payload payment(long amount) {
        return Town.payload(
                Town.DELTA,
                new InstructSettlement(
                        java.util.List.of(new Leg(Town.USD, Town.DELTA_ACCOUNT, Town.ALPHA_ACCOUNT, amount)),
                        null,
                        System.currentTimeMillis() + 3_600_000));
    }

    private static Payload paymentOf(int party) {
        Payload payment = payment(1);
        return new Payload(
                payment.ledger(),
                party,
                payment.instructionId(),
                payment.validUntilMillis(),
                payment.mode(),
                payment.commands());
    }

    private static Payload valid(Payload payload, long untilMillis) {
        return new Payload(
                payload.ledger(),
                payload.party(),
                payload.instructionId(),
                untilMillis,
                payload.mode(),
                payload.commands());
    }

    private static byte[] bytes(Payload payload) {
        return ((Decoded.WellFormed) Envelopes.decode(Town.envelope(payload)))
                .payloadBytes()
                .toByteArray();
    }

    private static ObjectNode word(byte[] payload, SigningKey key) {
        return signature(payload, key).put("payload", Base64.getEncoder().encodeToString(payload));
    }

    private static ObjectNode signature(byte[] payload, SigningKey key) {
        return Client.object()
                .put("publicKey", key.publicKey().toString())
                .put(
                        "signature",
                        Base64.getEncoder()
                                .encodeToString(
                                        key.sign(SignedBytes.of(payload)).bytes()));
    }

    private static String digest(Answer proposed) {
        return proposed.json().path("digest").asText();
    }
}
