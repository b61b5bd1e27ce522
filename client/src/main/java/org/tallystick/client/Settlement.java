package org.tallystick.client;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * A settlement that the session's party is part of.
 *
 * @param proposerCode code of the party that instructed it
 * @param instructedMillis ledger time at which it was
 * @param changedMillis ledger time at which its state last changed
 * @param valueDate business date on which to settle; null for at once
 * @param deadlineMillis when it lapses
 * @param failedFor why the last try to settle failed; null if none has
 * @param parties those who must affirm because something is taken from them
 */
public record Settlement(
        long settlement,
        State state,
        String proposerCode,
        long instructedMillis,
        long changedMillis,
        @Nullable LocalDate valueDate,
        long deadlineMillis,
        @Nullable RejectionCode failedFor,
        List<Leg> legs,
        List<Affirmation> parties) {

    /** How it stands. */
    public enum State {
        PENDING,
        FINAL,
        CANCELLED,
        LAPSED
    }

    /**
     * One movement.
     *
     * @param amount in minor units of the asset
     * @param hold the hold it draws on; 0 for what is available
     */
    public record Leg(
            int asset,
            String assetCode,
            int scale,
            int fromAccount,
            String fromCode,
            int toAccount,
            String toCode,
            long amount,
            long hold) {}

    /**
     * One party's word.
     *
     * @param affirmedIndex the entry of the log that gave it; 0 while it has not
     */
    public record Affirmation(int party, String partyCode, long affirmedIndex) {}
}
