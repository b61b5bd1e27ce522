package org.tallystick.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;
import org.tallystick.app.TownLedger;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.node.ledger.LedgerMachineFactory;
import org.tallystick.node.machine.Machine;

class ReplayCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyReceiptAndTheStateComeOutTheSame() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        String stateHash;
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
            authority.submit("no envelope".getBytes(StandardCharsets.US_ASCII)).join();
            authority.snapshot().join();
            stateHash = HexFormat.of()
                    .formatHex(authority.node().inspect(Machine::stateHash).join());
        }
        TallyRun replayed = tally("replay", "--data", town.root());
        assertThat(replayed.exitCode()).isZero();
        assertThat(replayed.lines())
                .containsExactly(
                        "3 entries give the same receipts again; 1 marks of the state compared.",
                        "state hash " + stateHash);
        assertThat(tally("replay", "--data", town.root(), "--json").out())
                .isEqualTo("{\"holds\":true,\"entries\":3,\"marks\":1,\"stateHash\":\"" + stateHash + "\"}\n");
    }

    @Test
    void aLedgerThatBeganOtherwiseDiffersAtItsFirstEntry() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
        }
        Genesis other = new Genesis(
                "town",
                "OPERATOR",
                "Town Council",
                "US",
                1,
                List.of(TownLedger.key(TownLedger.BOB).publicKey()));
        Replay.Result result =
                Replay.run(town.directory().journal(), new LedgerMachineFactory(other).create(), index -> {});
        assertThat(result.holds()).isFalse();
        assertThat(result.difference()).isEqualTo("entry 1: the receipt computed is not the receipt that was given");
    }

    @Test
    void aDirectoryInUseByANodeCanBeReplayedAllTheSame() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
            assertThat(tally("replay", "--data", town.root()).exitCode()).isZero();
            assertThat(tally("snapshot", "--data", town.root()).out())
                    .isEqualTo("The snapshot holds the state after entry 2.\n");
        }
    }

    @Test
    void aGenesisThatIsNotTheLedgersIsRefused() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        Path genesis = Files.writeString(
                directory.resolve("other.json"),
                Files.readString(town.root().resolve("genesis.json")).replace("Town Council", "Village Council"));
        TallyRun started = tally("node", "--data", town.root(), "--genesis", genesis, "--no-http");
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(started.err()).startsWith("tally: ANOTHER_GENESIS: ");
    }

    @Test
    void aSecondNodeOnTheSameDirectoryIsRefused() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            assertThat(authority.node().lastIndex()).isZero();
            TallyRun second = tally("node", "--data", town.root(), "--no-http");
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.err()).startsWith("tally: DATA_DIRECTORY_IN_USE: ");
        }
    }

    @Test
    void aDemonstrationLedgerBeginsOnceAndStartsAgain() {
        Path root = directory.resolve("demo");
        TallyRun begun = tally("node", "--data", root, "--demo", "--check", "--port", "0");
        assertThat(begun.exitCode()).isZero();
        assertThat(begun.lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("The ledger demo is ready after entry 0, in ");
        assertThat(begun.lines().getLast()).startsWith("Console and API: http://127.0.0.1:");
        assertThat(root.resolve("keys/OPERATOR.pem")).exists();
        assertThat(tally("node", "--data", root, "--demo", "--check", "--no-http", "--json")
                        .out())
                .startsWith("{\"ready\":true,\"ledger\":\"demo\",\"lastIndex\":0,");
    }
}
