package org.tallystick.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.wire.codec.CommandCodec;
import org.tallystick.wire.proto.Tally;
import org.tallystick.wire.signature.SigningKey;
import org.tallystick.wire.snapshot.Snapshot;
import org.tallystick.wire.snapshot.SnapshotHead;
import org.tallystick.wire.snapshot.Snapshots;

/**
 * The bytes of every format, as they were when it was agreed. A log written then must be read now: if one of these fails,
 * the format has changed. For a kind that is new, write the files anew with {@code -Dgolden.regenerate=true} and see that
 * only lines for it have been added.
 */
final class GoldenTest {

    @Test
    void commandsAreTheAgreedBytes() throws IOException {
        GoldenFile file = GoldenFile.named("commands");
        file.regenerateIfAsked(() ->
                eachKind(Command.class, command -> CommandCodec.encode(command).toByteArray()));

        Map<String, byte[]> lines = file.read();

        assertEveryKindIsIn(lines, Command.class);
        for (Map.Entry<String, byte[]> line : lines.entrySet()) {
            Command command = CommandCodec.decode(Tally.Command.parseFrom(line.getValue()));
            assertThat(command).hasToString(line.getKey());
            assertThat(CommandCodec.encode(command).toByteArray()).isEqualTo(line.getValue());
        }
    }

    @Test
    void termsOfSecuritiesAreTheAgreedBytes() throws IOException {
        GoldenFile file = GoldenFile.named("terms");
        file.regenerateIfAsked(() -> eachKind(
                Security.class,
                security -> CommandCodec.encode(registrationOf(security)).toByteArray()));

        Map<String, byte[]> lines = file.read();

        assertEveryKindIsIn(lines, Security.class);
        for (Map.Entry<String, byte[]> line : lines.entrySet()) {
            RegisterAsset command = (RegisterAsset) CommandCodec.decode(Tally.Command.parseFrom(line.getValue()));
            assertThat(((AssetTerms.Treasury) command.terms()).security()).hasToString(line.getKey());
            assertThat(CommandCodec.encode(command).toByteArray()).isEqualTo(line.getValue());
        }
    }

    @Test
    void eventsAreTheAgreedBytes() throws IOException {
        GoldenFile file = GoldenFile.named("events");
        file.regenerateIfAsked(() -> eachKind(Event.class, event -> Receipts.encode(receiptOf(event))));

        Map<String, byte[]> lines = file.read();

        assertEveryKindIsIn(lines, Event.class);
        for (Map.Entry<String, byte[]> line : lines.entrySet()) {
            Receipt receipt = Receipts.decode(line.getValue());
            assertThat(receipt.due().getFirst()).hasToString(line.getKey());
            assertThat(Receipts.encode(receipt)).isEqualTo(line.getValue());
        }
    }

    @Test
    void verdictsAreTheAgreedBytes() throws IOException {
        GoldenFile file = GoldenFile.named("verdicts");
        file.regenerateIfAsked(() -> eachKind(Verdict.class, verdict -> Receipts.encode(receiptOf(verdict))));

        Map<String, byte[]> lines = file.read();

        assertEveryKindIsIn(lines, Verdict.class);
        for (Map.Entry<String, byte[]> line : lines.entrySet()) {
            Receipt receipt = Receipts.decode(line.getValue());
            assertThat(receipt.verdict()).hasToString(line.getKey());
            assertThat(Receipts.encode(receipt)).isEqualTo(line.getValue());
        }
    }

    @Test
    void anEnvelopeIsTheAgreedBytesSignatureAndAll() throws IOException {
        Payload payload = new Payload(
                "main",
                3,
                "issue-1",
                1_795_469_400_000L,
                BatchMode.INDEPENDENT,
                List.of(new IssueCash(1, 2, 1_000_000)));
        // Ed25519 is deterministic: the same key and bytes make the same signature.
        byte[] envelope = Envelopes.sign(payload, new byte[16], SigningKey.fromSeed(new byte[32]));
        GoldenFile file = GoldenFile.named("envelope");
        file.regenerateIfAsked(() -> Map.of(payload.toString(), envelope));

        assertThat(file.read().keySet()).containsExactly(payload.toString());
        assertThat(file.read().get(payload.toString())).isEqualTo(envelope);
        assertThat(((Decoded.WellFormed) Envelopes.decode(envelope)).payload()).isEqualTo(payload);
    }

    @Test
    void aSnapshotIsTheAgreedBytes() throws IOException {
        SnapshotHead head = new SnapshotHead("main", 42, 1_795_469_400_000L, Digest.NONE);
        String state = "-1, 1000000, \"par\", 3 bytes of zero, under " + head;
        GoldenFile file = GoldenFile.named("snapshot");
        file.regenerateIfAsked(() -> Map.of(state, snapshot(head)));

        byte[] golden = file.read().get(state);

        assertThat(golden).isEqualTo(snapshot(head));
        Snapshot<List<Object>> read = Snapshots.read(
                new ByteArrayInputStream(golden),
                source -> List.of(source.getLong(), source.getLong(), source.getText(), source.getBytes().length));
        assertThat(read.head()).isEqualTo(head);
        assertThat(read.state()).containsExactly(-1L, 1_000_000L, "par", 3);
    }

    private static byte[] snapshot(SnapshotHead head) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Snapshots.write(out, head, sink -> {
                sink.putLong(-1);
                sink.putLong(1_000_000);
                sink.putText("par");
                sink.putBytes(new byte[3]);
            });
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> Map<String, byte[]> eachKind(Class<T> family, Function<T, byte[]> encode) {
        Map<String, byte[]> lines = new LinkedHashMap<>();
        for (Class<?> kind : RecordGenerator.kindsOf(family)) {
            // A seed for each kind: a new kind leaves the lines of the others as they are.
            RecordGenerator generator =
                    RecordGenerator.ordinary(kind.getSimpleName().hashCode());
            T record = family.cast(generator.next(kind));
            lines.put(record.toString(), encode.apply(record));
        }
        return lines;
    }

    private static void assertEveryKindIsIn(Map<String, byte[]> lines, Class<?> family) {
        List<String> kinds = new ArrayList<>();
        RecordGenerator.kindsOf(family).forEach(kind -> kinds.add(kind.getSimpleName()));
        assertThat(lines.keySet())
                .extracting(line -> line.substring(0, line.indexOf('[')))
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static RegisterAsset registrationOf(Security security) {
        return new RegisterAsset(1, "code", 2, 2, 10_000, new AssetTerms.Treasury(security, 3, 4, 5));
    }

    private static Receipt receiptOf(Event event) {
        return new Receipt(7, 1_000, Digest.NONE, List.of(event), new Verdict.Ticked());
    }

    private static Receipt receiptOf(Verdict verdict) {
        return new Receipt(7, 1_000, Digest.NONE, List.of(), verdict);
    }
}
