package org.tallystick.simulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.simulator.scenario.Expectation.State;

/** What receipts have told so far, as far as a scenario can look at it. */
final class Told {

    private final Map<Long, State> settlements = new LinkedHashMap<>();
    private final Map<Long, ServicingEvent.ObligationRecorded> obligations = new LinkedHashMap<>();
    private final Map<Long, Integer> assetByDistribution = new LinkedHashMap<>();
    private final List<ServicingEvent> paymentsOfToday = new ArrayList<>();

    void note(Receipt receipt) {
        receipt.due().forEach(this::note);
        if (receipt.verdict() instanceof Verdict.Decided decided) {
            for (Outcome outcome : decided.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    accepted.events().forEach(this::note);
                }
            }
        }
    }

    private void note(Event event) {
        switch (event) {
            case SettlementEvent.SettlementInstructed e -> settlements.put(e.settlement(), State.PENDING);
            case SettlementEvent.SettlementAffirmed e -> settlements.put(e.settlement(), State.PENDING);
            case SettlementEvent.SettlementFinal e -> settlements.put(e.settlement(), State.FINAL);
            case SettlementEvent.SettlementFailed e -> settlements.put(e.settlement(), State.FAILED);
            case SettlementEvent.SettlementCancelled e -> settlements.put(e.settlement(), State.CANCELLED);
            case SettlementEvent.SettlementLapsed e -> settlements.put(e.settlement(), State.LAPSED);
            case ServicingEvent.DistributionOpened e -> assetByDistribution.put(e.distribution(), e.asset());
            case ServicingEvent.HolderPaid e -> paymentsOfToday.add(e);
            case ServicingEvent.DistributionClosed e -> paymentsOfToday.add(e);
            case ServicingEvent.ObligationRecorded e -> obligations.put(e.obligation(), e);
            case ServicingEvent.ObligationDischarged e -> obligations.remove(e.obligation());
            case RegisterEvent.BusinessDateOpened e -> paymentsOfToday.clear();
            case Event other -> {}
        }
    }

    Map<Long, State> settlements() {
        return settlements;
    }

    Map<Long, ServicingEvent.ObligationRecorded> obligations() {
        return obligations;
    }

    /** What an account was paid on a security since the business date opened; in minor units of cash. */
    long paid(int asset, int account) {
        long sum = 0;
        for (ServicingEvent event : paymentsOfToday) {
            if (event instanceof ServicingEvent.HolderPaid e
                    && e.account() == account
                    && isOf(e.distribution(), asset)) {
                sum = Math.addExact(sum, e.amount());
            }
        }
        return sum;
    }

    /** What rounding has left over of a security's payments since the business date opened. */
    long residual(int asset) {
        long sum = 0;
        for (ServicingEvent event : paymentsOfToday) {
            if (event instanceof ServicingEvent.DistributionClosed e && isOf(e.distribution(), asset)) {
                sum = Math.addExact(sum, e.residual());
            }
        }
        return sum;
    }

    private boolean isOf(long distribution, int asset) {
        return assetByDistribution.getOrDefault(distribution, 0) == asset;
    }
}
