package org.tallystick.bench.readmodel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.Signature;

/**
 * A ledger in memory whose receipts are written down: settlements of two legs, one an entry, between accounts of two
 * parties, drawn evenly, each signed by both and final at once. Whoever reads receipts checks no signatures, so these are
 * blank.
 */
final class SettlingLedger {

    /** What each account has of either currency in the beginning. */
    static final long EACH = 1_000_000_000L;

    private static final int PARTIES = 200;
    private static final int FIRST = 3;
    private static final int ISSUER = 2;
    private static final int TOGETHER = 500;
    private static final int ENTRIES_A_MILLISECOND = 30;
    private static final long START_MILLIS = 1_790_000_000_000L;
    private static final long VALID_MILLIS = 60_000;

    private final Genesis genesis = new Genesis("bench", "OPS", "Operator", "US", 1, List.of(key(1)));
    private final Ledger ledger = Ledger.open(genesis);
    private final ReceiptLog log = new ReceiptLog();
    private final SplittableRandom random = new SplittableRandom(7);
    private final int accounts;
    private long nowMillis = START_MILLIS;
    private long sent;

    /** @param accounts how many, even */
    SettlingLedger(int accounts) {
        this.accounts = accounts;
        List<Command> register = new ArrayList<>();
        register.add(new RegisterParty(
                ISSUER, "ISSUER", "Issuer", Roles.of(Role.CASH_ISSUER), "US", 1, List.of(key(ISSUER))));
        for (int party = FIRST; party < FIRST + PARTIES; party++) {
            register.add(new RegisterParty(
                    party, "P" + party, "Party " + party, Roles.of(Role.PARTICIPANT), "US", 1, List.of(key(party))));
        }
        register.add(new RegisterAsset(1, "USD", ISSUER, 2, 1, new AssetTerms.Cash("USD")));
        register.add(new RegisterAsset(2, "EUR", ISSUER, 2, 1, new AssetTerms.Cash("EUR")));
        execute(1, 0, register);
        for (int from = 1; from <= accounts; from += TOGETHER) {
            List<Command> opened = new ArrayList<>();
            List<Command> cash = new ArrayList<>();
            for (int account = from; account < Math.min(from + TOGETHER, accounts + 1); account++) {
                opened.add(new RegisterAccount(account, owner(account), "a" + account));
                cash.add(new IssueCash(1, account, EACH));
                cash.add(new IssueCash(2, account, EACH));
            }
            execute(1, 0, opened);
            execute(ISSUER, 0, cash);
        }
    }

    static int owner(int account) {
        return FIRST + account % PARTIES;
    }

    private static PublicKey key(int party) {
        return new PublicKey(ByteBuffer.allocate(PublicKey.LENGTH).putInt(party).array());
    }

    Genesis genesis() {
        return genesis;
    }

    ReceiptLog log() {
        return log;
    }

    Book book() {
        return ledger.book();
    }

    int accounts() {
        return accounts;
    }

    /** So many more entries. */
    void settle(int count) {
        for (int i = 0; i < count; i++) {
            int from = 1 + random.nextInt(accounts);
            int to = 1 + random.nextInt(accounts);
            if (owner(from) == owner(to)) {
                to = to % accounts + 1;
            }
            long amount = 1L + random.nextInt(10_000);
            nowMillis += i % ENTRIES_A_MILLISECOND == 0 ? 1 : 0;
            List<Leg> legs = List.of(new Leg(1, from, to, amount), new Leg(2, to, from, amount));
            execute(owner(from), owner(to), List.of(new InstructSettlement(legs, null, nowMillis + VALID_MILLIS)));
        }
    }

    private void execute(int party, int other, List<Command> commands) {
        Payload payload =
                new Payload("bench", party, "B" + ++sent, nowMillis + VALID_MILLIS, BatchMode.INDEPENDENT, commands);
        byte[] bytes = Envelopes.payloadBytes(payload, new byte[PayloadCodec.NONCE_LENGTH]);
        List<PublicKey> signers = other == 0 ? List.of(key(party)) : List.of(key(party), key(other));
        byte[] envelope = Envelopes.seal(
                bytes,
                signers.stream()
                        .map(key -> new Signature(key, new byte[Signature.LENGTH]))
                        .toList());
        Receipt receipt = ledger.execute(nowMillis, new Entry.Instruction(payload, Sha256.of(bytes), signers));
        if (!(receipt.verdict() instanceof Verdict.Decided decided)
                || decided.outcomes().stream().anyMatch(Outcome.Rejected.class::isInstance)) {
            throw new IllegalStateException("not done: " + receipt);
        }
        log.append(new LoggedEntry(receipt.index(), receipt.timeMillis(), envelope, Receipts.encode(receipt)));
    }
}
