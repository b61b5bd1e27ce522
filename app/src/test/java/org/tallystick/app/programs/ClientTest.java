package org.tallystick.app.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TownLedger;
import org.tallystick.client.Approval;
import org.tallystick.client.Event;
import org.tallystick.client.EventStream;
import org.tallystick.client.Holding;
import org.tallystick.client.LedgerClient;
import org.tallystick.client.Problem;
import org.tallystick.client.Settlement;
import org.tallystick.client.StatementLine;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.signature.SigningKey;

/** What the client for Java does is what an authority does: its gateway, its tables, its node, its log on disk. */
@Timeout(120)
class ClientTest {

    private static final int CAROL = 5;
    private static final int CAROLS_PURSE = 4;
    private static final SigningKey CAROLS_SECOND = TownLedger.key(55);

    @TempDir
    private static Path directory;

    private static LiveTown live;
    private static int payments;

    @BeforeAll
    static void open() throws Exception {
        live = LiveTown.open(directory.resolve("town"));
        live.town()
                .submit(
                        live.authority(),
                        TownLedger.OPERATOR,
                        new RegisterParty(
                                CAROL,
                                "CAROL",
                                "Carol & Daughters",
                                Roles.of(Role.PARTICIPANT),
                                "US",
                                2,
                                List.of(TownLedger.key(CAROL).publicKey(), CAROLS_SECOND.publicKey())),
                        new RegisterAccount(CAROLS_PURSE, CAROL, "purse"));
        live.town().submit(live.authority(), TownLedger.BANK, new IssueCash(TownLedger.DOLLARS, CAROLS_PURSE, 50_000));
    }

    @AfterAll
    static void close() {
        live.close();
    }

    private static LedgerClient client(SigningKey key) {
        return LedgerClient.connect(live.uri(), key);
    }

    private static Payload payment(int party, int from, int to, long amount) {
        payments++;
        long until = System.currentTimeMillis() + 600_000;
        Command command = new InstructSettlement(List.of(new Leg(TownLedger.DOLLARS, from, to, amount)), null, until);
        return new Payload("town", party, "client-" + payments, until, BatchMode.ALL_OR_NOTHING, List.of(command));
    }

    private static Payload alicePays(long amount) {
        return payment(TownLedger.ALICE, TownLedger.ALICES_PURSE, TownLedger.BOBS_PURSE, amount);
    }

    private static long balance(LedgerClient client, int account) throws InterruptedException {
        return client.balances(null).items().stream()
                .filter(holding -> holding.account() == account)
                .mapToLong(Holding::available)
                .sum();
    }

    @Test
    void whoeverHasPaidSeesItAndWhoeverFollowsIsTold() throws Exception {
        SigningKey alice = TownLedger.key(TownLedger.ALICE);
        try (LedgerClient paying = client(alice);
                LedgerClient receiving = client(TownLedger.key(TownLedger.BOB))) {
            long before = balance(paying, TownLedger.ALICES_PURSE);

            Receipt receipt = paying.submit(LedgerClient.sign(alicePays(250), alice));

            assertThat(balance(paying, TownLedger.ALICES_PURSE)).isEqualTo(before - 250);
            StatementLine line =
                    paying.statement(TownLedger.ALICES_PURSE, null).items().getFirst();
            assertThat(line.index()).isEqualTo(receipt.index());
            Settlement settlement = paying.settlements(null).items().getFirst();
            assertThat(settlement.state()).isEqualTo(Settlement.State.FINAL);
            assertThat(settlement.legs().getFirst().amount()).isEqualTo(250);
            try (EventStream events = receiving.eventsAfter("settlements", Long.toString(receipt.index() - 1))) {
                Event event = events.next();
                assertThat(event.id()).isEqualTo(Long.toString(receipt.index()));
                assertThat(event.data().path("state").asText()).isEqualTo("FINAL");
                assertThat(event.data().path("settlement").asLong()).isEqualTo(settlement.settlement());
            }
        }
    }

