package org.tallystick.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.node.Node;
import org.tallystick.node.NodeConfig;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.signature.SigningKey;

/** The real ledger on a real node: signed envelopes in, receipts out, and the same state after every kind of restart. */
class LedgerMachineTest {

    private static final String LEDGER = "ledger-machine-test";
    private static final SigningKey OPERATOR = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
    private static final Genesis GENESIS =
            new Genesis(LEDGER, "OPS", "Operator", "US", 1, List.of(OPERATOR.publicKey()));

    @TempDir
    private Path directory;

    private int sent;

    private Node start() {
        return Node.start(NodeConfig.builder(directory, LEDGER).build(), new LedgerMachineFactory(GENESIS));
    }

    private byte[] envelope(Command... commands) {
        sent++;
        Payload payload = new Payload(
                LEDGER, 1, "I" + sent, System.currentTimeMillis() + 600_000, BatchMode.INDEPENDENT, List.of(commands));
        return Envelopes.sign(payload, new byte[16], OPERATOR);
    }

    private static Receipt submit(Node node, byte[] envelope) {
        return Receipts.decode(
                node.submit(envelope).orTimeout(60, TimeUnit.SECONDS).join());
    }

    private static String stateHash(Node node) {
        return node.inspect(machine ->
                        ((LedgerMachine) machine).ledger().stateHash().toString())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private byte[] worldWithOneMillionDollars() {
        return envelope(
                new RegisterParty(
                        2, "FED", "Central bank", Roles.of(Role.CASH_ISSUER), "US", 1, List.of(key(2).publicKey())),
                new RegisterAccount(1, 1, "house"),
                new RegisterAsset(1, "USD", 2, 2, 1, new AssetTerms.Cash("USD")));
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        seed[0] = (byte) number;
        return SigningKey.fromSeed(seed);
    }

    @Test
    void aSignedInstructionIsDecidedAndSurvivesARestartWithAndWithoutASnapshot() {
        String hash;
        try (Node node = start()) {
            Verdict verdict = submit(node, worldWithOneMillionDollars()).verdict();
            assertThat(((Verdict.Decided) verdict).outcomes()).hasOnlyElementsOfType(Outcome.Accepted.class);
            node.snapshot().orTimeout(60, TimeUnit.SECONDS).join();
            submit(node, envelope(new RegisterAccount(2, 1, "second")));
            hash = stateHash(node);
        }
        try (Node node = start()) {
            assertThat(stateHash(node)).isEqualTo(hash);
            assertThat(node.lastIndex()).isEqualTo(2);
        }
    }

    @Test
    void bytesThatAreNoEnvelopeAreInTheLogWithTheirReceipt() {
        try (Node node = start()) {
            Receipt receipt = submit(node, new byte[] {1, 2, 3});

            assertThat(receipt.index()).isEqualTo(1);
            assertThat(((Verdict.Refused) receipt.verdict()).rejection().code()).isEqualTo(RejectionCode.MALFORMED);
        }
    }

    @Test
    void aReplayComesToWhatWasJudgedWhateverWasWrongWithAnEnvelope() {
        byte[] accepted = worldWithOneMillionDollars();
        byte[] forged = envelope(new RegisterAccount(2, 1, "second"));
        forged[forged.length - 1] ^= 1;
        List<Receipt> before = new ArrayList<>();
        String hash;
        try (Node node = start()) {
            for (byte[] envelope : List.of(accepted, forged, new byte[] {1, 2, 3}, accepted, forged)) {
                before.add(submit(node, envelope));
            }
            hash = stateHash(node);
        }
        assertThat(((Verdict.Refused) before.get(1).verdict()).rejection().code())
                .isEqualTo(RejectionCode.BAD_SIGNATURE);
        assertThat(before.get(3).verdict()).isInstanceOf(Verdict.Repeated.class);
        try (Node node = start()) {
            assertThat(node.lastIndex()).isEqualTo(5);
            assertThat(stateHash(node)).isEqualTo(hash);
            assertThat(((Verdict.Refused) submit(node, forged).verdict())
                            .rejection()
                            .code())
                    .as("judged anew, being new")
                    .isEqualTo(RejectionCode.BAD_SIGNATURE);
        }
    }

    @Test
    void aHoldThatExpiresIsReleasedByTheLedgersOwnTimer() {
        try (Node node = start()) {
            submit(node, worldWithOneMillionDollars());
            Payload issue = new Payload(
                    LEDGER,
                    2,
                    "ISSUE",
                    System.currentTimeMillis() + 600_000,
                    BatchMode.INDEPENDENT,
                    List.of(new IssueCash(1, 1, 100)));
            submit(node, Envelopes.sign(issue, new byte[16], key(2)));
            submit(
                    node,
                    envelope(new PlaceHold(
                            1, 1, 100, new Beneficiary.Party(2), System.currentTimeMillis() + 1_000, "for a second")));

            while (node.lastIndex() < 4) {
                assertThat(node.failure()).isEmpty();
                Thread.onSpinWait();
            }

            assertThat(available(node)).isEqualTo(100);
        }
    }

    private static long available(Node node) {
        return node.inspect(machine -> ((LedgerMachine) machine).ledger().book().available(1, 1))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aSnapshotOfAnotherLedgerIsRefusedWithBothNames() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LedgerMachineFactory(GENESIS).create().writeSnapshot(bytes);
        Genesis other = new Genesis("other", "OPS", "Operator", "US", 1, List.of(OPERATOR.publicKey()));

        assertThatThrownBy(() -> new LedgerMachineFactory(other).restore(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessage("the snapshot is of the ledger ledger-machine-test, not of other");
    }
}
