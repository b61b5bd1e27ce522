package org.tallystick.simulator.audit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;

/** What has been registered and published so far. */
final class Registered {

    record Party(Roles roles, PartyStatus status, int threshold, Set<PublicKey> keys) {}

    record Account(int party, AccountStatus status) {}

    private final Map<Integer, Party> parties = new TreeMap<>();
    private final Set<PublicKey> revoked = new HashSet<>();
    private final Map<Integer, Account> accounts = new TreeMap<>();
    private final Map<Integer, RegisterEvent.AssetRegistered> assets = new TreeMap<>();
    private final TreeMap<YearMonth, Long> consumerPrices = new TreeMap<>();
    private final TreeMap<LocalDate, RegisterEvent.BillRatePublished> billRates = new TreeMap<>();
    private final Set<LocalDate> closedWeekdays = new TreeSet<>();
    private @Nullable LocalDate businessDate;

    @Nullable
    Party party(int number) {
        return parties.get(number);
    }

    Set<Integer> partyNumbers() {
        return parties.keySet();
    }

    boolean isRevoked(PublicKey key) {
        return revoked.contains(key);
    }

    boolean hasKey(PublicKey key) {
        return parties.values().stream().anyMatch(party -> party.keys().contains(key));
    }

    boolean hasRole(int number, Role role) {
        Party party = parties.get(number);
        return party != null && party.roles().has(role);
    }

    @Nullable
    Account account(int number) {
        return accounts.get(number);
    }

    /** The owner's number, or 0. */
    int ownerOf(int account) {
        Account found = accounts.get(account);
        return found == null ? 0 : found.party();
    }

    RegisterEvent.@Nullable AssetRegistered asset(int number) {
        return assets.get(number);
    }

    Map<Integer, RegisterEvent.AssetRegistered> assets() {
        return assets;
    }

    @Nullable
    LocalDate businessDate() {
        return businessDate;
    }

    TreeMap<YearMonth, Long> consumerPrices() {
        return consumerPrices;
    }

    TreeMap<LocalDate, RegisterEvent.BillRatePublished> billRates() {
        return billRates;
    }

    boolean isBusinessDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closedWeekdays.contains(date);
    }

    /** How many parties, accounts and assets there are: the next one's number is one more. */
    int countOfParties() {
        return parties.size();
    }

    int countOfAccounts() {
        return accounts.size();
    }

    int countOfAssets() {
        return assets.size();
    }

    /** The parties for which enough of these keys sign, suspended ones left out. */
    Set<Integer> consenting(Set<PublicKey> signers) {
        Set<Integer> consenting = new TreeSet<>();
        parties.forEach((number, party) -> {
            long signed = signers.stream().filter(party.keys()::contains).count();
            if (party.status() == PartyStatus.ACTIVE && signed >= party.threshold()) {
                consenting.add(number);
            }
        });
        return consenting;
    }

    void apply(RegisterEvent event) {
        switch (event) {
            case RegisterEvent.PartyRegistered e ->
                parties.put(
                        e.party(), new Party(e.roles(), PartyStatus.ACTIVE, e.threshold(), new HashSet<>(e.keys())));
            case RegisterEvent.PartyStatusSet e ->
                parties.computeIfPresent(
                        e.party(), (n, p) -> new Party(p.roles(), e.status(), p.threshold(), p.keys()));
            case RegisterEvent.KeyRegistered e ->
                parties.computeIfPresent(e.party(), (n, p) -> {
                    p.keys().add(e.key());
                    return p;
                });
            case RegisterEvent.KeyRevoked e -> {
                parties.computeIfPresent(e.party(), (n, p) -> {
                    p.keys().remove(e.key());
                    return p;
                });
                revoked.add(e.key());
            }
            case RegisterEvent.ThresholdSet e ->
                parties.computeIfPresent(
                        e.party(), (n, p) -> new Party(p.roles(), p.status(), e.threshold(), p.keys()));
            case RegisterEvent.AccountRegistered e ->
                accounts.put(e.account(), new Account(e.party(), AccountStatus.OPEN));
            case RegisterEvent.AccountStatusSet e ->
                accounts.computeIfPresent(e.account(), (n, a) -> new Account(a.party(), e.status()));
            case RegisterEvent.AssetRegistered e -> assets.put(e.asset(), e);
            case RegisterEvent.CalendarPublished e -> {
                closedWeekdays.clear();
                closedWeekdays.addAll(e.closedWeekdays());
            }
            case RegisterEvent.PricePublished e -> {}
            case RegisterEvent.ConsumerPricesPublished e -> consumerPrices.put(e.month(), e.cpiThousandths());
            case RegisterEvent.BillRatePublished e -> billRates.put(e.auctionDate(), e);
            case RegisterEvent.BusinessDateOpened e -> businessDate = e.date();
        }
    }
}
