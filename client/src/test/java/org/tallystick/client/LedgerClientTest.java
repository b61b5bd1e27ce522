package org.tallystick.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.client.StubGateway.Answer;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Frames;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

class LedgerClientTest {

    private static final String INSTRUCTIONS = "/api/v1/instructions";
    private static final String BULK = INSTRUCTIONS + "/bulk";
    private static final SigningKey KEY = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
    private static final Patience PATIENCE =
            new Patience(4, Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final List<Duration> waits = new ArrayList<>();
    private final Payload payload = new Payload(
            "main",
            3,
            "issue-1",
            2_000_000_000_000L,
            BatchMode.ALL_OR_NOTHING,
            List.of(new IssueCash(1, 2, 1_000_000)));
    private final byte[] envelope = LedgerClient.sign(payload, KEY);
    private final byte[] other = LedgerClient.sign(payload, KEY);
    private StubGateway gateway;
    private LedgerClient ledger;

    @BeforeEach
    void connect() throws IOException {
        gateway = new StubGateway();
        ledger = new LedgerClient(gateway.uri(), KEY, PATIENCE, waits::add);
    }

    @AfterEach
    void close() {
        ledger.close();
        gateway.close();
    }

    private Answer receipt() {
        return StubGateway.bytes(200, Http.PROTOBUF, receiptBytes(7), Map.of());
    }

    private byte[] receiptBytes(long index) {
        Decoded.WellFormed wellFormed = (Decoded.WellFormed) Envelopes.decode(envelope);
        Receipt receipt = new Receipt(
                index,
                1_900_000_000_000L,
                wellFormed.digest(),
                List.of(),
                new Verdict.Decided(3, "issue-1", List.of(Outcome.rejected(RejectionCode.UNKNOWN_ACCOUNT, 2))));
        return Receipts.encode(receipt);
    }

    private static Answer busy(int status, Map<String, String> headers) {
        return StubGateway.problem(status, "BUSY", headers);
    }

    // --- Submitting ---

    @Test
    void whatIsSignedIsPostedAsItIsAndAnsweredByItsReceipt() throws Exception {
        gateway.then(INSTRUCTIONS, receipt());

        Receipt receipt = ledger.submit(envelope);

        assertThat(receipt.index()).isEqualTo(7);
        assertThat(receipt.verdict())
                .isEqualTo(
                        new Verdict.Decided(3, "issue-1", List.of(Outcome.rejected(RejectionCode.UNKNOWN_ACCOUNT, 2))));
        StubGateway.Request posted = gateway.requests(INSTRUCTIONS).getFirst();
        assertThat(posted.body()).isEqualTo(envelope);
        assertThat(posted.header("Authorization")).isEqualTo("Bearer token-1");
    }

    @Test
    void thePayloadIsSignedWithANonceOfItsOwnEachTime() {
        Decoded.WellFormed one = (Decoded.WellFormed) Envelopes.decode(envelope);
        Decoded.WellFormed other = (Decoded.WellFormed) Envelopes.decode(LedgerClient.sign(payload, KEY));
        assertThat(one.payload()).isEqualTo(other.payload()).isEqualTo(payload);
        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(one.digest()).isEqualTo(Sha256.of(one.payloadBytes().toByteArray()));
    }

    @Test
    void aGatewayThatIsBusyIsSentTheSameBytesAgainAfterTheTimeItAsksFor() throws Exception {
        gateway.then(
                INSTRUCTIONS,
                busy(429, Map.of("Retry-After", "2")),
                busy(503, Map.of("Retry-After", "11")),
                busy(503, Map.of()),
                receipt());

        assertThat(ledger.submit(envelope).index()).isEqualTo(7);

        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(11), Duration.ofMillis(400));
        assertThat(gateway.requests(INSTRUCTIONS))
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo(envelope));
    }

    @Test
    void aGatewayThatStaysBusyIsGivenUpWithItsLastWord() {
        gateway.then(INSTRUCTIONS, busy(503, Map.of("Retry-After", "1")));

        Problem problem = catchThrowableOfType(Problem.class, () -> ledger.submit(envelope));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(gateway.requests(INSTRUCTIONS)).hasSize(PATIENCE.tries());
    }

    @Test
    void aGatewayThatAsksForMorePatienceThanWeHaveIsNotWaitedFor() {
        gateway.then(INSTRUCTIONS, busy(503, Map.of("Retry-After", "21")));

        assertThatThrownBy(() -> ledger.submit(envelope)).isInstanceOf(Problem.class);
        assertThat(gateway.requests(INSTRUCTIONS)).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgain() throws Exception {
        gateway.then(INSTRUCTIONS, StubGateway.nothing(), receipt());

        assertThat(ledger.submit(envelope).index()).isEqualTo(7);
        assertThat(waits).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aGatewayThatNeverAnswersIsUnreachable() {
        gateway.then(INSTRUCTIONS, StubGateway.nothing());

        assertThatThrownBy(() -> ledger.submit(envelope))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("no answer after 4 tries");
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    // --- Problems ---

    @Test
    void aProblemHasTheCodeOfTheRejectionAndIsNotTriedAgain() {
        gateway.then(INSTRUCTIONS, StubGateway.problem(422, "MALFORMED", Map.of()));

        Problem problem = catchThrowableOfType(Problem.class, () -> ledger.submit(envelope));

        assertThat(problem.rejection()).contains(RejectionCode.MALFORMED);
        assertThat(problem).hasMessage("422 MALFORMED: A detail.");
        assertThat(problem.title()).isEqualTo("A title.");
        assertThat(gateway.requests(INSTRUCTIONS)).hasSize(1);
    }

    @Test
    void anAnswerOfSomethingBetweenUsAndTheGatewayIsAProblemToo() {
        gateway.then(
                INSTRUCTIONS, StubGateway.bytes(502, "text/html", "<h1>Bad gateway</h1>".getBytes(UTF_8), Map.of()));

        Problem problem = catchThrowableOfType(Problem.class, () -> ledger.submit(envelope));

        assertThat(problem).hasMessage("502 HTTP_502: The gateway answered 502.");
        assertThat(problem.rejection()).isEmpty();
    }

    // --- The session ---

    @Test
    void oneSessionServesManyRequestsAndIsEndedInTheEnd() throws Exception {
        gateway.then(INSTRUCTIONS, receipt())
                .then("/api/v1/sessions/current", StubGateway.bytes(204, "", new byte[0], Map.of()));
        ledger.submit(envelope);
        ledger.submit(envelope);
        ledger.close();

        assertThat(gateway.requests("/api/v1/sessions"))
                .extracting(StubGateway.Request::path)
                .containsExactly("/api/v1/sessions/challenges", "/api/v1/sessions", "/api/v1/sessions/current");
        assertThat(gateway.requests("/api/v1/sessions/current"))
                .extracting(request -> request.method() + " " + request.header("Authorization"))
                .containsExactly("DELETE Bearer token-1");
    }

    @Test
    void aSessionThatIsOverIsOpenedAnew() throws Exception {
        gateway.then(INSTRUCTIONS, StubGateway.problem(401, "SIGN_IN_NEEDED", Map.of()), receipt());

        ledger.submit(envelope);

        assertThat(gateway.requests(INSTRUCTIONS))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aKeySignsNoChallengeThatIsForAnotherAddress() {
        gateway.only("/api/v1/sessions/challenges", StubGateway.challenge("ledger.example"));

        assertThatThrownBy(() -> ledger.submit(envelope)).hasMessageContaining("nothing was signed");
        assertThat(gateway.requests("/api/v1/sessions")).hasSize(1);
    }

    @Test
    void aKeySignsNoInstructionThatIsSaidToBeAChallenge() {
        byte[] instruction = SignedBytes.of(Envelopes.payloadBytes(payload, new byte[16]));
        gateway.only("/api/v1/sessions/challenges", StubGateway.challengeOf(instruction));

        assertThatThrownBy(() -> ledger.submit(envelope)).hasMessageContaining("nothing was signed");
        assertThat(gateway.requests("/api/v1/sessions")).hasSize(1);
    }

    // --- Reading ---

    @Test
    void pagesAreReadOneAfterTheOther() throws Exception {
        gateway.then(
                "/api/v1/holdings",
                StubGateway.json(200, """
                        {"items": [{"account": 3, "asset": 1, "assetCode": "USD", "scale": 2, "available": 5000000000000001,
                          "held": 99, "lastIndex": 12, "ofALaterDay": true}], "next": "a/b+c"}
                        """),
                StubGateway.json(200, "{\"items\": [], \"next\": null}"));

        Page<Holding> first = ledger.balances(null);
        Page<Holding> last = ledger.balances(first.next());

        assertThat(first.items()).containsExactly(new Holding(3, 1, "USD", 2, 5_000_000_000_000_001L, 99, 12));
        assertThat(first.items().getFirst().total()).isEqualTo("50000000000001.00");
        assertThat(last).isEqualTo(new Page<>(List.of(), null));
        assertThat(gateway.requests("/api/v1/holdings"))
                .extracting(StubGateway.Request::path)
                .containsExactly("/api/v1/holdings?atLeast=0", "/api/v1/holdings?atLeast=0&after=a%2Fb%2Bc");
    }

    @Test
    void whatWasCarriedOutIsSeenByWhoeverReadsAfterwards() throws Exception {
        gateway.then(INSTRUCTIONS, receipt())
                .then(
                        "/api/v1/settlements",
                        StubGateway.problem(503, "NOT_YET_READ", Map.of("Retry-After", "1")),
                        StubGateway.json(200, """
                                {"items": [{"settlement": 5, "state": "PENDING", "proposerCode": "ALPHA",
                                  "valueDate": "2026-11-24", "deadlineMillis": 9, "failedFor": "AVAILABLE_BELOW_DEBIT",
                                  "legs": [{"leg": 0, "asset": 1, "assetCode": "USD", "scale": 2, "fromAccount": 3,
                                    "fromCode": "ALPHA", "toAccount": 5, "toCode": "BETA", "amount": 25000}],
                                  "parties": [{"party": 4, "partyCode": "ALPHA"}]}]}
                                """));
        ledger.submit(envelope);

        assertThat(ledger.settlements(null).items()).singleElement().satisfies(settlement -> {
            assertThat(settlement.state()).isEqualTo(Settlement.State.PENDING);
            assertThat(settlement.valueDate()).isEqualTo("2026-11-24");
            assertThat(settlement.failedFor()).isEqualTo(RejectionCode.AVAILABLE_BELOW_DEBIT);
            assertThat(settlement.legs().getFirst().amount()).isEqualTo(25_000);
            assertThat(settlement.parties().getFirst().affirmedIndex()).isZero();
        });
        assertThat(gateway.requests("/api/v1/settlements"))
                .extracting(StubGateway.Request::path)
                .containsExactly("/api/v1/settlements?atLeast=7", "/api/v1/settlements?atLeast=7");
    }

    // --- Many at once ---

    /** The first so many receipts, after which the answer ends. */
    private Answer receipts(int count) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            Frames.write(stream, receiptBytes(7 + i));
        }
        return StubGateway.bytes(200, Http.PROTOBUF, stream.toByteArray(), Map.of());
    }

    @Test
    void whereAnAnswerEndsEarlyTheRestIsSentAgain() throws Exception {
        gateway.then(BULK, receipts(2), StubGateway.nothing(), receipts(1));

        List<Receipt> receipts = ledger.submitAll(List.of(envelope, envelope, other));

        assertThat(receipts).extracting(Receipt::index).containsExactly(7L, 8L, 7L);
        List<StubGateway.Request> requests = gateway.requests(BULK);
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0).body()).isEqualTo(stream(envelope, envelope, other));
        assertThat(requests.get(1).body()).isEqualTo(stream(other));
        assertThat(requests.get(2).body()).isEqualTo(stream(other));
    }

    @Test
    void whatStandsInTheWayIsAskedForInWords() {
        String line =
                "{\"status\": 422, \"code\": \"DEMONSTRATION_KEY\", \"title\": \"No.\", \"detail\": \"Not here.\"}\n";
        gateway.then(
                BULK,
                StubGateway.bytes(200, Http.PROTOBUF, new byte[0], Map.of()),
                StubGateway.bytes(200, "application/jsonl", line.getBytes(UTF_8), Map.of()));

        assertThatThrownBy(() -> ledger.submitAll(List.of(envelope)))
                .isInstanceOf(Problem.class)
                .hasMessage("422 DEMONSTRATION_KEY: Not here.");
    }

    private static byte[] stream(byte[]... envelopes) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] each : envelopes) {
            Frames.write(stream, each);
        }
        return stream.toByteArray();
    }

    @Test
    void anAnswerThatIsNoReceiptIsAProblem() {
        gateway.then(INSTRUCTIONS, StubGateway.bytes(200, Http.PROTOBUF, new byte[] {1, 2, 3}, Map.of()));

        assertThatThrownBy(() -> ledger.submit(envelope)).hasMessageContaining("ANSWER_NOT_UNDERSTOOD");
    }
}
