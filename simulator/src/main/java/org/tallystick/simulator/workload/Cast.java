package org.tallystick.simulator.workload;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.simulator.signing.Signing;

/** Who takes part and what there is, as far as receipts have told. What is under way on the network is not known here. */
final class Cast {

    /** Number of the operator, of the issuer of securities and of that of cash: the first parties registered. */
    static final int OPERATOR = 1;

    static final int TREASURY = 2;
    static final int CASH_ISSUER = 3;

    /**
     * A party and the names of keys that are, or once were, its own.
     *
     * @param threshold as last told
     */
    record Member(int number, String code, List<String> keys, int threshold) {}

    private final Signing signing;
    private final Map<PublicKey, String> keyNames = new TreeMap<>();
    private final Map<Integer, Member> members = new TreeMap<>();
    private final Map<Integer, Integer> owners = new TreeMap<>();
    private final List<Integer> accounts = new ArrayList<>();
    private final List<Integer> cash = new ArrayList<>();
    private final List<Integer> securities = new ArrayList<>();
    private final Map<Long, SettlementEvent.SettlementInstructed> waiting = new TreeMap<>();
    private final Map<Long, Movement.HoldPlaced> holds = new TreeMap<>();
    private final Map<Long, ServicingEvent.ObligationRecorded> obligations = new TreeMap<>();
    private final List<ServicingEvent.SecurityStripped> stripped = new ArrayList<>();
    private final Map<Integer, AuctionEvent.AuctionAnnounced> auctions = new TreeMap<>();
    private int lastAuction;
    private @Nullable LocalDate businessDate;
    private @Nullable YearMonth lastConsumerPrices;
    private @Nullable LocalDate lastBillRate;

    Cast(Signing signing) {
        this.signing = signing;
        join(OPERATOR, "OPERATOR", 1, 1);
    }

    /** Names keys before they are registered, so that they can be told by name. */
    String nameKey(String name) {
        keyNames.put(signing.key(name), name);
        return name;
    }

    private void join(int number, String code, int keys, int threshold) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= keys; i++) {
            names.add(nameKey(code + "/" + i));
        }
        members.put(number, new Member(number, code, names, threshold));
    }

    PublicKey key(String name) {
        return signing.key(name);
    }

    Member member(int number) {
        Member member = members.get(number);
        return member == null ? new Member(number, "NOBODY", List.of("NOBODY/1"), 1) : member;
    }

    /** Everyone but the operator. */
    List<Member> dealers() {
        return members.values().stream().filter(m -> m.number() > CASH_ISSUER).toList();
    }

    int nextParty() {
        return members.size() + 1;
    }

    int nextAccount() {
        return accounts.size() + 1;
    }

    int nextAsset() {
        return cash.size() + securities.size() + 1;
    }

    int nextAuction() {
        return lastAuction + 1;
    }

    int owner(int account) {
        return owners.getOrDefault(account, OPERATOR);
    }

    List<Integer> accounts() {
        return accounts;
    }

    List<Integer> accountsOf(int party) {
        return accounts.stream().filter(account -> owner(account) == party).toList();
    }

    List<Integer> cash() {
        return cash;
    }

    List<Integer> securities() {
        return securities;
    }

    List<SettlementEvent.SettlementInstructed> waiting() {
        return List.copyOf(waiting.values());
    }

    List<Movement.HoldPlaced> holds() {
        return List.copyOf(holds.values());
    }

    List<ServicingEvent.ObligationRecorded> obligations() {
        return List.copyOf(obligations.values());
    }

    /** Everything that was ever stripped. */
    List<ServicingEvent.SecurityStripped> stripped() {
        return stripped;
    }

    /** Announced and not awarded, as far as told. */
    List<AuctionEvent.AuctionAnnounced> auctions() {
        return List.copyOf(auctions.values());
    }

    @Nullable
    LocalDate businessDate() {
        return businessDate;
    }

    @Nullable
    YearMonth lastConsumerPrices() {
        return lastConsumerPrices;
    }

    @Nullable
    LocalDate lastBillRate() {
        return lastBillRate;
    }

    // --- Being told ---

    void told(Receipt receipt) {
        receipt.due().forEach(this::told);
        if (receipt.verdict() instanceof Verdict.Decided decided) {
            for (Outcome outcome : decided.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    accepted.events().forEach(this::told);
                }
            }
        }
    }

    private void told(Event event) {
        switch (event) {
            case RegisterEvent e -> told(e);
            case SettlementEvent.SettlementInstructed e -> waiting.put(e.settlement(), e);
            case SettlementEvent.SettlementFinal e -> waiting.remove(e.settlement());
            case SettlementEvent.SettlementCancelled e -> waiting.remove(e.settlement());
            case SettlementEvent.SettlementLapsed e -> waiting.remove(e.settlement());
            case Movement.HoldPlaced e -> holds.put(e.hold(), e);
            case AuctionEvent.AuctionAnnounced e -> {
                auctions.put(e.auction(), e);
                lastAuction = e.auction();
            }
            case AuctionEvent.AuctionAwarded e -> auctions.remove(e.auction());
            case ServicingEvent.ObligationRecorded e -> obligations.put(e.obligation(), e);
            case ServicingEvent.SecurityStripped e -> stripped.add(e);
            case ServicingEvent.ObligationDischarged e -> obligations.remove(e.obligation());
            case Event other -> {}
        }
        if (holds.size() > 64) {
            holds.remove(holds.keySet().iterator().next());
        }
    }

    private void told(RegisterEvent event) {
        switch (event) {
            case RegisterEvent.PartyRegistered e ->
                join(e.party(), e.code(), e.keys().size(), e.threshold());
            case RegisterEvent.ThresholdSet e -> {
                Member member = member(e.party());
                members.put(e.party(), new Member(e.party(), member.code(), member.keys(), e.threshold()));
            }
            case RegisterEvent.KeyRegistered e -> {
                String name = keyNames.get(e.key());
                if (name != null) {
                    member(e.party()).keys().add(name);
                }
            }
            case RegisterEvent.KeyRevoked e -> {
                String name = keyNames.get(e.key());
                if (name != null) {
                    member(e.party()).keys().remove(name);
                }
            }
            case RegisterEvent.AccountRegistered e -> {
                accounts.add(e.account());
                owners.put(e.account(), e.party());
            }
            case RegisterEvent.AssetRegistered e ->
                (e.terms() instanceof AssetTerms.Cash ? cash : securities).add(e.asset());
            case RegisterEvent.BusinessDateOpened e -> businessDate = e.date();
            case RegisterEvent.ConsumerPricesPublished e -> lastConsumerPrices = e.month();
            case RegisterEvent.BillRatePublished e -> lastBillRate = e.auctionDate();
            case RegisterEvent.PartyStatusSet e -> {}
            case RegisterEvent.AccountStatusSet e -> {}
            case RegisterEvent.CalendarPublished e -> {}
            case RegisterEvent.PricePublished e -> {}
        }
    }
}
