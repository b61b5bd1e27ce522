package org.tallystick.app.day.count;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tallystick.app.day.plan.Numbers;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.market.Auction;

/** Counts what receipts tell, and nothing else. */
public final class Counter {

    private final Map<String, Auction.Type> typeOfCusip;
    private final Counts counts = new Counts();
    private final Recount recount = new Recount();
    private final Map<RejectionCode, Long> rejections = new EnumMap<>(RejectionCode.class);
    private final Map<Auction.Type, ByType> byType = new EnumMap<>(Auction.Type.class);
    private final Map<Integer, Auction.Type> typeOfAsset = new HashMap<>();
    private final Map<Integer, Integer> assetOfAuction = new HashMap<>();
    private final Map<Long, ServicingEvent.Kind> kindOfDistribution = new HashMap<>();
    private int treasuryAccount;

    /** @param typeOfCusip of each security of the run: its terms alone do not tell a note from a bond */
    public Counter(Map<String, Auction.Type> typeOfCusip) {
        this.typeOfCusip = typeOfCusip;
    }

    public Counts counts() {
        return counts;
    }

    public Recount recount() {
        return recount;
    }

    /** How many commands and envelopes were rejected for each reason. */
    public Map<RejectionCode, Long> rejections() {
        return rejections;
    }

    public Map<Auction.Type, ByType> byType() {
        return byType;
    }

    /** Over all types of securities. */
    public ByType total() {
        ByType total = new ByType();
        byType.values().forEach(total::add);
        return total;
    }

    // --- Receipts ---

    public void add(Receipt receipt) {
        counts.entries++;
        receipt.due().forEach(this::event);
        switch (receipt.verdict()) {
            case Verdict.Decided decided -> decided.outcomes().forEach(this::outcome);
            case Verdict.Repeated repeated -> counts.repeated++;
            case Verdict.Refused refused -> rejected(refused.rejection().code());
            case Verdict.Ticked ticked -> {
                // All it did is in what was due.
            }
        }
    }

    private void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> accepted.events().forEach(this::event);
            case Outcome.Rejected rejected -> rejected(rejected.rejection().code());
        }
    }

    private void rejected(RejectionCode code) {
        rejections.merge(code, 1L, Long::sum);
    }

    private void event(Event event) {
        switch (event) {
            case RegisterEvent e -> register(e);
            case Movement e -> movement(e);
            case SettlementEvent e -> settlement(e);
            case AuctionEvent e -> auction(e);
            case ServicingEvent e -> servicing(e);
        }
    }

    private void register(RegisterEvent event) {
        if (event instanceof RegisterEvent.BusinessDateOpened) {
            counts.businessDays++;
        }
        if (event instanceof RegisterEvent.AssetRegistered e && e.terms() instanceof AssetTerms.Treasury terms) {
            Auction.Type type = typeOfCusip.getOrDefault(e.code(), Auction.Type.NOTE);
            typeOfAsset.put(e.asset(), type);
            type(e.asset()).registered();
            treasuryAccount = terms.payingAccount();
        }
    }

    private ByType type(int asset) {
        Auction.Type type = typeOfAsset.getOrDefault(asset, Auction.Type.NOTE);
        return byType.computeIfAbsent(type, none -> new ByType());
    }

    private void movement(Movement movement) {
        recount.add(movement);
        if (movement instanceof Movement.Issued e) {
            issued(e);
        } else if (movement instanceof Movement.Redeemed e) {
            redeemed(e);
        } else if (movement instanceof Movement.Posted e) {
            counts.legsPosted += e.legs().size();
        }
    }

    private void issued(Movement.Issued e) {
        if (typeOfAsset.containsKey(e.asset())) {
            type(e.asset()).issued(e.amount());
        } else if (e.asset() == Numbers.USD) {
            counts.dollarsIssuedCents += e.amount();
            if (e.account() == treasuryAccount) {
                counts.otherReceipts++;
                counts.otherReceiptsCents += e.amount();
            }
        }
    }

    private void redeemed(Movement.Redeemed e) {
        if (typeOfAsset.containsKey(e.asset())) {
            type(e.asset()).redeemed(e.amount());
        } else if (e.asset() == Numbers.USD) {
            counts.dollarsRedeemedCents += e.amount();
        }
    }

    private void settlement(SettlementEvent event) {
        switch (event) {
            case SettlementEvent.SettlementFinal e -> counts.settlementsFinal++;
            case SettlementEvent.SettlementFailed e -> counts.settlementsFailed++;
            case SettlementEvent.SettlementLapsed e -> counts.settlementsLapsed++;
            case SettlementEvent.SettlementCancelled e -> counts.settlementsCancelled++;
            case SettlementEvent.SettlementInstructed e -> {
                // Counted when it ends.
            }
            case SettlementEvent.SettlementAffirmed e -> {
                // Counted when it ends.
            }
            case SettlementEvent.CancellationAgreed e -> {
                // Counted when it ends.
            }
        }
    }

    private void auction(AuctionEvent event) {
        switch (event) {
            case AuctionEvent.AuctionAnnounced e -> {
                counts.auctionsAnnounced++;
                assetOfAuction.put(e.auction(), e.asset());
            }
            case AuctionEvent.AuctionAwarded e -> counts.auctionsAwarded++;
            case AuctionEvent.AwardIssued e -> {
                counts.awardsIssued++;
                counts.proceedsCents += e.proceeds();
            }
            case AuctionEvent.AuctionCompleted e -> {
                counts.auctionsCompleted++;
                type(assetOfAuction.getOrDefault(e.auction(), 0)).auctioned();
            }
        }
    }

    private void servicing(ServicingEvent event) {
        switch (event) {
            case ServicingEvent.DistributionOpened e -> kindOfDistribution.put(e.distribution(), e.kind());
            case ServicingEvent.HolderPaid e -> holderPaid(e);
            case ServicingEvent.DistributionClosed e -> closed(e);
            case ServicingEvent.ObligationRecorded e -> counts.obligationsRecorded++;
            case ServicingEvent.ObligationDischarged e -> counts.obligationsDischarged++;
            case ServicingEvent.DistributionFunded e -> {
                // Counted when it is paid.
            }
            case ServicingEvent.SecurityStripped e -> {
                // Its movements are counted.
            }
            case ServicingEvent.SecurityReconstituted e -> {
                // Its movements are counted.
            }
        }
    }

    private ServicingEvent.Kind kind(long distribution) {
        return kindOfDistribution.getOrDefault(distribution, ServicingEvent.Kind.INTEREST);
    }

    private void holderPaid(ServicingEvent.HolderPaid e) {
        switch (kind(e.distribution())) {
            case INTEREST -> {
                counts.interestHolders++;
                counts.interestCents += e.amount();
            }
            case REDEMPTION -> {
                counts.redemptionHolders++;
                counts.redemptionCents += e.amount();
            }
        }
    }

    private void closed(ServicingEvent.DistributionClosed e) {
        counts.residualCents += e.residual();
        switch (kind(e.distribution())) {
            case INTEREST -> counts.interestPayments++;
            case REDEMPTION -> counts.redemptions++;
        }
        kindOfDistribution.remove(e.distribution());
    }
}
