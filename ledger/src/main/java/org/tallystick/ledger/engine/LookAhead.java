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

    /** The accounts at the ends of the legs. */
    private int[] ends = new int[MOST_ENDS_OF_ENTRIES];

    private int size;

    /** Keeps the loads from being optimised away; no one reads it. */
    private long seen;

    LookAhead(Instructions instructions, Accounts accounts, Book book) {
        this.instructions = instructions;
        this.accounts = accounts;
        this.book = book;
    }

    void to(List<Command> commands) {
        size = 0;
        note(commands);
        look();
    }

    /**
     * The same for entries of which none has been executed, and where each instruction will be looked for.
     *
     * @return how many of them were looked at: not all where they are large, for more than a cache holds is no use
     */
    int toAll(List<Entry> coming) {
        size = 0;
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

    private void look() {
        long sum = seen + accounts.glance(ends, size) + book.glance(ends, size);
        seen = sum;
    }

    private void note(List<Command> commands) {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof InstructSettlement c) {
                noteLegs(c.legs());
            }
        }
    }

    private void noteLegs(List<Leg> legs) {
        if (size + 2 * legs.size() > ends.length) {
            ends = Arrays.copyOf(ends, 2 * (size + 2 * legs.size()));
        }
        int from = 0;
        int to = 0;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean backAgain = leg.fromAccount() == to && leg.toAccount() == from;
            from = leg.fromAccount();
            to = leg.toAccount();
            if (!backAgain) {
                ends[size++] = from;
                ends[size++] = to;
            }
        }
    }
}
