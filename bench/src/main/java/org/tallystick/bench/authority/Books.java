package org.tallystick.bench.authority;

import java.util.Locale;
import org.tallystick.bench.load.Run;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.Receipts;

/** Every holding, kept a second time from the receipts alone, and held against the ledger's own when a run is over. */
final class Books {

    private final World world;
    private final long[][] balances;
    private int accepted;
    private int rejected;

    private Books(World world, long[][] balances) {
        this.world = world;
        this.balances = balances;
    }

    /** Begins with what the ledger says now. */
    static Books open(World world) {
        return new Books(world, world.ask(ledger -> balances(ledger.book(), world.accounts())));
    }

    private static long[][] balances(Book book, int accounts) {
        long[][] balances = new long[World.NOTE + 1][Founding.FIRST_ACCOUNT + accounts];
        book.forEachHolding((account, asset, available, held) -> balances[asset][account] = available + held);
        return balances;
    }

    /**
     * Counts the receipts of a run, moves what they say was moved, and compares.
     *
     * @param commands in each envelope of the run
     * @throws IllegalStateException if a request has neither receipt nor refusal, if a receipt is not a decision on all
     *     commands, or if any holding or supply of the ledger is not what the receipts come to
     */
    void close(Run run, int commands) {
        int receipts = 0;
        for (int request = 0; request < run.requests(); request++) {
            byte[] bytes = run.receipt(request);
            if (bytes != null) {
                receipts++;
                count(Receipts.decode(bytes), commands);
            }
        }
        if (receipts + run.refused() != run.requests()) {
            throw wrong("%d requests, but %d receipts and %d refusals", run.requests(), receipts, run.refused());
        }
        compare();
    }

    private void count(Receipt receipt, int commands) {
        if (!(receipt.verdict() instanceof Verdict.Decided decided)) {
            throw wrong("entry %d was not decided: %s", receipt.index(), receipt.verdict());
        }
        if (decided.outcomes().size() != commands) {
            throw wrong(
                    "entry %d answers %d of %d commands",
                    receipt.index(), decided.outcomes().size(), commands);
        }
        for (Outcome outcome : decided.outcomes()) {
            switch (outcome) {
                case Outcome.Accepted a -> {
                    accepted++;
                    a.events().forEach(this::move);
                }
                case Outcome.Rejected r -> rejected++;
            }
        }
    }

    private void move(Event event) {
        if (event instanceof Movement.Posted posted) {
            for (Leg leg : posted.legs()) {
                balances[leg.asset()][leg.fromAccount()] -= leg.amount();
                balances[leg.asset()][leg.toAccount()] += leg.amount();
            }
        }
    }

    /**
     * Holds the ledger's holdings against these, and their sums against the supplies.
     *
     * @throws IllegalStateException if any is another
     */
    void compare() {
        long[][] ledgers = world.ask(ledger -> balances(ledger.book(), world.accounts()));
        for (int asset = World.DOLLARS; asset <= World.NOTE; asset++) {
            long sum = 0;
            for (int account = 0; account < balances[asset].length; account++) {
                long balance = ledgers[asset][account];
                if (balance != balances[asset][account] || balance < 0) {
                    throw wrong(
                            "account %d, asset %d: the ledger has %d, the receipts come to %d",
                            account, asset, balance, balances[asset][account]);
                }
                sum += balance;
            }
            int number = asset;
            long supply = world.ask(ledger -> ledger.book().supply(number));
            if (sum != supply) {
                throw wrong("asset %d: holdings add up to %d, the supply is %d", asset, sum, supply);
            }
        }
    }

    /** Commands accepted in all runs so far. */
    int accepted() {
        return accepted;
    }

    /** Commands rejected in all runs so far. */
    int rejected() {
        return rejected;
    }

    private static IllegalStateException wrong(String how, Object... values) {
        return new IllegalStateException(
                "the end state is wrong, so no rate is printed: " + String.format(Locale.ROOT, how, values));
    }
}
