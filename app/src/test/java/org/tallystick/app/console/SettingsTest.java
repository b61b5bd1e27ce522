package org.tallystick.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.Tally;
import org.tallystick.app.console.Settings.Setting;
import picocli.CommandLine;

/** Where a setting comes from when the command line does not say. */
final class SettingsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theEnvironmentCountsBeforeTheFile() throws IOException {
        Files.writeString(directory.resolve("tallystick.yaml"), "port: 9000\ntls-key: /etc/key.pem\n");
        Settings settings = new Settings(Map.of("TALLYSTICK_PORT", "9443"), directory);

        assertThat(settings.find("port")).contains(new Setting("port", "9443", "environment, TALLYSTICK_PORT"));
        assertThat(settings.find("tls-key").map(Setting::value)).contains("/etc/key.pem");
        assertThat(settings.find("host")).isEmpty();
    }

    @Test
    void theVariableNamesAnotherFile() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("other.yaml"), "no-http: true\n");
        Settings settings = new Settings(Map.of("TALLYSTICK_CONFIG", elsewhere.toString()), directory);

        assertThat(settings.find("no-http")).contains(new Setting("no-http", "true", elsewhere.toString()));
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        Settings settings = new Settings(Map.of("TALLYSTICK_CONFIG", "absent.yaml"), directory);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> settings.find("port"))
                .matches(failure -> failure.code().equals("FILE_NOT_FOUND"));
    }

    @Test
    void aMistypedKeyIsToldWithThoseThereAre() throws IOException {
        Files.writeString(directory.resolve("tallystick.yaml"), "prot: 9000\n");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Settings(Map.of(), directory).find("port"))
                .withMessageContaining("prot")
                .withMessageContaining("port");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() throws IOException {
        Files.writeString(directory.resolve("tallystick.yaml"), "port: [9000\n");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new Settings(Map.of(), directory).find("port"))
                .withMessageContaining("line");
    }

    @Test
    void everySettingIsAnOptionOfNode() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine node = Objects.requireNonNull(
                Tally.commandLine(nowhere, nowhere).getSubcommands().get("node"));

        for (String key : Settings.KEYS) {
            assertThat(node.getCommandSpec().findOption("--" + key)).as(key).isNotNull();
        }
    }
}
