package org.tallystick.simulator.audit;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.DistributionClosed;
import org.tallystick.ledger.event.ServicingEvent.DistributionOpened;
import org.tallystick.ledger.event.ServicingEvent.ObligationRecorded;

/** Distributions to holders of record, and what is still owed. */
final class Payments {

    /**
     * One distribution.
     *
     * @param ofRecord what each account held when it was opened, nothing-holders left out
     * @param said what {@code HolderPaid} has said of each account, in minor units of cash
     * @param moved what movements have in fact delivered to each account from the distribution's hold
     */
    record Distribution(
            DistributionOpened opened,
            Map<Integer, BigInteger> ofRecord,
            Map<Integer, BigInteger> said,
            Map<Integer, BigInteger> moved) {}

    private final Map<Long, Distribution> open = new TreeMap<>();
    private final Map<Long, ObligationRecorded> obligations = new TreeMap<>();
    private long lastDistribution;
    private long lastObligation;

    /** A distribution that has been opened and not closed. */
    @Nullable
    Distribution open(long number) {
        return open.get(number);
    }

    Iterable<Distribution> allOpen() {
        return open.values();
    }

    long nextDistribution() {
        return lastDistribution + 1;
    }

    long nextObligation() {
        return lastObligation + 1;
    }

    /** A debt not yet discharged. */
    @Nullable
    ObligationRecorded obligation(long number) {
        return obligations.get(number);
    }

    /** Notes what leaves a distribution's hold. To be told before the movement is applied. */
    void watch(Movement movement, Balances before) {
        if (movement instanceof Movement.HoldDelivered delivered) {
            OpenHold hold = before.hold(delivered.hold());
            if (hold != null && hold.beneficiary() instanceof Beneficiary.Distribution beneficiary) {
                Distribution distribution = open.get(beneficiary.distribution());
                if (distribution != null) {
                    distribution
                            .moved()
                            .merge(delivered.toAccount(), BigInteger.valueOf(delivered.amount()), BigInteger::add);
                }
            }
        }
    }

    void apply(ServicingEvent event, Balances balances) {
        switch (event) {
            case DistributionOpened e -> {
                open.put(
                        e.distribution(),
                        new Distribution(e, holdersOfRecord(e.asset(), balances), new TreeMap<>(), new TreeMap<>()));
                lastDistribution = e.distribution();
            }
            case ServicingEvent.DistributionFunded e -> {}
            case ServicingEvent.HolderPaid e -> {
                Distribution distribution = open.get(e.distribution());
                if (distribution != null) {
                    distribution.said().merge(e.account(), BigInteger.valueOf(e.amount()), BigInteger::add);
                }
            }
            case DistributionClosed e -> open.remove(e.distribution());
            case ObligationRecorded e -> {
                obligations.put(e.obligation(), e);
                lastObligation = e.obligation();
            }
            case ServicingEvent.ObligationDischarged e -> obligations.remove(e.obligation());
            case ServicingEvent.SecurityStripped e -> {}
            case ServicingEvent.SecurityReconstituted e -> {}
        }
    }

    private static Map<Integer, BigInteger> holdersOfRecord(int asset, Balances balances) {
        Map<Integer, BigInteger> holders = new TreeMap<>();
        balances.holdersOf(asset).forEach((account, position) -> {
            if (position.total().signum() != 0) {
                holders.put(account, position.total());
            }
        });
        return holders;
    }
}
