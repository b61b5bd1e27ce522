package org.tallystick.gateway.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tallystick.readmodel.view.SettlementView;

/** What the page of a settlement shows to somebody. */
public record SettlementPage(SettlementView settlement, Visitor visitor) {

    /**
     * A step on its way.
     *
     * @param tone the class that colours it
     * @param index the entry that brought it about; 0 where none did
     */
    public record Step(String tone, String sentence, long index) {}

    public boolean isPending() {
        return settlement.state() == SettlementView.State.PENDING;
    }

    /** What a leg is for the visitor: give, get, or nothing. */
    public String side(SettlementView.LegView leg) {
        boolean gives = leg.fromParty() == visitor.party();
        boolean gets = leg.toParty() == visitor.party();
        if (gives && gets) {
            return "between your accounts";
        }
        return gives ? "you give" : gets ? "you get" : "";
    }

    public String tone(SettlementView.LegView leg) {
        boolean gives = leg.fromParty() == visitor.party();
        boolean gets = leg.toParty() == visitor.party();
        return gives == gets ? "muted" : gives ? "give" : "get";
    }

    public boolean mayAffirm() {
        return visitor.moves() && Sides.waitsFor(settlement, visitor.party());
    }

    public boolean mayBeTriedAgain() {
        return visitor.moves() && Sides.mayBeTriedAgain(settlement, visitor.party());
    }

    public boolean mayCancel() {
        return visitor.moves() && Sides.mayCancel(settlement, visitor.party());
    }

    /** What it waits for, in a sentence; empty when it has ended. */
    public String waitsFor() {
        if (!isPending()) {
            return "";
        }
        List<String> missing = settlement.parties().stream()
                .filter(party -> party.affirmedIndex() == 0)
                .map(SettlementView.Affirmation::partyCode)
                .toList();
        if (!missing.isEmpty()) {
            return "Waits for the word of " + String.join(", ", missing) + ".";
        }
        if (settlement.failedFor() != null) {
            return "Affirmed by all. The last try failed: "
                    + settlement.failedFor().sentence() + " " + Advice.next(settlement.failedFor());
        }
        return "Affirmed by all; it settles on its value date.";
    }

    /** What happened, in order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("still", settlement.proposerCode() + " instructed it", settlement.instructedIndex()));
        for (SettlementView.Affirmation party : settlement.parties()) {
            if (party.affirmedIndex() > 0) {
                steps.add(new Step("good", party.partyCode() + " affirmed", party.affirmedIndex()));
            }
            if (party.cancelIndex() > 0) {
                steps.add(new Step("wait", party.partyCode() + " agreed to cancel", party.cancelIndex()));
            }
        }
        steps.sort(Comparator.comparingLong(Step::index));
        switch (settlement.state()) {
            case PENDING -> steps.add(new Step("wait", waitsFor(), 0));
            case FINAL -> steps.add(new Step("good", "Final: all legs moved together", settlement.changedIndex()));
            case CANCELLED -> steps.add(new Step("bad", "Cancelled: nothing moved", settlement.changedIndex()));
            case LAPSED ->
                steps.add(new Step("bad", "Lapsed at its deadline: nothing moved", settlement.changedIndex()));
        }
        return steps;
    }
}
