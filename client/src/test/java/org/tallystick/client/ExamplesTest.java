package org.tallystick.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.SigningKey;

/** What the examples say and do that no real gateway would give them cause to; with one they are tried in `app`. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final SigningKey KEY = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);

    @TempDir
    private Path directory;

    private StubGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new StubGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    /** One run of an example. */
    private record Run(int exitCode, String output) {}

    private Run run(String... command) throws IOException, InterruptedException {
        Path key = directory.resolve("alice.pem");
        Files.writeString(key, KEY.toPem());
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(gateway.uri().toString(), key.toString()));
        words.addAll(List.of("main", "4", "1", "300", "5", "25000", "rent-2026-11"));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Run(process.waitFor(), Files.readString(output, UTF_8));
    }

    private static void requirePrograms(String... programs) {
        for (String program : programs) {
            boolean found = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!found) {
                System.out.println("The example was not run: " + program + " is not on this machine.");
            }
            assumeTrue(found, program + " is on this machine");
        }
    }

    /** Each line of the drawing begins with the bytes; what they say stands behind a number sign. */
    @Test
    void theBytesInTheReadmeAreThoseOfTheInstruction() throws Exception {
        byte[] nonce = new byte[PayloadCodec.NONCE_LENGTH];
        for (int i = 0; i < nonce.length; i++) {
            nonce[i] = (byte) i;
        }
        long until = Instant.parse("2026-11-23T16:00:00Z").toEpochMilli();
        Payload payload = new Payload(
                "demo",
                4,
                "rent-2026-11",
                until,
                BatchMode.ALL_OR_NOTHING,
                List.of(new InstructSettlement(List.of(new Leg(1, 3, 5, 25_000)), null, until)));
        String shown = Files.readAllLines(EXAMPLES.resolve("README.md")).stream()
                .filter(line -> line.matches("[0-9a-f ]+#.*"))
                .map(line -> line.substring(0, line.indexOf('#')).replace(" ", ""))
                .collect(Collectors.joining());
        assertThat(shown).isEqualTo(HexFormat.of().formatHex(Envelopes.payloadBytes(payload, nonce)));
    }

    @Test
    void noneSignsAChallengeThatIsForAnotherAddress() throws Exception {
        requirePrograms("bash", "curl", "openssl", "python3");
        gateway.only("/api/v1/sessions/challenges", StubGateway.challenge("ledger.example"));
        for (Run run : List.of(
                run("bash", EXAMPLES.resolve("pay.sh").toString()),
                run("python3", "-B", EXAMPLES.resolve("pay.py").toString()))) {
            assertThat(run.output()).contains("nothing was signed");
            assertThat(run.exitCode()).isNotZero();
        }
        assertThat(gateway.requests("/api/v1/instructions")).isEmpty();
    }
}
