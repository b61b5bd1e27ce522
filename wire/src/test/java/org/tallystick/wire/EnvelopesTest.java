package org.tallystick.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.proto.Tally;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

/** A treasury desk seals an instruction, and the ledger opens it; or it refuses what anyone may have done to it. */
final class EnvelopesTest {

    private static final SigningKey DESK = SigningKey.fromSeed(bytes(32, 1));
    private static final SigningKey SECOND_EYES = SigningKey.fromSeed(bytes(32, 2));
    private static final byte[] NONCE = bytes(16, 7);

    private static final Payload ISSUE =
            new Payload("main", 3, "issue-1", 1_000, BatchMode.INDEPENDENT, List.of(new IssueCash(1, 2, 1_000_000)));

    private final Entries entries = Entries.verifiedFast();

    @Test
    void whatWasSignedIsWhatIsExecuted() {
        byte[] envelope = Envelopes.sign(ISSUE, NONCE, DESK, SECOND_EYES);

        Entry.Instruction instruction = (Entry.Instruction) entries.fromEnvelope(envelope);

        assertThat(instruction.payload()).isEqualTo(ISSUE);
        assertThat(instruction.signers()).containsExactly(DESK.publicKey(), SECOND_EYES.publicKey());
        assertThat(instruction.digest())
                .isEqualTo(Sha256.of(PayloadCodec.encode(ISSUE, NONCE).toByteArray()));
    }

    @Test
    void preparingAheadChangesNothing() {
        byte[] good = Envelopes.sign(ISSUE, NONCE, DESK);
        byte[] bad = {1, 2, 3};
        Entries preparing = Entries.verifiedFast();
        preparing.prepare(good);
        preparing.prepare(bad);

        assertThat(preparing.fromEnvelope(good)).isEqualTo(entries.fromEnvelope(good));
        assertThat(preparing.fromEnvelope(good)).as("asked for again").isEqualTo(entries.fromEnvelope(good));
        assertThat(preparing.fromEnvelope(bad)).isEqualTo(entries.fromEnvelope(bad));
    }

    @Test
    void anEnvelopeRecalledIsJudgedOnceAsWhoeverRecallsItSays() {
        byte[] good = Envelopes.sign(ISSUE, NONCE, DESK);
        byte[] forged = Envelopes.seal(Envelopes.payloadBytes(ISSUE, NONCE), List.of(DESK.sign(new byte[] {1})));
        byte[] malformed = {1, 2, 3};
        Entries recalling = Entries.verifiedFast();
        recalling.recall(good, Judgement.ADMITTED);
        recalling.recall(forged, Judgement.FORGED);
        recalling.recall(malformed, Judgement.REFUSED);

        assertThat(recalling.fromEnvelope(good)).isEqualTo(entries.fromEnvelope(good));
        assertThat(recalling.fromEnvelope(forged)).isEqualTo(entries.fromEnvelope(forged));
        assertThat(recalling.fromEnvelope(malformed)).isEqualTo(entries.fromEnvelope(malformed));

        recalling.recall(good, Judgement.FORGED);
        assertThat(recalling.fromEnvelope(good)).isInstanceOf(Entry.Refused.class);
        assertThat(recalling.fromEnvelope(good)).as("asked for again").isInstanceOf(Entry.Instruction.class);
    }

    @Test
    void whatIsRecalledIsGivenOutInItsTurnOnly() {
        byte[] first = Envelopes.sign(ISSUE, NONCE, DESK);
        byte[] second = Envelopes.sign(ISSUE, NONCE, SECOND_EYES);
        Entries recalling = Entries.verifiedFast();
        recalling.recall(first, Judgement.FORGED);
        recalling.recall(second, Judgement.FORGED);
        recalling.recall(second, Judgement.FORGED);

        assertThat(recalling.fromEnvelope(second)).as("not its turn").isInstanceOf(Entry.Instruction.class);
        assertThat(recalling.fromEnvelope(first)).isInstanceOf(Entry.Refused.class);
        assertThat(recalling.fromEnvelope(second)).isInstanceOf(Entry.Refused.class);
        assertThat(recalling.fromEnvelope(second)).as("once more").isInstanceOf(Entry.Refused.class);
        assertThat(recalling.fromEnvelope(second)).as("too often").isInstanceOf(Entry.Instruction.class);
    }

