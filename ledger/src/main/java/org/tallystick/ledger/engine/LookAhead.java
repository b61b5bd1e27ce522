package org.tallystick.ledger.engine;

import java.util.List;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.register.Accounts;

/**
 * Reads what the settlements of an entry will need before the first is decided, so that their waits for memory overlap.
 * It changes nothing and decides nothing; without it the ledger is the same, and on many accounts slower.
 */
final class LookAhead {

    private final Accounts accounts;
    private final Book book;

    /** Keeps the loads from being optimised away; no one reads it. */
    private long seen;

    LookAhead(Accounts accounts, Book book) {
        this.accounts = accounts;
        this.book = book;
    }

    void to(List<Command> commands) {
        long sum = seen;
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof InstructSettlement c) {
                sum += lookAtAccounts(c.legs()) + book.lookAhead(c.legs());
            }
        }
        seen = sum;
    }

    private long lookAtAccounts(List<Leg> legs) {
        long sum = 0;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            sum += accounts.glanceAt(leg.fromAccount()) + accounts.glanceAt(leg.toAccount());
        }
        return sum;
    }
}
