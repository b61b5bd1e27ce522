package org.tallystick.app.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TownLedger;
import org.tallystick.app.console.Failure;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.Receipts;

class AuthorityTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anotherProcessReachesTheNodeThroughItsSocket() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority node = EmbeddedAuthority.start(town.directory())) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(town.directory().socket())))
                    .isEqualTo("rw-------");
            try (Authority remote = Authorities.open(town.directory())) {
                assertThat(remote).isInstanceOf(RemoteAuthority.class);
                town.settle(remote);
                assertThat(node.node().lastIndex()).isEqualTo(2);
                assertThat(remote.snapshot().join()).isEqualTo(2);
            }
        }
        assertThat(town.directory().socket()).doesNotExist();
    }

    @Test
    void receiptsComeBackInTheOrderOfTheSubmissions() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (EmbeddedAuthority node = EmbeddedAuthority.start(town.directory());
                Authority remote = Authorities.open(town.directory())) {
            town.settle(node);
            List<CompletableFuture<byte[]>> answers = new ArrayList<>();
            for (int payment = 0; payment < 500; payment++) {
                answers.add(remote.submit(town.envelope(TownLedger.ALICE, oneCentToBob())));
            }
            for (int payment = 0; payment < 500; payment++) {
                Receipt receipt = Receipts.decode(answers.get(payment).join());
                assertThat(receipt.index()).isEqualTo(3 + payment);
                assertThat(receipt.verdict())
                        .isInstanceOfSatisfying(
                                Verdict.Decided.class,
                                decided -> assertThat(decided.outcomes())
                                        .singleElement()
                                        .isInstanceOf(Outcome.Accepted.class));
            }
        }
    }

    @Test
    void whereNoNodeRunsOneIsStartedAndTheLedgerGoesOnWhereItEnded() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        try (Authority first = Authorities.open(town.directory())) {
            assertThat(first).isInstanceOf(EmbeddedAuthority.class);
            town.settle(first);
        }
        try (Authority second = Authorities.open(town.directory())) {
            assertThat(town.submit(second, TownLedger.ALICE, oneCentToBob()).index())
                    .isEqualTo(3);
        }
    }

    @Test
    void anEndedNodeIsToldAsALostConnection() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        EmbeddedAuthority node = EmbeddedAuthority.start(town.directory());
        try (Authority remote = Authorities.open(town.directory())) {
            node.close();
            assertThatThrownBy(() -> remote.submit(town.envelope(TownLedger.ALICE, oneCentToBob()))
                            .join())
                    .hasCauseInstanceOf(Failure.class)
                    .hasMessageContaining("submit the same instructions again");
        } finally {
            node.close();
        }
    }

    @Test
    void aGenesisIsReadAsItWasWritten() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("town"));
        assertThat(town.directory().genesis())
                .isEqualTo(new Genesis(
                        "town",
                        "OPERATOR",
                        "Town Council",
                        "US",
                        1,
                        List.of(TownLedger.key(TownLedger.OPERATOR).publicKey())));
    }

    @Test
    void aBrokenGenesisIsToldWithLineAndColumn() throws IOException {
        Path file = Files.writeString(directory.resolve("genesis.json"), """
                {
                  "ledger": "town",
                  "operator": { "code": OPERATOR }
                }
                """);
        assertThatThrownBy(() -> GenesisFile.read(file))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("BAD_GENESIS"))
                .hasMessageContaining("line 3, column ");
    }

    @Test
    void aDirectoryOfOtherThingsIsNotTaken() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear Alice");
        assertThatThrownBy(() -> TownLedger.create(directory))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("DIRECTORY_NOT_EMPTY"));
    }

    private static InstructSettlement oneCentToBob() {
        return new InstructSettlement(
                List.of(new Leg(TownLedger.DOLLARS, TownLedger.ALICES_PURSE, TownLedger.BOBS_PURSE, 1)),
                null,
                System.currentTimeMillis() + 60_000);
    }
}
