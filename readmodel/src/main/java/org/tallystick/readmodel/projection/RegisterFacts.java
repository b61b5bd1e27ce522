package org.tallystick.readmodel.projection;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.schema.AssetColumns;

/** Parties, accounts and assets, and what is published. */
final class RegisterFacts {

    private final Mirror mirror;

    /** The business date that is open; null before the first. */
    @Nullable
    LocalDate businessDate;

    RegisterFacts(Mirror mirror, @Nullable LocalDate businessDate) {
        this.mirror = mirror;
        this.businessDate = businessDate;
    }

    void apply(RegisterEvent event, Current at) {
        switch (event) {
            case RegisterEvent.PartyRegistered e -> registered(e, at.index);
            case RegisterEvent.PartyStatusSet e ->
                party(e.party(), at).status = e.status().name();
            case RegisterEvent.KeyRegistered e -> addKey(e.key(), e.party(), at.index);
            case RegisterEvent.KeyRevoked e -> {
                KeyRow key = mirror.keys.find(e.key().toString());
                if (key == null) {
                    throw at.wrong("the key " + e.key() + " is not registered");
                }
                mirror.change(key).revoked = true;
            }
            case RegisterEvent.ThresholdSet e -> party(e.party(), at).threshold = e.threshold();
            case RegisterEvent.AccountRegistered e -> {
                AccountRow row = new AccountRow(e.account(), e.party(), e.label(), AccountStatus.OPEN.name(), at.index);
                mirror.accounts.put(e.account(), mirror.change(row));
                mirror.own(e.account(), e.party());
            }
            case RegisterEvent.AccountStatusSet e ->
                account(e.account(), at).status = e.status().name();
            case RegisterEvent.AssetRegistered e -> asset(e, at);
            case RegisterEvent.CalendarPublished e -> calendar(e, at);
            case RegisterEvent.PricePublished e ->
                at.batch
                        .added(Sheet.PRICE)
                        .add(at.index)
                        .add(at.published++)
                        .add(e.asset())
                        .add(e.date())
                        .add(e.priceMicros())
                        .add(e.source())
                        .end();
            case RegisterEvent.ConsumerPricesPublished e ->
                at.batch
                        .added(Sheet.CONSUMER_PRICE)
                        .add(e.month().atDay(1))
                        .add(e.cpiThousandths())
                        .add(at.index)
                        .end();
            case RegisterEvent.BillRatePublished e ->
                at.batch
                        .added(Sheet.BILL_RATE)
                        .add(e.auctionDate())
                        .add(e.discountRatePercentNanos())
                        .add(e.billDays())
                        .add(at.index)
                        .end();
            case RegisterEvent.BusinessDateOpened e -> businessDate = e.date();
        }
    }

    /** A party with its first keys; those the ledger began with have entry 0. */
    void registered(RegisterEvent.PartyRegistered e, long entry) {
        PartyRow row = new PartyRow(
                e.party(),
                e.code(),
                e.name(),
                e.roles().list().stream().map(Role::name).collect(Collectors.joining(" ")),
                e.jurisdiction(),
                PartyStatus.ACTIVE.name(),
                e.threshold(),
                entry);
        mirror.parties.put(e.party(), mirror.change(row));
        e.keys().forEach(key -> addKey(key, e.party(), entry));
    }

    private void addKey(PublicKey key, int party, long entry) {
        String hex = key.toString();
        mirror.keys.put(hex, mirror.change(new KeyRow(hex, party, false, entry)));
    }

    private void asset(RegisterEvent.AssetRegistered e, Current at) {
        AssetColumns columns = AssetColumns.of(e.terms());
        at.batch
                .added(Sheet.ASSET)
                .add(e.asset())
                .add(e.code())
                .add(columns.kind().name())
                .add(e.issuer())
                .add(e.scale())
                .add(e.lot())
                .addNullable(columns.cashAsset())
                .addNullable(columns.payingAccount())
                .addNullable(columns.residualAccount())
                .add(columns.currency())
                .addNullable(columns.ratePercentNanos())
                .add(columns.datedDate())
                .add(columns.firstInterestDate())
                .add(columns.maturityDate())
                .add(columns.stripped())
                .addNullable(columns.refCpiE5())
                .add(columns.indexed())
                .add(at.index)
                .end();
    }

    private static void calendar(RegisterEvent.CalendarPublished e, Current at) {
        int sequence = at.published++;
        at.batch
                .added(Sheet.CALENDAR)
                .add(at.index)
                .add(sequence)
                .add(e.firstYear())
                .add(e.lastYear())
                .end();
        Rows rows = at.batch.added(Sheet.CLOSED_WEEKDAY);
        e.closedWeekdays()
                .forEach(day -> rows.add(at.index).add(sequence).add(day).end());
    }

    private PartyRow party(int number, Current at) {
        PartyRow row = mirror.parties.find(number);
        if (row == null) {
            throw at.wrong("party " + number + " is not registered");
        }
        return mirror.change(row);
    }

    private AccountRow account(int number, Current at) {
        AccountRow row = mirror.accounts.find(number);
        if (row == null) {
            throw at.wrong("account " + number + " is not registered");
        }
        return mirror.change(row);
    }
}
