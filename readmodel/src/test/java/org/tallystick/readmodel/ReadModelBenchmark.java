package org.tallystick.readmodel;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tallystick.ledger.asset.AssetTerms;
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
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Sha256;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.Signature;

/**
 * How fast the tables follow: receipts of two-leg settlements, one an entry, each signed by both parties and final at once,
 * between accounts drawn evenly. Sums are verified before a rate is printed.
 */
final class ReadModelBenchmark {

    private static final int PARTIES = 200;
    private static final int ACCOUNTS = 20_000;
    private static final int FIRST = 3;
    private static final long EACH = 1_000_000_000L;
    private static final long START_MILLIS = 1_790_000_000_000L;
    private static final Scope ALL = Scope.everything();

    private final Genesis genesis = new Genesis("bench", "OPS", "Operator", "US", 1, List.of(key(1)));
    private final Ledger ledger = Ledger.open(genesis);
    private final MemoryLog log = new MemoryLog();
    private final Random random = new Random(7);
    private long nowMillis = START_MILLIS;
    private long sent;

    private ReadModelBenchmark() {
        List<Command> register = new ArrayList<>();
        register.add(new RegisterParty(2, "ISSUER", "Issuer", Roles.of(Role.CASH_ISSUER), "US", 1, List.of(key(2))));
        for (int party = FIRST; party < FIRST + PARTIES; party++) {
            register.add(new RegisterParty(
                    party, "P" + party, "Party " + party, Roles.of(Role.PARTICIPANT), "US", 1, List.of(key(party))));
        }
        register.add(new RegisterAsset(1, "USD", 2, 2, 1, new AssetTerms.Cash("USD")));
        register.add(new RegisterAsset(2, "EUR", 2, 2, 1, new AssetTerms.Cash("EUR")));
        execute(1, 0, register);
        for (int from = 1; from <= ACCOUNTS; from += 500) {
            List<Command> accounts = new ArrayList<>();
            List<Command> cash = new ArrayList<>();
            for (int account = from; account < from + 500; account++) {
                accounts.add(new RegisterAccount(account, owner(account), "a" + account));
                cash.add(new IssueCash(1, account, EACH));
                cash.add(new IssueCash(2, account, EACH));
            }
            execute(1, 0, accounts);
            execute(2, 0, cash);
        }
    }

    private static int owner(int account) {
        return FIRST + account % PARTIES;
    }

    private static PublicKey key(int party) {
        return new PublicKey(ByteBuffer.allocate(PublicKey.LENGTH).putInt(party).array());
    }

    private void execute(int party, int other, List<Command> commands) {
        Payload payload =
                new Payload("bench", party, "B" + ++sent, nowMillis + 60_000, BatchMode.INDEPENDENT, commands);
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
        log.append(envelope, receipt);
    }

    private void settle(int count) {
        for (int i = 0; i < count; i++) {
            int from = 1 + random.nextInt(ACCOUNTS);
            int to = 1 + random.nextInt(ACCOUNTS);
            if (owner(from) == owner(to)) {
                to = to % ACCOUNTS + 1;
            }
            long amount = 1L + random.nextInt(10_000);
            nowMillis += i % 30 == 0 ? 1 : 0;
            List<Leg> legs = List.of(new Leg(1, from, to, amount), new Leg(2, to, from, amount));
            execute(owner(from), owner(to), List.of(new InstructSettlement(legs, null, nowMillis + 60_000)));
        }
    }

    /** Holdings, movements and supply add up to the same, and every settlement is there. */
    private void verify(Views views) {
        if (views.position() != ledger.lastIndex()) {
            throw new IllegalStateException("the tables are at " + views.position());
        }
        views.supply().forEach(supply -> {
            if (supply.outstanding() != EACH * ACCOUNTS
                    || supply.outstanding() != ledger.book().supply(supply.asset())) {
                throw new IllegalStateException("outstanding: " + supply);
            }
        });
        int[] holdings = new int[1];
        BookComparison.all(page -> views.holdings(ALL, page)).forEach(holding -> {
            holdings[0]++;
            if (holding.available() != ledger.book().available(holding.account(), holding.asset())) {
                throw new IllegalStateException("not as in the book: " + holding);
            }
        });
        if (holdings[0] != 2 * ACCOUNTS) {
            throw new IllegalStateException(holdings[0] + " holdings");
        }
    }

    private static void print(String what, long count, long nanos) {
        System.out.printf(Locale.ROOT, "%-48s %,12.0f /s   %,.1f s%n", what, count * 1e9 / nanos, nanos / 1e9);
    }

    public static void main(String[] args) throws Exception {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        boolean postgres = args.length < 2 || args[1].equals("postgres");
        ReadModelBenchmark bench = new ReadModelBenchmark();
        bench.settle(entries);
        System.out.printf(Locale.ROOT, "%,d receipts of two legs, %,d accounts%n", entries, ACCOUNTS);
        if (postgres) {
            try (PostgresCluster cluster = PostgresCluster.start(
                    PostgresCluster.installed().orElseThrow(),
                    "shared_buffers = 1GB\nmax_wal_size = 8GB\ncheckpoint_timeout = 15min\n")) {
                bench.run(cluster.fresh(), entries);
            }
        } else {
            bench.run(TestDatabase.IN_FILES.fresh(), entries);
        }
    }

    private void run(ReadModelConfig config, int entries) throws Exception {
        try (ReadModel model = ReadModel.open(config, genesis)) {
            long begun = System.nanoTime();
            model.rebuild(log, entry -> {});
            long took = System.nanoTime() - begun;
            verify(model.views());
            print("rebuild", entries, took);
            int more = entries / 5;
            settle(more);
            begun = System.nanoTime();
            try (Projection projection = model.project(log)) {
                if (!projection.await(ledger.lastIndex(), Duration.ofMinutes(5))) {
                    throw new IllegalStateException("not there: " + projection.failure());
                }
            }
            took = System.nanoTime() - begun;
            verify(model.views());
            print("following, after a restart", more, took);
            reads(model.views(), "balance of an account, one thread");
        }
    }

    private void reads(Views views, String what) {
        int count = 100_000;
        for (int round = 0; round < 2; round++) {
            long found = 0;
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int account = 1 + random.nextInt(ACCOUNTS);
                found += views.holding(Scope.ofParty(owner(account)), account, 1)
                                .orElseThrow()
                                .held()
                        + 1;
            }
            if (found != count) {
                throw new IllegalStateException("something is held");
            }
            if (round == 1) {
                print(what, count, System.nanoTime() - begun);
            }
        }
    }
}