    @Test
    void whatIsRecalledCanBeSeenComing() {
        byte[] first = Envelopes.sign(ISSUE, NONCE, DESK);
        byte[] second = Envelopes.sign(ISSUE, NONCE, SECOND_EYES);
        Entries recalling = Entries.verifiedFast();
        assertThat(recalling.coming(2)).isEmpty();
        recalling.recall(first, Judgement.ADMITTED);
        recalling.recall(second, Judgement.ADMITTED);
        recalling.recall(first, Judgement.ADMITTED);

        Entry one = entries.fromEnvelope(first);
        Entry two = entries.fromEnvelope(second);
        assertThat(recalling.coming(2)).containsExactly(one, two);
        assertThat(recalling.fromEnvelope(first)).isEqualTo(one);
        assertThat(recalling.coming(5)).containsExactly(two, one);
    }

    @Test
    void aReceiptTellsAtAGlanceWhatItsEnvelopeWasFoundToBe() {
        Receipt decided = new Receipt(1, 1, Digest.NONE, List.of(), new Verdict.Decided(1, "id", List.of()));
        assertThat(Receipts.judgement(Receipts.encode(decided))).isEqualTo(Judgement.ADMITTED);
        assertThat(Receipts.judgement(refusal(RejectionCode.BAD_SIGNATURE))).isEqualTo(Judgement.FORGED);
        assertThat(Receipts.judgement(refusal(RejectionCode.MALFORMED))).isEqualTo(Judgement.REFUSED);
        assertThat(Receipts.judgement(new byte[] {1, 2, 3})).isEqualTo(Judgement.REFUSED);
    }

    @Test
    void whoeverRecallsAnEnvelopeIsBelievedThatItWasInCanonicalFormOnlyIfItWasAdmitted() {
        byte[] good = Envelopes.sign(ISSUE, NONCE, DESK);
        byte[] unknownField = {12 << 3, 1};
        byte[] longer = ByteString.copyFrom(good)
                .concat(ByteString.copyFrom(unknownField))
                .toByteArray();
        Entries recalling = Entries.verifiedFast();
        recalling.recall(longer, Judgement.REFUSED);
        recalling.recall(longer, Judgement.FORGED);
        recalling.recall(longer, Judgement.ADMITTED);

        assertThat(entries.fromEnvelope(longer)).isInstanceOf(Entry.Refused.class);
        assertThat(recalling.fromEnvelope(longer)).isEqualTo(entries.fromEnvelope(longer));
        assertThat(recalling.fromEnvelope(longer)).isEqualTo(entries.fromEnvelope(longer));
        assertThat(recalling.fromEnvelope(longer)).isEqualTo(entries.fromEnvelope(good));
    }

    private static byte[] refusal(RejectionCode code) {
        return Receipts.encode(new Receipt(1, 1, Digest.NONE, List.of(), new Verdict.Refused(Rejection.of(code))));
    }

    @Test
    void oneSignatureThatDoesNotVerifyRefusesTheWhole() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        Signature good = DESK.sign(SignedBytes.of(payload));
        Signature withoutDomain = SECOND_EYES.sign(payload);

        Entry entry = entries.fromEnvelope(Envelopes.seal(payload, List.of(good, withoutDomain)));

