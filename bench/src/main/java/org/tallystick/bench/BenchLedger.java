package org.tallystick.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;

/** A ledger of cash assets and as many accounts as asked for, all of one participant, each with some of every asset. */
final class BenchLedger {

    static final int FIRST_ASSET = 1;
    static final int SECOND_ASSET = 2;

    private static final String NAME = "bench";
    private static final int OPERATOR = 1;
    private static final int ISSUER = 2;
    private static final int PARTICIPANT = 3;
    private static final int COMMANDS_PER_PAYLOAD = 4_096;
    private static final long EACH = 100_000_000_000L;
    private static final long START_MILLIS = 1_660_000_000_000L;
    private static final long VALIDITY_MILLIS = 60_000;

    final Ledger ledger;
    final int accounts;

    /** The assets that accounts are endowed with and trade. */
    final List<Integer> assets;

    private long sent;
    private long rejected;

    BenchLedger(int accounts, List<Integer> assets) {
        this.accounts = accounts;
        this.assets = assets;
        this.ledger = Ledger.open(new Genesis(NAME, "OPS", "Operator", "US", 1, List.of(key(OPERATOR))));
        send(
                OPERATOR,
                List.of(
                        new RegisterParty(
                                ISSUER, "ISSUER", "Issuer", Roles.of(Role.CASH_ISSUER), "US", 1, List.of(key(ISSUER))),
                        new RegisterParty(
                                PARTICIPANT,
                                "PARTICIPANT",
                                "Participant",
                                Roles.of(Role.PARTICIPANT),
                                "US",
                                1,
                                List.of(key(PARTICIPANT))),
                        new RegisterAsset(FIRST_ASSET, "USD", ISSUER, 2, 1, new AssetTerms.Cash("USD"))));
        for (int asset = SECOND_ASSET; asset <= assets.getLast(); asset++) {
            send(OPERATOR, List.of(new RegisterAsset(asset, "EUR-" + asset, ISSUER, 2, 1, new AssetTerms.Cash("EUR"))));
        }
        List<Command> batch = new ArrayList<>();
        for (int account = 1; account <= accounts; account++) {
            batch.add(new RegisterAccount(account, PARTICIPANT, "a" + account));
            flush(OPERATOR, batch, account == accounts);
        }
    }

    /** Gives every account some of an asset. */
    void endow(int asset) {
        List<Command> batch = new ArrayList<>();
        for (int account = 1; account <= accounts; account++) {
            batch.add(new IssueCash(asset, account, EACH));
            flush(ISSUER, batch, account == accounts);
        }
    }

    private void flush(int party, List<Command> batch, boolean last) {
        if (batch.size() == COMMANDS_PER_PAYLOAD || last) {
            send(party, List.copyOf(batch));
            batch.clear();
        }
    }

    private static PublicKey key(int party) {
        return new PublicKey(ByteBuffer.allocate(PublicKey.LENGTH).putInt(party).array());
    }

    /** An instruction of the participant, as it would come out of decoding and signature checks. */
    Entry.Instruction instruction(long number, List<Command> commands) {
        return instruction(PARTICIPANT, number, commands);
    }

    private static Entry.Instruction instruction(int party, long number, List<Command> commands) {
        Payload payload =
                new Payload(NAME, party, "B" + number, START_MILLIS + VALIDITY_MILLIS, BatchMode.INDEPENDENT, commands);
        Digest digest =
                new Digest(ByteBuffer.allocate(Digest.LENGTH).putLong(number).array());
        return new Entry.Instruction(payload, digest, List.of(key(party)));
    }

    private void send(int party, List<Command> commands) {
        execute(instruction(party, --sent, commands));
    }

    Receipt execute(Entry.Instruction entry) {
        Receipt receipt = ledger.execute(START_MILLIS, entry);
        if (!(receipt.verdict() instanceof Verdict.Decided decided)) {
            throw new IllegalStateException("not decided: " + receipt.verdict());
        }
        for (Outcome outcome : decided.outcomes()) {
            if (outcome instanceof Outcome.Rejected) {
                rejected++;
            }
        }
        return receipt;
    }

    /**
     * Sums every holding anew.
     *
     * @throws IllegalStateException if anything was rejected or a unit is missing
     */
    void verify() {
        if (rejected != 0) {
            throw new IllegalStateException(rejected + " commands were rejected");
        }
        long[] sums = new long[assets.getLast() + 1];
        ledger.book().forEachHolding((account, asset, available, held) -> sums[asset] += available + held);
        for (int asset : assets) {
            if (sums[asset] != ledger.book().supply(asset) || sums[asset] % EACH != 0) {
                throw new IllegalStateException("asset " + asset + ": holdings add up to " + sums[asset]);
            }
        }
    }
}
