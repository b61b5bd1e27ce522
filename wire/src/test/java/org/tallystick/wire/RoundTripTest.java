package org.tallystick.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.codec.ReceiptCodec;

/** Everything the vocabulary can say comes back from bytes as it went in: every kind, with values of every size. */
final class RoundTripTest {

    private static final int TIMES = 60;

    static List<Class<?>> commands() {
        return RecordGenerator.kindsOf(Command.class);
    }

    static List<Class<?>> events() {
        return RecordGenerator.kindsOf(Event.class);
    }

    static List<Class<?>> verdicts() {
        return RecordGenerator.kindsOf(Verdict.class);
    }

    static List<Class<?>> outcomes() {
        return RecordGenerator.kindsOf(Outcome.class);
    }

    static List<Class<?>> securities() {
        return RecordGenerator.kindsOf(Security.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandComesBack(Class<? extends Command> kind) {
        RecordGenerator generator = RecordGenerator.extreme(1);
        for (int i = 0; i < TIMES; i++) {
            assertComesBack(generator, generator.next(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("securities")
    void everySecurityComesBack(Class<? extends Security> kind) {
        RecordGenerator generator = RecordGenerator.extreme(2);
        for (int i = 0; i < TIMES; i++) {
            AssetTerms terms = new AssetTerms.Treasury(generator.next(kind), 1, 2, 3);
            assertComesBack(generator, new RegisterAsset(1, "code", 2, 2, 10_000, terms));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBack(Class<? extends Event> kind) {
        RecordGenerator generator = RecordGenerator.extreme(3);
        for (int i = 0; i < TIMES; i++) {
            Event event = generator.next(kind);
            assertComesBack(new Receipt(1, 2, Digest.NONE, List.of(event), new Verdict.Ticked()));
        }
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictComesBack(Class<? extends Verdict> kind) {
        RecordGenerator generator = RecordGenerator.extreme(4);
        for (int i = 0; i < TIMES; i++) {
            assertComesBack(new Receipt(i, -i, generator.next(Digest.class), List.of(), generator.next(kind)));
        }
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeComesBack(Class<? extends Outcome> kind) {
        RecordGenerator generator = RecordGenerator.extreme(5);
        for (int i = 0; i < TIMES; i++) {
            Verdict verdict = new Verdict.Decided(1, "id", List.of(generator.next(kind)));
            assertComesBack(new Receipt(1, 2, Digest.NONE, List.of(), verdict));
        }
    }

    @Test
    void everyRejectionCodeComesBackByItsNumber() {
        for (RejectionCode code : RejectionCode.values()) {
            assertComesBack(new Receipt(1, 2, Digest.NONE, List.of(), new Verdict.Refused(Rejection.of(code, 7))));
        }
    }

    @Test
    void bytesThatAreNoReceiptAreRefusedWithTheReason() {
        assertThatThrownBy(() -> Receipts.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("not a receipt");
        assertThatThrownBy(() -> Receipts.decode(new byte[0]))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("digest has 0 bytes");
    }

    private static void assertComesBack(RecordGenerator generator, Command command) {
        BatchMode mode = generator.next(BatchMode.class);
        Payload payload = new Payload("main", 3, "id", 1_000, mode, List.of(command));

        Decoded decoded = Envelopes.decode(Envelopes.sign(payload, generator.bytes(16)));

        assertThat(decoded).isInstanceOf(Decoded.WellFormed.class);
        assertThat(((Decoded.WellFormed) decoded).payload()).isEqualTo(payload);
    }

    private static void assertComesBack(Receipt receipt) {
        byte[] bytes = Receipts.encode(receipt);
        assertThat(Receipts.decode(bytes)).isEqualTo(receipt);
        assertThat(bytes)
                .as("what the protobuf library writes for it")
                .isEqualTo(ReceiptCodec.encode(receipt).toByteArray());
    }
}
