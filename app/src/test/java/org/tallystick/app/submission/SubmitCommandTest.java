package org.tallystick.app.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;
import static org.tallystick.app.TownLedger.ALICE;
import static org.tallystick.app.TownLedger.BOB;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;
import org.tallystick.app.TownLedger;
import org.tallystick.app.authority.EmbeddedAuthority;

/** Alice has 1,000.00 dollars on account 2 after entry 2, and pays Bob on account 3. */
class SubmitCommandTest {

    private final String soon = Instant.now()
            .plus(30, ChronoUnit.MINUTES)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");
    private Path alicesKey = Path.of("");

    @BeforeEach
    void aTownWithMoney() throws IOException {
        root = directory.resolve("town");
        alicesKey = TownLedger.keyFile(directory, ALICE);
        TownLedger town = TownLedger.create(root);
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
        }
    }

    @Test
    void paymentsAreCarriedOutOrRejectedEachWithItsReason() throws IOException {
        TallyRun submitted = submit(payment("rent", 25_000), "", "# more than she has", payment("yacht", 9_000_000));
        assertThat(submitted.err()).isEmpty();
        assertThat(submitted.lines())
                .containsExactly(
                        "line 1, entry 3: rent: done, 1 command",
                        "line 4, entry 4: yacht, command 1: REJECTED: AVAILABLE_BELOW_DEBIT (99): "
                                + "Less is available than is to be given. It concerns leg 1, account 2.");
        assertThat(submitted.exitCode()).isEqualTo(1);
        assertThat(tally("balances", "--data", root, "--party", "BOB").out()).contains("250.00");
    }

    @Test
    void theSameLineSubmittedAgainIsNotCarriedOutTwice() throws IOException {
        assertThat(submit(payment("rent", 25_000)).exitCode()).isZero();
        TallyRun again = submit(payment("rent", 25_000));
        assertThat(again.exitCode()).isZero();
        assertThat(again.lines())
                .containsExactly("line 1, entry 4: rent was carried out before; the receipt of entry 3 stands");
        assertThat(tally("balances", "--data", root, "--party", "BOB").out()).contains("250.00");
    }

    @Test
    void anotherLineUnderAUsedIdIsRefused() throws IOException {
        assertThat(submit(payment("rent", 25_000)).exitCode()).isZero();
        TallyRun other = submit(payment("rent", 26_000));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).startsWith("line 1, entry 4: REFUSED: INSTRUCTION_ID_REUSED (13): ");
    }

    @Test
    void anotherPartysKeyDoesNotMoveHerMoney() throws IOException {
        alicesKey = TownLedger.keyFile(directory, BOB);
        TallyRun stolen = submit(payment("theft", 1));
        assertThat(stolen.exitCode()).isEqualTo(1);
        assertThat(stolen.out()).startsWith("line 1, entry 3: REFUSED: THRESHOLD_NOT_MET (11): ");
    }

    @Test
    void aLineThatCannotBeReadKeepsAllFromBeingSubmitted() throws IOException {
        TallyRun broken = submit(payment("rent", 25_000), "{\"party\": 3, \"comands\": []}");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err())
                .startsWith("tally: BAD_INSTRUCTION: ")
                .contains("line 2: ")
                .contains("comands")
                .contains("nothing was submitted");
        assertThat(tally("replay", "--data", root, "--json").out()).contains("\"entries\":2");
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() throws IOException {
        TallyRun broken = submit("{\"party\": 3,, }");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("line 1: ").contains("column 13");
    }

    @Test
    void programsGetTheWholeReceipt() throws IOException {
        assertThat(submitJson(payment("rent", 25_000)).out())
                .startsWith("{\"index\":3,")
                .contains("\"instructionId\":\"rent\"")
                .contains("settlementFinal");
    }

    private String payment(String id, long cents) {
        return """
                {"party": 3, "instructionId": "%s", "validUntilMillis": "%s", "commands": [{"instructSettlement": \
                {"legs": [{"asset": 1, "fromAccount": 2, "toAccount": 3, "amount": %d}], "deadlineMillis": "%s"}}]}""".formatted(id, soon, cents, soon);
    }

    private TallyRun submit(String... lines) throws IOException {
        return tally("submit", file(lines), "--key", alicesKey, "--data", root);
    }

    private TallyRun submitJson(String... lines) throws IOException {
        return tally("submit", file(lines), "--key", alicesKey, "--data", root, "--json");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("instructions.jsonl"), List.of(lines));
    }
}
