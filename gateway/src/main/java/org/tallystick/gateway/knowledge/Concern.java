package org.tallystick.gateway.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;

/**
 * Which events concern a party. Of what a receipt creates itself, it is learnt from the receipt, because the read model may
 * not have read it yet.
 */
final class Concern {

    private final int party;
    private final Business business;
    private final Set<Long> holds = new TreeSet<>();
    private final Set<Long> settlements = new TreeSet<>();
    private final Set<Long> obligations = new TreeSet<>();

    Concern(int party, Business business) {
        this.party = party;
        this.business = business;
    }

    /** Takes note of numbers that the event gives to what concerns the party. */
    void learn(Event event) {
        if (event instanceof Movement.HoldPlaced placed && touches(placed)) {
            holds.add(placed.hold());
        } else if (event instanceof SettlementEvent.SettlementInstructed instructed && touches(instructed)) {
            settlements.add(instructed.settlement());
        } else if (event instanceof ServicingEvent.ObligationRecorded recorded && business.owns(recorded.account())) {
            obligations.add(recorded.obligation());
        }
    }

    /** Whether the event concerns the party, or is common knowledge. */
    boolean isTouchedBy(Event event) {
        return switch (event) {
            case RegisterEvent e -> touches(e);
            case Movement e -> touches(e);
            case SettlementEvent e -> touches(e);
            case AuctionEvent e -> touches(e);
            case ServicingEvent e -> touches(e);
        };
    }

    private boolean touches(RegisterEvent event) {
        return switch (event) {
            // Names its keys, which only the party and those who see everything may know.
            case RegisterEvent.PartyRegistered e -> e.party() == party;
            case RegisterEvent.KeyRegistered e -> e.party() == party;
            case RegisterEvent.KeyRevoked e -> e.party() == party;
            case RegisterEvent.AccountRegistered e -> e.party() == party;
            case RegisterEvent.AccountStatusSet e -> business.owns(e.account());
            case RegisterEvent.PartyStatusSet _, RegisterEvent.ThresholdSet _, RegisterEvent.AssetRegistered _ -> true;
            case RegisterEvent.CalendarPublished _, RegisterEvent.PricePublished _ -> true;
            case RegisterEvent.ConsumerPricesPublished _, RegisterEvent.BillRatePublished _ -> true;
            case RegisterEvent.BusinessDateOpened _ -> true;
        };
    }

    private boolean touches(Movement event) {
        return switch (event) {
            case Movement.Issued e -> business.owns(e.account());
            case Movement.Redeemed e -> business.owns(e.account());
            case Movement.Posted e -> touches(e.legs());
            case Movement.HoldPlaced e -> touches(e);
            case Movement.HoldReleased e -> hold(e.hold());
            case Movement.HoldDelivered e -> business.owns(e.toAccount()) || hold(e.hold());
        };
    }

    private boolean touches(SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.SettlementInstructed e -> touches(e);
            case SettlementEvent.SettlementAffirmed e -> settlement(e.settlement());
            case SettlementEvent.SettlementFinal e -> settlement(e.settlement());
            case SettlementEvent.SettlementFailed e -> settlement(e.settlement());
            case SettlementEvent.CancellationAgreed e -> settlement(e.settlement());
            case SettlementEvent.SettlementCancelled e -> settlement(e.settlement());
            case SettlementEvent.SettlementLapsed e -> settlement(e.settlement());
        };
    }

    private static boolean touches(AuctionEvent event) {
        return switch (event) {
            case AuctionEvent.AuctionAnnounced _, AuctionEvent.AuctionCompleted _ -> true;
            // Name what every bidder won and paid. Who wins sees it arrive on its account.
            case AuctionEvent.AuctionAwarded _, AuctionEvent.AwardIssued _ -> false;
        };
    }

    private boolean touches(ServicingEvent event) {
        return switch (event) {
            case ServicingEvent.DistributionOpened _, ServicingEvent.DistributionClosed _ -> true;
            case ServicingEvent.DistributionFunded e -> hold(e.hold());
            case ServicingEvent.HolderPaid e -> business.owns(e.account());
            case ServicingEvent.ObligationRecorded e ->
                business.owns(e.account()) || business.isConcernedByObligation(e.obligation());
            case ServicingEvent.ObligationDischarged e ->
                obligations.contains(e.obligation()) || business.isConcernedByObligation(e.obligation());
            case ServicingEvent.SecurityStripped e -> business.owns(e.account());
            case ServicingEvent.SecurityReconstituted e -> business.owns(e.account());
        };
    }

    private boolean touches(Movement.HoldPlaced event) {
        return business.owns(event.account())
                || event.beneficiary() instanceof Beneficiary.Party beneficiary && beneficiary.party() == party;
    }

    private boolean touches(SettlementEvent.SettlementInstructed event) {
        return event.proposer() == party || touches(event.legs());
    }

    private boolean touches(List<Leg> legs) {
        for (Leg leg : legs) {
            if (business.owns(leg.fromAccount())
                    || business.owns(leg.toAccount())
                    || leg.hold() != 0 && hold(leg.hold())) {
                return true;
            }
        }
        return false;
    }

    private boolean hold(long hold) {
        return holds.contains(hold) || business.isConcernedByHold(hold);
    }

    private boolean settlement(long settlement) {
        return settlements.contains(settlement) || business.isPartOf(settlement);
    }
}