    @Test
    void whatNobodyCanPayIsAProblemWithTheLedgersReason() {
        SigningKey bob = TownLedger.key(TownLedger.BOB);
        try (LedgerClient client = client(bob)) {
            byte[] envelope = LedgerClient.sign(
                    payment(TownLedger.BOB, TownLedger.BOBS_PURSE, TownLedger.ALICES_PURSE, 90_000_000), bob);
            Problem problem = catchThrowableOfType(Problem.class, () -> client.submit(envelope));
            assertThat(problem.rejection()).contains(RejectionCode.AVAILABLE_BELOW_DEBIT);
        }
    }

    /** More than fit into one request; one of them cannot be paid, and one is handed in by nobody's key. */
    @Test
    void thousandsGoInOneStreamAndCountOnceHoweverOftenTheyAreSent() throws Exception {
        SigningKey alice = TownLedger.key(TownLedger.ALICE);
        List<byte[]> envelopes = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            envelopes.add(LedgerClient.sign(alicePays(1), alice));
        }
        envelopes.set(600, LedgerClient.sign(alicePays(90_000_000), alice));
        envelopes.set(601, LedgerClient.sign(alicePays(1), TownLedger.key(77)));
        try (LedgerClient client = client(alice)) {
            long before = balance(client, TownLedger.ALICES_PURSE);

            List<Receipt> receipts = client.submitAll(envelopes);

            assertThat(receipts).hasSize(1_200).extracting(Receipt::index).isSorted();
            assertThat(outcome(receipts.get(600)))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected -> assertThat(rejected.rejection().code())
                                    .isEqualTo(RejectionCode.AVAILABLE_BELOW_DEBIT));
            assertThat(receipts.get(601).verdict()).isInstanceOf(Verdict.Refused.class);
            assertThat(balance(client, TownLedger.ALICES_PURSE)).isEqualTo(before - 1_198);
            List<Receipt> again = client.submitAll(envelopes);
            assertThat(again.subList(0, 601)).isEqualTo(receipts.subList(0, 601));
            assertThat(balance(client, TownLedger.ALICES_PURSE)).isEqualTo(before - 1_198);
        }
    }

    private static Outcome outcome(Receipt receipt) {
        return ((Verdict.Decided) receipt.verdict()).outcomes().getFirst();
    }

    @Test
    void whatOneKeyHasSignedWaitsForTheSecondWhichReadsItFirst() throws Exception {
        SigningKey first = TownLedger.key(CAROL);
        Payload rent = payment(CAROL, CAROLS_PURSE, TownLedger.BOBS_PURSE, 12_000);
        Payload mistake = payment(CAROL, CAROLS_PURSE, TownLedger.BOBS_PURSE, 50_000);
        try (LedgerClient proposing = client(first);
                LedgerClient approving = client(CAROLS_SECOND)) {
            assertThat(proposing.propose(rent, first))
                    .isInstanceOfSatisfying(
                            Approval.Waiting.class,
                            waiting -> assertThat(waiting.threshold()).isEqualTo(2));
            assertThat(proposing.propose(mistake, first)).isInstanceOf(Approval.Waiting.class);

            assertThat(approving.waiting()).hasSize(2);
            for (Approval.Waiting waiting : approving.waiting()) {
                if (waiting.content().equals(rent)) {
                    assertThat(waiting.signatures())
                            .extracting(Approval.Waiting.By::publicKey)
                            .containsExactly(first.publicKey().toString());
                    assertThat(approving.approve(waiting, CAROLS_SECOND)).isInstanceOf(Approval.HandedIn.class);
                } else {
                    approving.withdraw(waiting);
                }
            }

            assertThat(balance(approving, CAROLS_PURSE)).isEqualTo(38_000);
            assertThat(proposing.waiting()).isEmpty();
        }
    }
}
