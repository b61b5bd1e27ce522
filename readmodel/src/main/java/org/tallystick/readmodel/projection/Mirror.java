package org.tallystick.readmodel.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is needed of the tables to say what the next receipt changes: fetched when it is first asked for, kept while it is
 * in use. It is ahead of the tables by what no batch has written yet.
 */
final class Mirror {

    /** More rows than this of a kind are not kept from batch to batch; of holdings, ten times as many. */
    static final int USUAL_MOST = 100_000;

    /** Holdings are fetched for so many accounts together, by the first that is asked for: a look costs more than its rows. */
    private static final int ACCOUNTS_TOGETHER = 64;

    private record FlowKey(int party, long minuteMillis) {}

    private record AwardKey(int auction, int award) {}

    private final Lookup lookup;
    private final int most;
    private final int mostHoldings;

    /** Party of each account, by the account's number; 0 where there is none. */
    private int[] owners = new int[1_024];

    /** Whether what is not kept is not stored either. */
    private boolean holdingsComplete;

    /** Of which accounts, {@link #ACCOUNTS_TOGETHER} at a time, holdings have been fetched. */
    private final BitSet fetched = new BitSet();

    private final Map<Long, HoldingRow> holdings = new HashMap<>();
    private final List<Row> changes = new ArrayList<>();
    private final Shelf<AwardKey, AwardRow> awards;
    private final Shelf<FlowKey, FlowRow> flows;

    final Shelf<Integer, PartyRow> parties;
    final Shelf<String, KeyRow> keys;
    final Shelf<Integer, AccountRow> accounts;
    final Shelf<Integer, SupplyRow> supplies;
    final Shelf<Long, HoldRow> holds;
    final Shelf<Long, SettlementRow> settlements;
    final Shelf<Long, ObligationRow> obligations;
    final Shelf<Integer, AuctionRow> auctions;
    final Shelf<Long, DistributionRow> distributions;
    private final Shelf<Integer, ActivityRow> activities;

    /** The largest number a settlement has had. */
    long lastSettlement;

    /**
     * @param empty whether the tables are
     * @param most how many rows of a kind are kept, unless more have changed; of holdings, ten times as many
     */
    Mirror(Lookup lookup, boolean empty, int most) {
        this.lookup = lookup;
        this.most = most;
        this.mostHoldings = 10 * most;
        this.holdingsComplete = empty;
        parties = new Shelf<>(n -> lookup.row(Sheet.PARTY, PartyRow::of, n));
        keys = new Shelf<>(key -> lookup.row(Sheet.PARTY_KEY, KeyRow::of, key));
        accounts = new Shelf<>(n -> lookup.row(Sheet.ACCOUNT, AccountRow::of, n));
        supplies = new Shelf<>(n -> lookup.row(Sheet.SUPPLY, SupplyRow::of, n));
        holds = new Shelf<>(n -> lookup.row(Sheet.HOLD, HoldRow::of, n));
        settlements = new Shelf<>(n -> lookup.row(Sheet.SETTLEMENT, SettlementRow::of, n));
        obligations = new Shelf<>(n -> lookup.row(Sheet.OBLIGATION, ObligationRow::of, n));
        auctions = new Shelf<>(n -> lookup.row(Sheet.AUCTION, AuctionRow::of, n));
        awards = new Shelf<>(key -> lookup.row(Sheet.AUCTION_AWARD, AwardRow::of, key.auction, key.award));
        distributions = new Shelf<>(n -> lookup.row(Sheet.DISTRIBUTION, DistributionRow::of, n));
        activities = new Shelf<>(party -> lookup.row(Sheet.ACTIVITY, ActivityRow::of, party));
        flows = new Shelf<>(key -> lookup.row(Sheet.FLOW, FlowRow::of, key.party, key.minuteMillis));
        if (!empty) {
            lookup.all("select account, party from account", row -> new int[] {row.getInt(1), row.getInt(2)})
                    .forEach(each -> own(each[0], each[1]));
            lastSettlement = lookup.all("select coalesce(max(settlement), 0) from settlement", row -> row.getLong(1))
                    .getFirst();
        }
    }

    // --- Accounts ---

