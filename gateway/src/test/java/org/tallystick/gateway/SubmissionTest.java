package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.gateway.TownLedger.ALICE;
import static org.tallystick.gateway.TownLedger.ALICES;
import static org.tallystick.gateway.TownLedger.BANK;
import static org.tallystick.gateway.TownLedger.BOB;
import static org.tallystick.gateway.TownLedger.BOBS;
import static org.tallystick.gateway.TownLedger.DOLLARS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.Frames;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.PayloadJson;

/** Instructions handed in over HTTP, and what is answered. */
class SubmissionTest {

    private static final String INSTRUCTIONS = "/api/v1/instructions";

    private TownGateway gateway;

    @BeforeEach
    void open() {
        gateway = TownGateway.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private static Command pay(long cents) {
        return new InstructSettlement(
                List.of(new Leg(DOLLARS, ALICES, BOBS, cents, 0)), null, System.currentTimeMillis() + 3_000_000);
    }

    private byte[] payment(long cents) {
        return gateway.town().envelope(ALICE, pay(cents));
    }

    @Test
    void aPaymentIsAnsweredByItsReceiptAndCanBeReadAtOnce() {
        TownGateway.Answer answer = gateway.postBytes(ALICE, INSTRUCTIONS, payment(12_34));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode receipt = answer.json().path("receipt");
        assertThat(receipt.path("decided").path("outcomes").get(0).has("accepted"))
                .isTrue();
        long index = receipt.path("index").asLong();
        JsonNode bobs = gateway.get(BOB, "/api/v1/accounts/3/holdings/1?atLeast=" + index)
                .json();
        assertThat(bobs.path("available").asLong()).isEqualTo(12_34);
        assertThat(bobs.path("lastIndex").asLong()).isEqualTo(index);
    }

    @Test
    void aProgramWithoutProtobufWritesJsonSignsAndSends() {
        Payload payload = TownLedger.payload("json-1", ALICE, pay(500));
        JsonNode made = gateway.post(ALICE, "/api/v1/payloads", PayloadJson.print(payload))
                .json();
        byte[] signed = Base64.getDecoder().decode(made.path("signedBytes").asText());
        String signature = Base64.getEncoder()
                .encodeToString(TownLedger.key(ALICE).sign(signed).bytes());
        String envelope = "{\"payload\":\"%s\",\"signatures\":[{\"publicKey\":\"%s\",\"signature\":\"%s\"}]}"
                .formatted(made.path("payload").asText(), TownLedger.key(ALICE).publicKey(), signature);
        TownGateway.Answer answer = gateway.post(ALICE, INSTRUCTIONS, envelope);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("receipt").path("digest").asText())
                .isEqualTo(made.path("digest").asText());
        JsonNode found = gateway.read(ALICE, "/api/v1/receipts/by-instruction/3/json-1");
        assertThat(found.path("signed").path("payload").asText())
                .isEqualTo(made.path("payload").asText());
    }

    @Test
    void thoseWhoReadProtobufGetTheLedgersOwnBytes() throws IOException {
        byte[] envelope = payment(100);
        TownGateway.Answer answer = gateway.send(gateway.request(ALICE, INSTRUCTIONS)
                .header("Content-Type", "application/x-protobuf")
                .header("Accept", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(envelope)));
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-protobuf");
        Receipt receipt = Receipts.decode(answer.response().body());
        assertThat(gateway.town().read(receipt.index()).orElseThrow().receipt())
                .isEqualTo(answer.response().body());
    }