        assertThat(entry).isEqualTo(new Entry.Refused(RejectionCode.BAD_SIGNATURE, Sha256.of(payload)));
    }

    @Test
    void anEnvelopeNobodySignedIsWellFormedAndHasNoSigners() {
        byte[] envelope = Envelopes.sign(ISSUE, NONCE);

        assertThat(((Entry.Instruction) entries.fromEnvelope(envelope)).signers())
                .isEmpty();
    }

    @Test
    void anUnknownFieldInThePayloadIsRefused() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        byte[] withField15 = concat(payload, new byte[] {0x78, 0x01});

        assertRefused(Envelopes.seal(withField15, List.of()), RejectionCode.MALFORMED, "unknown fields");
    }

    @Test
    void aFieldSaidTwiceIsRefusedThoughParsersTakeTheLast() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        byte[] party5 = concat(payload, new byte[] {0x10, 0x05});

        assertRefused(Envelopes.seal(party5, List.of()), RejectionCode.MALFORMED, "canonical");
    }

    @Test
    void anUnknownVersionIsRefusedWhateverElseTheEnvelopeHolds() {
        byte[] envelope = Tally.Envelope.newBuilder()
                .setVersion(2)
                .setPayload(ByteString.copyFromUtf8("of the future"))
                .build()
                .toByteArray();

        assertRefused(envelope, RejectionCode.UNKNOWN_VERSION, "version is 2");
        assertRefused(new byte[0], RejectionCode.UNKNOWN_VERSION, "version is 0");
    }

    @Test
    void anEnvelopeOfOneByteTooManyIsRefused() {
        assertRefused(new byte[65_536], RejectionCode.TOO_LARGE, "65536 bytes");
        assertRefused(new byte[65_535], RejectionCode.MALFORMED, "not a message");
    }

    @Test
    void aNonceOfAnotherLengthIsRefused() {
        byte[] payload = PayloadCodec.encode(ISSUE).toByteArray();

        assertRefused(Envelopes.seal(payload, List.of()), RejectionCode.MALFORMED, "nonce has 0 bytes");
    }

    @Test
    void aKeyThatSignsTwiceIsRefused() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        Signature signature = DESK.sign(SignedBytes.of(payload));

        assertRefused(
                Envelopes.seal(payload, List.of(signature, signature)), RejectionCode.MALFORMED, "has signed twice");
    }

    @Test
    void seventeenSignaturesAreRefused() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        List<Signature> signatures = java.util.stream.IntStream.range(0, 17)
                .mapToObj(n -> SigningKey.fromSeed(bytes(32, n)).sign(SignedBytes.of(payload)))
                .toList();

        assertRefused(Envelopes.seal(payload, signatures), RejectionCode.MALFORMED, "17 signatures");
        assertThat(Envelopes.decode(Envelopes.seal(payload, signatures.subList(0, 16))))
                .isInstanceOf(Decoded.WellFormed.class);
    }

    @Test
    void aKeyOrSignatureOfAnotherLengthIsRefused() {
        byte[] payload = PayloadCodec.encode(ISSUE, NONCE).toByteArray();
        Tally.Envelope.Builder envelope =
                Tally.Envelope.newBuilder().setVersion(1).setPayload(ByteString.copyFrom(payload));
        envelope.addSignaturesBuilder()
                .setPublicKey(ByteString.copyFrom(new byte[31]))
                .setSignature(ByteString.copyFrom(new byte[64]));

        assertRefused(envelope.build().toByteArray(), RejectionCode.MALFORMED, "public key has 31 bytes");

        envelope.getSignaturesBuilder(0)
                .setPublicKey(ByteString.copyFrom(new byte[32]))
                .setSignature(ByteString.copyFrom(new byte[65]));

        assertRefused(envelope.build().toByteArray(), RejectionCode.MALFORMED, "signature has 65 bytes");
    }

    private static void assertRefused(byte[] envelope, RejectionCode code, String reason) {
        Decoded.Refused refused = (Decoded.Refused) Envelopes.decode(envelope);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.reason()).contains(reason);
        assertThat(refused.digest()).isEqualTo(Sha256.of(envelope));
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return ByteString.copyFrom(a).concat(ByteString.copyFrom(b)).toByteArray();
    }
}
