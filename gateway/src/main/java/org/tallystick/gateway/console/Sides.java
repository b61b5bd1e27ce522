package org.tallystick.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tallystick.readmodel.view.SettlementView;

/** A settlement as somebody sees it: what they give, what they get; for others, what moves. */
public final class Sides {

    private static final int SHOWN = 3;

    private Sides() {}

    /**
     * What moves, in a line.
     *
     * @param verb gives, gets, or moves
     * @param tone the class that colours the verb
     */
    public record Line(String verb, String tone, long amount, int scale, String assetCode) {}

    /** The first lines of a settlement. */
    public static List<Line> of(SettlementView settlement, Visitor visitor) {
        List<Line> all = all(settlement, visitor);
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** How many lines are not among the first. */
    public static int left(SettlementView settlement, Visitor visitor) {
        return Math.max(0, all(settlement, visitor).size() - SHOWN);
    }

    private static List<Line> all(SettlementView settlement, Visitor visitor) {
        List<Line> lines = new ArrayList<>();
        for (SettlementView.LegView leg : settlement.legs()) {
            boolean gives = leg.fromParty() == visitor.party();
            boolean gets = leg.toParty() == visitor.party();
            if (gives) {
                lines.add(new Line("give", "give", leg.amount(), leg.scale(), leg.assetCode()));
            }
            if (gets) {
                lines.add(new Line("get", "get", leg.amount(), leg.scale(), leg.assetCode()));
            }
            if (!gives && !gets) {
                lines.add(new Line(leg.fromCode() + " gives", "muted", leg.amount(), leg.scale(), leg.assetCode()));
            }
        }
        return lines;
    }

    /** The codes of all who give or get: ALPHA, BETA. */
    public static String between(SettlementView settlement) {
        Set<String> codes = new LinkedHashSet<>();
        for (SettlementView.LegView leg : settlement.legs()) {
            codes.add(leg.fromCode());
            codes.add(leg.toCode());
        }
        return String.join(", ", codes);
    }

    /** How many of those who must affirm have. */
    public static long affirmed(SettlementView settlement) {
        return settlement.parties().stream()
                .filter(party -> party.affirmedIndex() > 0)
                .count();
    }

    /** Whether the settlement waits for this party's word. */
    public static boolean waitsFor(SettlementView settlement, int party) {
        return settlement.state() == SettlementView.State.PENDING
                && settlement.parties().stream().anyMatch(one -> one.party() == party && one.affirmedIndex() == 0);
    }

    /** Whether everyone has affirmed and it still waits: then an affirmation tries to settle it again. */
    public static boolean mayBeTriedAgain(SettlementView settlement, int party) {
        return settlement.state() == SettlementView.State.PENDING
                && settlement.failedFor() != null
                && settlement.parties().stream().allMatch(one -> one.affirmedIndex() > 0)
                && settlement.parties().stream().anyMatch(one -> one.party() == party);
    }

    /** Whether this party may ask to cancel: the proposer, or one that has affirmed, and has not asked before. */
    public static boolean mayCancel(SettlementView settlement, int party) {
        boolean asked = settlement.parties().stream().anyMatch(one -> one.party() == party && one.cancelIndex() > 0);
        boolean affirmed =
                settlement.parties().stream().anyMatch(one -> one.party() == party && one.affirmedIndex() > 0);
        return settlement.state() == SettlementView.State.PENDING
                && !asked
                && (settlement.proposer() == party || affirmed);
    }
}
