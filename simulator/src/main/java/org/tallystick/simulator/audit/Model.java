package org.tallystick.simulator.audit;

import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;

/** The second model of the ledger: nothing but what receipts have told. */
final class Model {

    private final Registered registered = new Registered();
    private final Balances balances = new Balances();
    private final Agreements agreements = new Agreements();
    private final PrimaryMarket primary = new PrimaryMarket();
    private final Payments payments = new Payments();
    private long timeMillis = Long.MIN_VALUE;

    Registered registered() {
        return registered;
    }

    Balances balances() {
        return balances;
    }

    Agreements agreements() {
        return agreements;
    }

    PrimaryMarket primary() {
        return primary;
    }

    Payments payments() {
        return payments;
    }

    /** Ledger time of the entry under audit. */
    long timeMillis() {
        return timeMillis;
    }

    void advanceTo(long millis) {
        timeMillis = millis;
    }

    void apply(Event event, Cause cause) {
        switch (event) {
            case RegisterEvent e -> registered.apply(e);
            case Movement e -> {
                payments.watch(e, balances);
                balances.apply(e);
            }
            case SettlementEvent e -> agreements.apply(e, cause, this);
            case AuctionEvent e -> primary.apply(e);
            case ServicingEvent e -> payments.apply(e, balances);
        }
    }
}