    @Test
    void theSameInstructionSentAgainCountsOnceAndIsAnsweredTheSame() {
        byte[] envelope = payment(100);
        TownGateway.Answer first = gateway.postBytes(ALICE, INSTRUCTIONS, envelope);
        TownGateway.Answer second = gateway.postBytes(ALICE, INSTRUCTIONS, envelope);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("X-Tallystick-Repeated"))
                .isEqualTo(Long.toString(gateway.town().lastIndex()));
        assertThat(gateway.read(BOB, "/api/v1/accounts/3/holdings/1")
                        .path("total")
                        .asLong())
                .isEqualTo(100);
    }

    @Test
    void anotherInstructionUnderTheSameIdIsAConflict() {
        gateway.postBytes(ALICE, INSTRUCTIONS, TownLedger.sign(TownLedger.payload("once", ALICE, pay(1)), ALICE));
        TownGateway.Answer answer = gateway.postBytes(
                ALICE, INSTRUCTIONS, TownLedger.sign(TownLedger.payload("once", ALICE, pay(2)), ALICE));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("INSTRUCTION_ID_REUSED");
    }

    @Test
    void aRejectionSaysWhyWhereAndWhetherToTryAgain() {
        TownGateway.Answer answer = gateway.postBytes(ALICE, INSTRUCTIONS, payment(100_001));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("AVAILABLE_BELOW_DEBIT");
        assertThat(answer.json().path("mayRetry").asBoolean()).isTrue();
        TownGateway.Answer alone = gateway.postBytes(
                ALICE, INSTRUCTIONS, gateway.town().envelope(ALICE, new IssueCash(DOLLARS, ALICES, 5)));
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.problem()).isEqualTo("NOT_AUTHORISED");
        assertThat(alone.json().path("number").asInt()).isEqualTo(21);
        assertThat(alone.json().path("mayRetry").asBoolean(true)).isFalse();
        assertThat(alone.json().path("index").asLong()).isEqualTo(gateway.town().lastIndex());
        assertThat(alone.json().path("command").asInt(-1)).isZero();
        assertThat(alone.json().path("receipt").path("decided").path("party").asInt())
                .isEqualTo(ALICE);
    }

    @Test
    void aBatchOfWhichSomethingHappenedIsAnsweredWhole() {
        byte[] batch = gateway.town().envelope(ALICE, pay(1), new IssueCash(DOLLARS, ALICES, 5));
        TownGateway.Answer answer = gateway.postBytes(ALICE, INSTRUCTIONS, batch);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode outcomes = answer.json().path("receipt").path("decided").path("outcomes");
        assertThat(outcomes.get(0).has("accepted")).isTrue();
        assertThat(outcomes.get(1).path("rejected").path("code").asText()).isEqualTo("NOT_AUTHORISED");
    }

    @Test
    void unsignedAndWronglySignedEnvelopesMoveNothing() {
        Payload payload = TownLedger.payload("forged", ALICE, pay(100));
        TownGateway.Answer unsigned = gateway.postBytes(BOB, INSTRUCTIONS, TownLedger.sign(payload));
        assertThat(unsigned.status()).isEqualTo(403);
        assertThat(unsigned.problem()).isEqualTo("THRESHOLD_NOT_MET");
        TownGateway.Answer others = gateway.postBytes(BOB, INSTRUCTIONS, TownLedger.sign(payload, BOB));
        assertThat(others.status()).isEqualTo(403);
        byte[] forged = TownLedger.sign(payload, ALICE);
        forged[forged.length - 1] ^= 1;
        TownGateway.Answer bent = gateway.postBytes(BOB, INSTRUCTIONS, forged);
        assertThat(bent.status()).isEqualTo(403);
        assertThat(bent.problem()).isEqualTo("BAD_SIGNATURE");
        assertThat(gateway.read(BOB, "/api/v1/accounts/3/holdings/1")
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void aSessionAloneMovesNothing() {
        assertThat(gateway.postBytes(0, INSTRUCTIONS, payment(1)).status()).isEqualTo(401);
        byte[] stolen = gateway.town().envelope(BOB, pay(1));
        TownGateway.Answer answer = gateway.postBytes(ALICE, INSTRUCTIONS, stolen);
        gateway.catchUp();
        assertThat(gateway.read(BOB, "/api/v1/accounts/3/holdings/1")
                        .path("total")
                        .asLong())
                .as("Bob proposed what only Alice can give: " + answer.text())
                .isZero();
    }

    @Test
    void whatIsNoEnvelopeIsToldWhichPartIsWrongAndLeavesNoTrace() {
        long before = gateway.town().lastIndex();
        TownGateway.Answer bytes = gateway.postBytes(ALICE, INSTRUCTIONS, new byte[] {1, 2, 3});
        assertThat(bytes.status()).isEqualTo(422);
        assertThat(bytes.problem()).isIn("MALFORMED", "UNKNOWN_VERSION");
        assertThat(gateway.postBytes(ALICE, INSTRUCTIONS, new byte[70_000]).status())
                .isEqualTo(413);
        for (String json : List.of(
                "",
                "{",
                "[]",
                "{}",
                "{\"payload\":3}",
                "{\"payload\":\"%\"}",
                "{\"memo\":1}",
                "{\"payload\":\"AA==\",\"payload\":\"AA==\"}",
                "{\"payload\":\"AA==\",\"signatures\":[{\"publicKey\":\"00\",\"signature\":\"AA==\"}]}")) {
            TownGateway.Answer answer = gateway.post(ALICE, INSTRUCTIONS, json);
            assertThat(answer.status()).as(json).isEqualTo(400);
            assertThat(answer.problem()).as(json).isEqualTo("BAD_JSON");
        }
        TownGateway.Answer text =
                gateway.send(gateway.request(ALICE, INSTRUCTIONS).POST(BodyPublishers.ofString("pay Bob")));
        assertThat(text.status()).isEqualTo(415);
        assertThat(gateway.town().lastIndex()).isEqualTo(before);
    }

    @Test
    void aLedgerThatCannotTakeItSaysWhenToComeBack() {
        gateway.town().refuse(new NotOrdered(NotOrdered.Reason.BUSY, "BUSY", "Too much is in flight."));
        TownGateway.Answer busy = gateway.postBytes(ALICE, INSTRUCTIONS, payment(1));
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.problem()).isEqualTo("BUSY");
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        gateway.town().refuse(new NotOrdered(NotOrdered.Reason.UNAVAILABLE, "STORAGE_LOW", "The disk is full."));
        TownGateway.Answer full = gateway.postBytes(ALICE, INSTRUCTIONS, payment(1));
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.header("Retry-After")).isNotEmpty();
        assertThat(gateway.get(0, "/health/ready").status()).isEqualTo(503);
        assertThat(gateway.get(0, "/health/live").status()).isEqualTo(200);
    }

    @Test
    void aBulkIsAnsweredInItsOrder() throws IOException {
        ByteArrayOutputStream bulk = new ByteArrayOutputStream();
        int count = 3_000;
        for (int i = 1; i <= count; i++) {
            Frames.write(bulk, gateway.town().envelope(BANK, new IssueCash(DOLLARS, BOBS, i)));
        }
        TownGateway.Answer answer = gateway.postBytes(BANK, INSTRUCTIONS + "/bulk", bulk.toByteArray());
        assertThat(answer.status()).isEqualTo(200);
        ByteArrayInputStream in = new ByteArrayInputStream(answer.response().body());
        long last = 3;
        for (int i = 1; i <= count; i++) {
            Receipt receipt = Receipts.decode(Objects.requireNonNull(Frames.read(in, 65_535)));
            assertThat(receipt.index()).isEqualTo(++last);
            assertThat(receipt.verdict()).isInstanceOf(Verdict.Decided.class);
        }
        assertThat(Frames.read(in, 65_535)).isNull();
        assertThat(gateway.read(BOB, "/api/v1/accounts/3/holdings/1")
                        .path("total")
                        .asLong())
                .isEqualTo(count * (count + 1L) / 2);
    }

    @Test
    void aBulkCanBeAnsweredInLinesAndSaysWhereItEnds() throws IOException {
        ByteArrayOutputStream bulk = new ByteArrayOutputStream();
        Frames.write(bulk, payment(1));
        Frames.write(bulk, payment(2));
        bulk.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f});
        TownGateway.Answer answer = gateway.send(gateway.request(ALICE, INSTRUCTIONS + "/bulk")
                .header("Content-Type", "application/x-protobuf")
                .header("Accept", "application/jsonl")
                .POST(BodyPublishers.ofByteArray(bulk.toByteArray())));
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(TownGateway.JSON
                        .readTree(lines.get(1))
                        .path("receipt")
                        .path("index")
                        .asLong())
                .isEqualTo(5);
        assertThat(TownGateway.JSON.readTree(lines.get(2)).path("code").asText())
                .isEqualTo("BAD_FRAME");
    }
}
