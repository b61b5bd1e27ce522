package org.tallystick.readmodel.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * A settlement.
 *
 * @param proposer the party that instructed it
 * @param instructedIndex the entry that did
 * @param changedIndex the last entry that told of it: instructed, affirmed, failed, agreed to cancel, or ended
 * @param changedMillis its time
 * @param valueDate business date on which to settle; null for at once
 * @param deadlineMillis when it lapses
 * @param failedFor why the last try to settle failed; null if none has, or it is final
 * @param parties those who must affirm because something is taken from them, and whether they have
 */
public record SettlementView(
        long settlement,
        int proposer,
        String proposerCode,
        State state,
        long instructedIndex,
        long instructedMillis,
        long changedIndex,
        long changedMillis,
        @Nullable LocalDate valueDate,
        long deadlineMillis,
        @Nullable RejectionCode failedFor,
        List<LegView> legs,
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
     * @param hold the hold it draws on; 0 for what is available
     */
    public record LegView(
            int leg,
            int asset,
            String assetCode,
            int scale,
            int fromAccount,
            int fromParty,
            String fromCode,
            int toAccount,
            int toParty,
            String toCode,
            long amount,
            long hold) {}

    /**
     * One party's word.
     *
     * @param affirmedIndex the entry that gave it; 0 while it has not, or after it failed
     * @param cancelIndex the entry in which it agreed to cancel; 0 if it has not
     */
    public record Affirmation(int party, String partyCode, long affirmedIndex, long cancelIndex) {}
}
