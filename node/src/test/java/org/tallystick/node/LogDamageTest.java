package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;

/** Damage to the log itself: the node does not start, says what is wrong, and does not wait for ever. */
class LogDamageTest {

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Node start() {
        return Fixture.start(data());
    }

    private Path logFile() {
        return data().resolve("archive").resolve("0-0.rec");
    }

    private void payAHundredTimes() {
        try (Node node = start()) {
            for (int i = 0; i < 100; i++) {
                answer(node, "pay a b 1");
            }
        }
    }

    @Test
    @Timeout(120)
    void aFlippedByteInTheLogIsNoticed() throws IOException {
        payAHundredTimes();
        byte[] bytes = Files.readAllBytes(logFile());
        bytes[4_008] ^= 1;
        Files.write(logFile(), bytes);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        NodeFailed.class, failed -> assertThat(failed.code()).isEqualTo(NodeFailed.Code.LOG_UNREADABLE))
                .hasMessageMatching(
                        "the log could not be replayed: CRC checksum mismatch at position=3968 .*0-0[.]rec");
    }

    @Test
    @Timeout(120)
    void aMissingFileOfTheLogIsNoticed() throws IOException {
        payAHundredTimes();
        Files.delete(logFile());
        assertThatThrownBy(this::start)
                .isInstanceOf(NodeFailed.class)
                .hasMessageMatching("the log could not be replayed: .*segmentFile=0-0[.]rec");
    }
}
