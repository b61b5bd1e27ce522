package org.tallystick.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.PartyView;

/**
 * What the page of operations shows.
 *
 * @param rejections by code, of the latest receipts
 * @param receipts how many receipts that were
 * @param nextParties the address of further parties; null when these are all
 * @param operates whether the visitor may suspend parties and let them act again
 */
public record OperationsPage(
        boolean ready,
        LedgerOverview overview,
        List<Count> rejections,
        int receipts,
        List<ObligationView> obligations,
        List<PartyView> parties,
        @Nullable String nextParties,
        boolean operates) {

    /** How often a code was the first reason. */
    public record Count(RejectionCode code, int count) {}
}
