package org.tallystick.app.day.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.register.Asset;

/**
 * Whether, for every asset, its supply is the sum of its holdings, in the ledger's book and in the recount from receipts, and
 * both agree on every holding.
 *
 * @param assets how many were compared
 * @param holdings how many were compared
 * @param breaches a sentence for each that does not hold
 */
public record Conservation(int assets, int assetsThatHold, int holdings, List<String> breaches) {

    public boolean holds() {
        return breaches.isEmpty();
    }

    public static Conservation of(Ledger ledger, Recount recount) {
        Map<Recount.Holding, Long> booked = new TreeMap<>();
        ledger.book()
                .forEachHolding((account, asset, available, held) ->
                        booked.put(new Recount.Holding(account, asset), Math.addExact(available, held)));
        Map<Recount.Holding, Long> counted = recount.holdings();
        List<String> breaches = new ArrayList<>();
        int hold = 0;
        for (Asset asset : ledger.register().assets().all()) {
            String breach = breachOf(asset, ledger.book().supply(asset.number()), recount, booked, counted);
            if (breach == null) {
                hold++;
            } else {
                breaches.add(breach);
            }
        }
        if (!booked.equals(counted)) {
            breaches.add("the holdings in the book are not those that the receipts come to");
        }
        return new Conservation(ledger.register().assets().all().size(), hold, booked.size(), List.copyOf(breaches));
    }

    private static @Nullable String breachOf(
            Asset asset,
            long supply,
            Recount recount,
            Map<Recount.Holding, Long> booked,
            Map<Recount.Holding, Long> counted) {
        long sumBooked = sum(booked, asset.number());
        long sumCounted = sum(counted, asset.number());
        boolean holds = supply == sumBooked && supply == sumCounted && supply == recount.supply(asset.number());
        return holds
                ? null
                : "%s: supply %d, holdings in the book %d, holdings by receipts %d, issued less redeemed by receipts %d"
                        .formatted(asset.code(), supply, sumBooked, sumCounted, recount.supply(asset.number()));
    }

    private static long sum(Map<Recount.Holding, Long> holdings, int asset) {
        long sum = 0;
        for (Map.Entry<Recount.Holding, Long> holding : holdings.entrySet()) {
            if (holding.getKey().asset() == asset) {
                sum = Math.addExact(sum, holding.getValue());
            }
        }
        return sum;
    }
}
