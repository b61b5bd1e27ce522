package org.tallystick.app.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;

class KeyCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aNewKeyIsForItsOwnersEyesOnlyAndItsPublicHalfIsPrinted() throws IOException {
        Path file = directory.resolve("alice.pem");
        TallyRun generated = tally("key", "generate", "--out", file);
        assertThat(generated.exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----");
        String publicKey = generated.lines().getLast();
        assertThat(publicKey).matches("[0-9a-f]{64}");
        assertThat(tally("key", "show", file).out().strip()).isEqualTo(publicKey);
        assertThat(tally("key", "show", file, "--json").out()).contains("\"publicKey\":\"" + publicKey + "\"");
    }

    @Test
    void aKeyIsNeverWrittenOver() throws IOException {
        Path file = directory.resolve("alice.pem");
        assertThat(tally("key", "generate", "--out", file).exitCode()).isZero();
        String before = Files.readString(file);
        TallyRun again = tally("key", "generate", "--out", file);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).startsWith("tally: FILE_EXISTS: ");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aFileThatHoldsNoKeyIsToldWithoutItsContent() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "correct horse battery staple");
        TallyRun shown = tally("key", "show", file);
        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.err()).startsWith("tally: BAD_KEY: ").doesNotContain("horse");
    }

    @Test
    void aMissingFileIsToldAsJsonToPrograms() {
        TallyRun shown = tally("key", "show", directory.resolve("nobody.pem"), "--json");
        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.err()).startsWith("{\"error\":\"FILE_NOT_FOUND\",\"sentence\":\"there is no file ");
    }
}
