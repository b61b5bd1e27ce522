package org.tallystick.app.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TownLedger;
import org.tallystick.client.Holding;
import org.tallystick.client.LedgerClient;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** The examples in other languages do with an authority what they say they do. */
@Timeout(120)
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static LiveTown live;

    @BeforeAll
    static void open() throws IOException {
        live = LiveTown.open(directory.resolve("town"));
    }

    @AfterAll
    static void close() {
        live.close();
    }

    /** One run of an example. */
    private record Run(int exitCode, String output) {

        JsonNode json(int line) throws IOException {
            return JSON.readTree(output.lines().toList().get(line));
        }
    }

    private static List<String> command(String example, int party, Object... arguments) throws IOException {
        requirePrograms(example.endsWith(".py") ? List.of("python3", "openssl") : List.of("bash", "curl", "openssl"));
        List<String> words = new ArrayList<>();
        words.addAll(example.endsWith(".py") ? List.of("python3", "-B") : List.of("bash"));
        words.add(EXAMPLES.resolve(example).toString());
        words.add(live.uri().toString());
        words.add(TownLedger.keyFile(Files.createTempDirectory(directory, "keys"), party)
                .toString());
        words.add("town");
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return words;
    }

    private static Run run(String example, int party, Object... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process = new ProcessBuilder(command(example, party, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Run(process.waitFor(), Files.readString(output, UTF_8));
    }

    private static void requirePrograms(List<String> programs) {
        for (String program : programs) {
            boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!found) {
                System.out.println("The example was not run: " + program + " is not on this machine.");
            }
            assumeTrue(found, program + " is on this machine");
        }
    }

    private static long bobs() throws IOException, InterruptedException {
        try (LedgerClient bob = LedgerClient.connect(live.uri(), TownLedger.key(TownLedger.BOB))) {
            live.awaitRead();
            return bob.balances(null).items().stream()
                    .mapToLong(Holding::available)
                    .sum();
        }
    }

    private static Run pay(String example, long amount, String id) throws IOException, InterruptedException {
        return run(
                example,
                TownLedger.ALICE,
                TownLedger.ALICE,
                TownLedger.DOLLARS,
                TownLedger.ALICES_PURSE,
                TownLedger.BOBS_PURSE,
                amount,
                id);
    }

    @Test
    void theShellScriptPaysOnce() throws Exception {
        long before = bobs();
        Run run = pay("pay.sh", 250, "rent-of-the-shell");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.json(0).at("/receipt/decided/instructionId").asText()).isEqualTo("rent-of-the-shell");
        assertThat(bobs()).isEqualTo(before + 250);

        Run again = pay("pay.sh", 250, "rent-of-the-shell");
        assertThat(again.output()).contains("INSTRUCTION_ID_REUSED");
        assertThat(again.exitCode()).isNotZero();
        assertThat(bobs()).isEqualTo(before + 250);
    }

    @Test
    void thePythonProgramPaysAndSaysWhatIsLeft() throws Exception {
        long before = bobs();
        Run run = pay("pay.py", 125, "rent-of-python");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.json(0).at("/decided/instructionId").asText()).isEqualTo("rent-of-python");
        assertThat(run.output()).containsPattern("left on account 2: [0-9]+ minor units of USD\n$");
        assertThat(bobs()).isEqualTo(before + 125);
    }

    @Test
    void whatCannotBePaidIsToldInWords() throws Exception {
        for (String example : List.of("pay.sh", "pay.py")) {
            Run run = pay(example, 90_000_000, "too-much-" + example);
            assertThat(run.output()).contains("AVAILABLE_BELOW_DEBIT").doesNotContain("Traceback");
            assertThat(run.exitCode()).isNotZero();
        }
    }

    @Test
    void aSettlementIsAffirmedAndWhoeverFollowsSeesIt() throws Exception {
        Receipt instructed = live.town()
                .submit(
                        live.authority(),
                        TownLedger.BOB,
                        new InstructSettlement(
                                List.of(new Leg(
                                        TownLedger.DOLLARS, TownLedger.ALICES_PURSE, TownLedger.BOBS_PURSE, 70)),
                                null,
                                System.currentTimeMillis() + 600_000));
        long settlement = settlement(instructed);
        live.awaitRead();

        Run run = run("affirm.py", TownLedger.ALICE, TownLedger.ALICE, settlement);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).startsWith("ALICE gives BOB 70 minor units of USD\n");
        assertThat(run.json(1).toString()).contains("settlementFinal");
        Process following = new ProcessBuilder(command("follow.py", TownLedger.BOB, "settlements", instructed.index()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = following.inputReader(UTF_8)) {
            JsonNode event = JSON.readTree(lines.readLine());
            assertThat(event.path("event").asText()).isEqualTo("settlement");
            assertThat(event.at("/data/settlement").asLong()).isEqualTo(settlement);
            assertThat(event.at("/data/state").asText()).isEqualTo("FINAL");
        } finally {
            following.destroy();
        }
    }

    private static long settlement(Receipt receipt) {
        Outcome.Accepted accepted = (Outcome.Accepted)
                ((Verdict.Decided) receipt.verdict()).outcomes().getFirst();
        return accepted.events().stream()
                .filter(SettlementEvent.SettlementInstructed.class::isInstance)
                .map(SettlementEvent.SettlementInstructed.class::cast)
                .findFirst()
                .orElseThrow()
                .settlement();
    }
}
