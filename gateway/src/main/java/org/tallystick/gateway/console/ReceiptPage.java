package org.tallystick.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.view.ReceiptView;

/**
 * What the page of a receipt shows.
 *
 * @param own whether the visitor's party handed it in, or they see everything
 * @param signed what was signed; null for the timer, for bytes that are no envelope, and where it is another's
 * @param decisions one for each command
 * @param refused why the whole was refused; null unless it was
 * @param firstIndex the entry whose receipt stands, where this one repeats it; else 0
 * @param due facts of work that was due and ran first, as far as the visitor may see them
 * @param dueLeft how many more of them there are than are shown
 * @param withheld how many facts are not shown to this visitor
 */
public record ReceiptPage(
        ReceiptView receipt,
        boolean own,
        @Nullable Signed signed,
        List<Decision> decisions,
        @Nullable Reason refused,
        long firstIndex,
        List<Telling> due,
        int dueLeft,
        int withheld) {

    /** What was signed, and by whom. */
    public record Signed(
            String ledger,
            long validUntilMillis,
            boolean allOrNothing,
            List<Telling> commands,
            List<String> keys,
            String payloadHex) {}

    /**
     * What the ledger decided about one command.
     *
     * @param position from 1
     * @param reason why not; null if it was accepted
     * @param events what came of it
     * @param settlement the settlement it is about; 0 if none
     */
    public record Decision(int position, @Nullable Reason reason, List<Telling> events, long settlement) {}

    /**
     * Why not.
     *
     * @param where which leg and what it is about; may be empty
     */
    public record Reason(RejectionCode code, String where) {}
}
