package org.tallystick.wire.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.treasury.Cusip;

/** A node writes down its state and another takes it up; or finds out in time that it must not. */
final class SnapshotsTest {

    private static final SnapshotHead HEAD = new SnapshotHead("main", 42, 1_764_000_000_000L, Digest.NONE);
    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            -1L,
            119L,
            -120L,
            120L,
            -121L,
            127L,
            128L,
            32_767L,
            32_768L,
            1L << 31,
            1L << 62,
            -(1L << 62),
            Long.MAX_VALUE,
            Long.MIN_VALUE);
    private static final byte[] LONG_BYTES = new byte[200_000];

    static {
        new Random(7).nextBytes(LONG_BYTES);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        byte[] snapshot = snapshot();

        Snapshot<String> read = Snapshots.read(new ByteArrayInputStream(snapshot), SnapshotsTest::state);

        assertThat(read.head()).isEqualTo(HEAD);
        assertThat(read.state()).isEqualTo("two accounts, 3 €");
    }

    @Test
    void theStreamIsLeftAfterTheSnapshot() throws IOException {
        byte[] snapshot = snapshot();
        ByteArrayInputStream stream = new ByteArrayInputStream(Arrays.copyOf(snapshot, snapshot.length + 3));

        Snapshots.read(stream, SnapshotsTest::state);

        assertThat(stream.available()).isEqualTo(3);
    }

    @Test
    void smallNumbersTakeOneByte() {
        assertThat(sizeOf(119)).isEqualTo(1);
        assertThat(sizeOf(-120)).isEqualTo(1);
        assertThat(sizeOf(120)).as("zigzag 240: a head and one byte").isEqualTo(2);
        assertThat(sizeOf(Long.MIN_VALUE)).isEqualTo(9);
    }

    /** Numbers of every length and texts, wherever one read of the stream ends and the next begins. */
    @Test
    void whatTricklesInIsReadAsItWasWritten() {
        Random random = new Random(17);
        List<Long> numbers = random.longs(20_000)
                .map(number -> number >> random.nextInt(Long.SIZE))
                .boxed()
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateWriter writer = new StateWriter(out);
        for (long number : numbers) {
            writer.putLong(number);
            writer.putText(number % 2 == 0 ? "a" + number : "é" + number);
        }
        writer.flush();
        InputStream trickle = new FilterInputStream(new ByteArrayInputStream(out.toByteArray())) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(13)));
            }
        };

        StateReader reader = new StateReader(trickle, out.size());
        for (long number : numbers) {
            assertThat(reader.getLong()).isEqualTo(number);
            assertThat(reader.getText()).isEqualTo(number % 2 == 0 ? "a" + number : "é" + number);
        }
        reader.requireEnd();
    }

    @Test
    void aTextThatIsNotUtf8IsRefused() {
        byte[] halfOfAnE = {(byte) Heads.TEXT, 4, 'a', (byte) 0xc3}; // 4 is the zigzag form of a length of 2

        assertThatThrownBy(() -> new StateReader(new ByteArrayInputStream(halfOfAnE), halfOfAnE.length).getText())
                .isInstanceOf(BadSnapshot.class)
                .hasMessage("a text is not UTF-8 (byte 4 of the content)");
    }

    @Test
    void aSnapshotCutOffAnywhereIsRefused() throws IOException {
        byte[] snapshot = snapshot();
        for (int length = 0; length < snapshot.length; length += length < 500 ? 1 : 997) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatThrownBy(() -> Snapshots.read(new ByteArrayInputStream(cut), SnapshotsTest::state))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(BadSnapshot.class);
        }
    }

    @Test
    void aSnapshotWithAnyBitFlippedIsRefused() throws IOException {
        byte[] snapshot = snapshot();
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            byte[] flipped = snapshot.clone();
            int at = i < 600 ? i : random.nextInt(snapshot.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> Snapshots.read(new ByteArrayInputStream(flipped), SnapshotsTest::state))
                    .as("a bit of byte %d flipped", at)
                    .isInstanceOf(BadSnapshot.class);
        }
    }

    @Test
    void noiseInPlaceOfStateIsRefusedWithAPosition() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            StateReader reader = new StateReader(new ByteArrayInputStream(noise), noise.length);
            assertThatThrownBy(() -> readOn(reader))
                    .isInstanceOf(BadSnapshot.class)
                    .hasMessageContaining("of the content");
        }
    }

    @Test
    void aLengthThatLiesCostsNoMemory() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateWriter writer = new StateWriter(out);
        writer.putLong(Integer.MAX_VALUE - 100L);
        writer.flush();
        byte[] bytes = new byte[1 + out.size()];
        bytes[0] = (byte) Heads.BYTES;
        System.arraycopy(out.toByteArray(), 0, bytes, 1, out.size());

        StateReader honestLength = new StateReader(new ByteArrayInputStream(bytes), bytes.length);
        assertThatThrownBy(honestLength::getBytes)
                .isInstanceOf(BadSnapshot.class)
                .hasMessageContaining("more than there is");

        StateReader lyingHeader = new StateReader(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        assertThatThrownBy(lyingHeader::getBytes)
                .isInstanceOf(BadSnapshot.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void nonsenseThatTheStateRefusesIsTheSnapshotsFault() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshots.write(out, HEAD, sink -> sink.putText("no CUSIP"));
        Function<StateSource, Cusip> restore = source -> Cusip.of(source.getText());

        assertThatThrownBy(() -> Snapshots.read(new ByteArrayInputStream(out.toByteArray()), restore))
                .isInstanceOf(BadSnapshot.class)
                .hasMessageContaining("before byte 10")
                .hasMessageContaining("not a CUSIP");
    }

    @Test
    void aStateThatReadsLessThanThereIsIsRefused() throws IOException {
        byte[] snapshot = snapshot();

        assertThatThrownBy(() -> Snapshots.read(new ByteArrayInputStream(snapshot), StateSource::getLong))
                .isInstanceOf(BadSnapshot.class)
                .hasMessageContaining("the content goes on");
    }

    @Test
    void aFullDiskIsAnIoException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };

        assertThatThrownBy(() -> Snapshots.write(full, HEAD, SnapshotsTest::put))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
    }

    private static int sizeOf(long number) {
        StateWriter writer = new StateWriter(OutputStream.nullOutputStream());
        writer.putLong(number);
        return (int) writer.written();
    }

    private static byte[] snapshot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshots.write(out, HEAD, SnapshotsTest::put);
        return out.toByteArray();
    }

    private static void put(StateSink sink) {
        NUMBERS.forEach(sink::putLong);
        sink.putText("two accounts, 3 €");
        sink.putBytes(LONG_BYTES);
        sink.putBytes(new byte[0]);
    }

    private static String state(StateSource source) {
        NUMBERS.forEach(number -> requireEqual(number, source.getLong()));
        String text = source.getText();
        if (!Arrays.equals(source.getBytes(), LONG_BYTES) || source.getBytes().length != 0) {
            throw new IllegalArgumentException("other bytes than were written");
        }
        return text;
    }

    private static void readOn(StateSource source) {
        while (true) {
            source.getLong();
            source.getText();
            source.getBytes();
        }
    }

    private static void requireEqual(long expected, long found) {
        if (expected != found) {
            throw new BadSnapshot("other numbers than were written");
        }
    }
}
