package org.tallystick.ledger.register;

import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/** All that is registered and published; changed by {@link RegisterEvent}s only. */
public record Register(Parties parties, Accounts accounts, Assets assets, Published published) {

    public static Register empty(UndoLog undo) {
        return new Register(new Parties(undo), new Accounts(undo), new Assets(undo), new Published(undo));
    }

    public Register fork(UndoLog undo) {
        return new Register(parties.fork(undo), accounts.fork(undo), assets.fork(undo), published.fork(undo));
    }

    public void apply(RegisterEvent event) {
        switch (event) {
            case RegisterEvent.PartyRegistered e -> parties.apply(e);
            case RegisterEvent.PartyStatusSet e -> parties.apply(e);
            case RegisterEvent.KeyRegistered e -> parties.apply(e);
            case RegisterEvent.KeyRevoked e -> parties.apply(e);
            case RegisterEvent.ThresholdSet e -> parties.apply(e);
            case RegisterEvent.AccountRegistered e -> accounts.apply(e);
            case RegisterEvent.AccountStatusSet e -> accounts.apply(e);
            case RegisterEvent.AssetRegistered e -> assets.apply(e);
            case RegisterEvent.CalendarPublished e -> published.apply(e);
            case RegisterEvent.PricePublished e -> published.apply(e);
            case RegisterEvent.ConsumerPricesPublished e -> published.apply(e);
            case RegisterEvent.BillRatePublished e -> published.apply(e);
            case RegisterEvent.BusinessDateOpened e -> published.apply(e);
        }
    }

    public void writeTo(StateSink sink) {
        parties.writeTo(sink);
        accounts.writeTo(sink);
        assets.writeTo(sink);
        published.writeTo(sink);
    }

    public void readFrom(StateSource source) {
        parties.readFrom(source);
        accounts.readFrom(source);
        assets.readFrom(source);
        published.readFrom(source);
    }
}
