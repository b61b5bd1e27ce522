package org.tallystick.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.proto.Tally;
import org.tallystick.wire.signature.SigningKey;

/**
 * Valid messages, broken in every way a seeded generator finds: bits flipped, bytes dropped, doubled, moved in from other
 * messages. Each is decoded or refused; none makes the decoder throw, and none that decodes says anything but its bytes.
 */
final class FuzzTest {

    private static final int CASES = 60_000;
    private static final SigningKey KEY = SigningKey.fromSeed(new byte[32]);

    @Test
    void brokenEnvelopesAreDecodedOrRefused() {
        RecordGenerator generator = RecordGenerator.extreme(20261123);
        byte[] other = envelope(generator);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] valid = i % 20 == 0 ? envelope(generator) : other;
            byte[] broken = broken(generator, valid, other);
            if (Envelopes.decode(broken) instanceof Decoded.Refused refusal) {
                assertThat(refusal.code()).isIn(RejectionCode.MALFORMED, RejectionCode.UNKNOWN_VERSION);
                assertThat(refusal.reason()).isNotBlank();
                refused++;
            }
            other = valid;
        }
        assertThat(refused).as("refused of " + CASES).isGreaterThan(CASES / 2);
    }

    @Test
    void aBrokenPayloadThatStillDecodesSaysExactlyItsBytes() throws InvalidProtocolBufferException {
        RecordGenerator generator = RecordGenerator.extreme(31);
        byte[] other = payload(generator);
        int decoded = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] valid = i % 20 == 0 ? payload(generator) : other;
            byte[] broken = broken(generator, valid, other);
            if (Envelopes.decode(Envelopes.seal(broken, List.of())) instanceof Decoded.WellFormed wellFormed) {
                byte[] nonce = Tally.Payload.parseFrom(broken).getNonce().toByteArray();
                assertThat(PayloadCodec.encode(wellFormed.payload(), nonce).toByteArray())
                        .isEqualTo(broken);
                decoded++;
            }
            other = valid;
        }
        assertThat(decoded).as("decoded of " + CASES).isGreaterThan(CASES / 100);
    }

    @Test
    void brokenReceiptsAreDecodedOrRefused() {
        RecordGenerator generator = RecordGenerator.extreme(42);
        byte[] other = receipt(generator);
        int refused = 0;
        for (int i = 0; i < CASES / 2; i++) {
            byte[] valid = receipt(generator);
            try {
                Receipts.decode(broken(generator, valid, other));
            } catch (MalformedMessage malformed) {
                assertThat(malformed.getMessage()).isNotBlank();
                refused++;
            }
            other = valid;
        }
        assertThat(refused).isGreaterThan(CASES / 10);
    }

    @Test
    void noiseIsRefused() {
        RecordGenerator generator = RecordGenerator.extreme(53);
        for (int i = 0; i < CASES; i++) {
            byte[] noise = generator.bytes(generator.below(200));
            assertThat(Envelopes.decode(noise)).isInstanceOf(Decoded.Refused.class);
        }
    }

    private static byte[] envelope(RecordGenerator generator) {
        return Envelopes.sign(payloadRecord(generator), generator.bytes(16), KEY);
    }

    private static byte[] payload(RecordGenerator generator) {
        return PayloadCodec.encode(payloadRecord(generator), generator.bytes(16))
                .toByteArray();
    }

    private static Payload payloadRecord(RecordGenerator generator) {
        List<Command> commands = new ArrayList<>();
        for (int i = generator.below(4); i >= 0; i--) {
            commands.add(generator.next(Command.class));
        }
        return new Payload("main", 3, "an-id", 1_000_000, generator.next(BatchMode.class), commands);
    }

    private static byte[] receipt(RecordGenerator generator) {
        List<Event> due = List.of(generator.next(Event.class), generator.next(Event.class));
        return Receipts.encode(new Receipt(5, 6, Digest.NONE, due, generator.next(Verdict.class)));
    }

    private static byte[] broken(RecordGenerator generator, byte[] valid, byte[] other) {
        byte[] bytes = valid.clone();
        for (int times = generator.below(3); times >= 0; times--) {
            if (bytes.length == 0) {
                return bytes;
            }
            int at = generator.below(bytes.length);
            bytes = switch (generator.below(6)) {
                case 0 -> flipped(bytes, at, 1 << generator.below(8));
                case 1 -> flipped(bytes, at, 1 + generator.below(255));
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> spliced(bytes, at, at, generator.bytes(1 + generator.below(4)));
                case 4 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + generator.below(4)), new byte[0]);
                default -> spliced(bytes, at, at, piece(generator, other));
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int at, int mask) {
        bytes[at] ^= (byte) mask;
        return bytes;
    }

    private static byte[] piece(RecordGenerator generator, byte[] of) {
        int from = generator.below(of.length);
        return Arrays.copyOfRange(of, from, Math.min(of.length, from + 1 + generator.below(40)));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        return ByteString.copyFrom(bytes, 0, from)
                .concat(ByteString.copyFrom(piece))
                .concat(ByteString.copyFrom(bytes, to, bytes.length - to))
                .toByteArray();
    }
}
