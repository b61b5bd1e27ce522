package org.tallystick.app.accounts;

import java.io.IOException;
import java.util.List;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.wire.Receipts;

/** Names and holdings after the last receipt of a journal. Whether a node runs on it makes no difference. */
final class AccountBooks {

    /** Is told of every change of a holding, in the order of the log. */
    interface Listener {
        void changed(Receipt receipt, Change change, Holdings.Balance after);
    }

    private final Names names;
    private final Holdings holdings = new Holdings();
    private final Listener listener;
    private long lastIndex;

    private AccountBooks(Names names, Listener listener) {
        this.names = names;
        this.listener = listener;
    }

    /** Reads all receipts there are. */
    static AccountBooks read(AuthorityDirectory directory) throws IOException {
        return read(directory, (receipt, change, after) -> {});
    }

    /** Reads all receipts there are, telling of what they changed. */
    static AccountBooks read(AuthorityDirectory directory, Listener listener) throws IOException {
        AccountBooks books = new AccountBooks(new Names(directory.genesis()), listener);
        try (JournalCursor cursor = directory.journal().cursor(1)) {
            for (JournalRecord entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (entry instanceof JournalEntry executed) {
                    books.apply(Receipts.decode(executed.receipt()));
                }
            }
        }
        return books;
    }

    Names names() {
        return names;
    }

    Holdings holdings() {
        return holdings;
    }

    /** The last entry read. */
    long lastIndex() {
        return lastIndex;
    }

    private void apply(Receipt receipt) {
        apply(receipt, receipt.due());
        if (receipt.verdict() instanceof Verdict.Decided decided) {
            for (Outcome outcome : decided.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    apply(receipt, accepted.events());
                }
            }
        }
        lastIndex = receipt.index();
    }

    private void apply(Receipt receipt, List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case RegisterEvent registered -> names.apply(registered);
                case Movement movement ->
                    holdings.apply(
                            movement,
                            change -> listener.changed(receipt, change, holdings.of(change.account(), change.asset())));
                case SettlementEvent _, AuctionEvent _, ServicingEvent _ -> {}
            }
        }
    }
}
