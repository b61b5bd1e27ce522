package org.tallystick.bench.http;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.tallystick.bench.authority.Founding;
import org.tallystick.bench.authority.World;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.Receipts;

/** Every balance: read over HTTP once, moved by receipts from then on, and held against what is read over HTTP again. */
final class Balances {

    private static final int CONNECTIONS = 16;

    private final Authority authority;
    private final Reads reads;
    private final long[] available;

    private Balances(Authority authority, Reads reads, long[] available) {
        this.authority = authority;
        this.reads = reads;
        this.available = available;
    }

    /**
     * Begins with what can be read now.
     *
     * @throws IllegalStateException if an account, the first aside, which paid for the note, has not what it was founded with
     */
    static Balances read(Authority authority, Reads reads) throws IOException {
        long[] available = readAll(authority, reads);
        for (int balance = Reads.balance(Founding.FIRST_ACCOUNT + 1, 1); balance < available.length; balance++) {
            if (available[balance] != Founding.EACH) {
                throw wrong("account %d was founded with %d".formatted(Reads.account(balance), available[balance]));
            }
        }
        return new Balances(authority, reads, available);
    }

    private static long[] readAll(Authority authority, Reads reads) throws IOException {
        long[] available = new long[reads.count()];
        var unused = HttpLoad.flood(
                authority.address(),
                CONNECTIONS,
                reads.count(),
                reads::request,
                (balance, status, body) -> available[balance] = Reads.available(balance, status, body));
        return available;
    }

    /** What there is of one. */
    long of(int balance) {
        return available[balance];
    }

    /**
     * Moves what receipts say was moved.
     *
     * @return the last entry that there is a receipt of
     * @throws IllegalStateException unless there are so many receipts, of as many entries, with everything accepted
     */
    long move(List<byte[]> receipts, int expected) {
        BitSet entries = new BitSet();
        for (byte[] bytes : receipts) {
            Receipt receipt = Receipts.decode(bytes);
            if (!World.isAccepted(receipt)) {
                throw wrong("not accepted: " + receipt);
            }
            entries.set(Math.toIntExact(receipt.index()));
            move(receipt);
        }
        if (entries.cardinality() != expected) {
            throw wrong("%d envelopes, but receipts of %d entries".formatted(expected, entries.cardinality()));
        }
        return entries.length() - 1L;
    }

    private void move(Receipt receipt) {
        for (Outcome outcome : ((Verdict.Decided) receipt.verdict()).outcomes()) {
            ((Outcome.Accepted) outcome)
                    .events().stream()
                            .filter(Movement.Posted.class::isInstance)
                            .forEach(event -> ((Movement.Posted) event).legs().forEach(this::move));
        }
    }

    private void move(Leg leg) {
        available[Reads.balance(leg.fromAccount(), leg.asset())] -= leg.amount();
        available[Reads.balance(leg.toAccount(), leg.asset())] += leg.amount();
    }

    /**
     * Reads all of them again.
     *
     * @throws IllegalStateException if one is not what the receipts come to
     */
    void compare() throws IOException {
        long[] now = readAll(authority, reads);
        for (int balance = 0; balance < now.length; balance++) {
            if (now[balance] != available[balance]) {
                throw wrong("account %d, asset %d: over HTTP it is %d, the receipts come to %d"
                        .formatted(Reads.account(balance), Reads.asset(balance), now[balance], available[balance]));
            }
        }
    }

    private static IllegalStateException wrong(String how) {
        return new IllegalStateException("the end state is wrong, so no rate is printed: " + how);
    }
}
