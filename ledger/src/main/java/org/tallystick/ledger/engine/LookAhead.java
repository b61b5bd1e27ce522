package org.tallystick.ledger.engine;

import java.util.Arrays;
import java.util.List;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.register.Accounts;

/**
 * Reads the accounts and holdings that the settlements of an entry, or of several, will need before the first is decided.
 *
 * <p>On a large ledger a leg waits for memory most of its time. Loads that do not depend on each other wait together, so
 * reading ahead for all legs of an entry, in a loop that does nothing else, is several times faster than meeting each miss
 * alone. It changes nothing and decides nothing; without it the ledger is the same.
 */
final class LookAhead {

    private static final int MOST_ENDS_OF_ENTRIES = 512;

    private final Instructions instructions;
    private final Accounts accounts;
    private final Book book;

    /** The accounts at the ends of the legs; those of a delivery's way back only once. */
    private int[] ends = new int[MOST_ENDS_OF_ENTRIES];

    private int size;

    /** Where many holdings stand away from their account's first: account and asset at each end of each leg. */
    private int[] holders = new int[MOST_ENDS_OF_ENTRIES];

    private int[] assets = new int[MOST_ENDS_OF_ENTRIES];
    private int holdings;

    /** Keeps the loads from being optimised away; no one reads it. */
    private long seen;

    LookAhead(Instructions instructions, Accounts accounts, Book book) {
        this.instructions = instructions;
        this.accounts = accounts;
        this.book = book;
    }

    void to(List<Command> commands) {
        forget();
        note(commands);
        look();
    }

    /**
     * The same for entries of which none has been executed, and where each instruction will be looked for.
     *
     * @return how many of them were looked at: not all where they are large, for more than a cache holds is no use
     */
    int toAll(List<Entry> coming) {
        forget();
        long sum = seen;
        int entries = 0;
        while (entries < coming.size() && size < MOST_ENDS_OF_ENTRIES) {
            if (coming.get(entries++) instanceof Entry.Instruction e) {
                sum += instructions.glance(e.key());
                note(e.payload().commands());
            }
        }
        seen = sum + instructions.glanceAtOldest(entries);
        look();
        return entries;
    }

    private void forget() {
        size = 0;
        holdings = 0;
    }

    private void look() {
        long sum = seen + accounts.glance(ends, size) + book.glance(ends, size);
        seen = sum + book.glanceAway(holders, assets, holdings);
    }

    private void note(List<Command> commands) {
        boolean manyAway = book.manyAway();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof InstructSettlement c) {
                noteEnds(c.legs());
                if (manyAway) {
                    noteHoldings(c.legs());
                }
            }
        }
    }

    private void noteEnds(List<Leg> legs) {
        ends = withRoom(ends, size + 2 * legs.size());
        int from = 0;
        int to = 0;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean wayBack = leg.fromAccount() == to && leg.toAccount() == from;
            from = leg.fromAccount();
            to = leg.toAccount();
            if (!wayBack) {
                ends[size++] = from;
                ends[size++] = to;
            }
        }
    }

    private void noteHoldings(List<Leg> legs) {
        holders = withRoom(holders, holdings + 2 * legs.size());
        assets = withRoom(assets, holdings + 2 * legs.size());
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            assets[holdings] = leg.asset();
            holders[holdings++] = leg.fromAccount();
            assets[holdings] = leg.asset();
            holders[holdings++] = leg.toAccount();
        }
    }

    private static int[] withRoom(int[] numbers, int room) {
        return numbers.length < room ? Arrays.copyOf(numbers, 2 * room) : numbers;
    }
}