    /** The owner of an account; 0 when it is not registered. */
    int owner(int account) {
        return account > 0 && account < owners.length ? owners[account] : 0;
    }

    void own(int account, int party) {
        if (account >= owners.length) {
            owners = Arrays.copyOf(owners, Math.max(account + 1, owners.length * 2));
        }
        owners[account] = party;
    }

    // --- Rows that change ---

    /** The row will differ from what is stored once the batch is written. */
    <V extends Row> V change(V row) {
        if (!row.changed) {
            row.changed = true;
            changes.add(row);
        }
        return row;
    }

    HoldingRow holding(int account, int asset) {
        long key = key(account, asset);
        HoldingRow row = holdings.get(key);
        if (row == null) {
            fetchAround(account);
            row = holdings.computeIfAbsent(key, none -> new HoldingRow(account, asset, 0, 0, 0));
        }
        return row;
    }

    private void fetchAround(int account) {
        int block = account / ACCOUNTS_TOGETHER;
        if (holdingsComplete || fetched.get(block)) {
            return;
        }
        fetched.set(block);
        int first = block * ACCOUNTS_TOGETHER;
        lookup.rows(
                        "select account, asset, available, held, entry from holding where account between ? and ?",
                        HoldingRow::of,
                        first,
                        first + (ACCOUNTS_TOGETHER - 1))
                .forEach(stored -> holdings.putIfAbsent(key(stored.account, stored.asset), stored));
    }

    private static long key(int account, int asset) {
        return (long) account << Integer.SIZE | asset;
    }

    /** The parties of a settlement. */
    List<StakeRow> stakes(SettlementRow settlement) {
        if (settlement.stakes == null) {
            settlement.stakes = lookup.rows(
                    "select settlement, party, gives, affirmed_entry, cancel_entry from settlement_party"
                            + " where settlement = ?",
                    StakeRow::of,
                    settlement.settlement);
        }
        return settlement.stakes;
    }

    @Nullable
    AwardRow award(int auction, int award) {
        return awards.find(new AwardKey(auction, award));
    }

    void addAward(AwardRow award) {
        awards.put(new AwardKey(award.auction, award.award), change(award));
    }

    /** What a party has going on, about to be changed. */
    ActivityRow activity(int party) {
        ActivityRow row = activities.find(party);
        return change(row != null ? row : activities.put(party, new ActivityRow(party, 0, 0, 0, 0)));
    }

    /** The settlements of a party in the minute of this time, about to be changed. */
    FlowRow flow(int party, long timeMillis) {
        long minute = timeMillis - Math.floorMod(timeMillis, 60_000L);
        FlowKey key = new FlowKey(party, minute);
        FlowRow row = flows.find(key);
        return change(row != null ? row : flows.put(key, new FlowRow(party, minute, 0, 0, 0)));
    }

    // --- Writing ---

    /** Puts every changed row into a batch. */
    void writeTo(Batch batch) {
        changes.sort(Comparator.comparingLong(Row::order));
        for (Row row : changes) {
            Rows rows = row.stored ? batch.changed(row.sheet()) : batch.added(row.sheet());
            row.write(rows);
            rows.end();
            row.stored = true;
            row.changed = false;
        }
        changes.clear();
    }

    /** Whether there is more than should be kept. */
    boolean isFull() {
        return holdings.size() > mostHoldings
                || holds.size() > most
                || settlements.size() > most
                || accounts.size() > most
                || flows.size() > most
                || awards.size() > most;
    }

    /** Lets go of what there is too much of. What was put into a batch before must be in the tables. */
    void trim() {
        parties.keepBelow(most, party -> true);
        keys.keepBelow(most, key -> true);
        accounts.keepBelow(most, account -> true);
        holds.keepBelow(most, hold -> hold.endedEntry != 0);
        settlements.keepBelow(most, settlement -> !settlement.state.equals("PENDING"));
        obligations.keepBelow(most, obligation -> obligation.dischargedEntry != 0);
        awards.keepBelow(most, award -> award.issuedEntry != 0);
        flows.keepBelow(most, flow -> true);
        activities.keepBelow(most, activity -> true);
        if (holdings.size() > mostHoldings) {
            holdings.values().removeIf(holding -> !holding.changed);
            fetched.clear();
            holdingsComplete = false;
        }
    }
}
