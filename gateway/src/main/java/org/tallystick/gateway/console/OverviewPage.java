package org.tallystick.gateway.console;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.SupplyView;

/**
 * What the overview shows.
 *
 * @param ready whether the ledger takes instructions
 * @param awaiting settlements that wait for the visitor's word
 * @param latest settlements that the visitor may see, the newest first
 * @param obligations those open, the newest
 */
public record OverviewPage(
        boolean ready,
        LedgerOverview overview,
        List<SupplyGroup> supply,
        List<SettlementView> awaiting,
        List<SettlementView> latest,
        List<ObligationView> obligations) {

    private static final int LARGEST = 8;

    /**
     * The supply of one kind of asset.
     *
     * @param count how many assets there are of it
     * @param outstanding of all of them together, in minor units of the finest
     * @param scale decimals of that
     * @param largest those of which most is outstanding
     */
    public record SupplyGroup(
            InstrumentView.Kind kind, int count, BigInteger outstanding, int scale, List<SupplyView> largest) {

        /** Whether the sum means something: that of several securities does, that of dollars and euros does not. */
        public boolean isSummed() {
            return count > 1 && kind != InstrumentView.Kind.CASH;
        }
    }

    /** From being instructed to being final, in the middle; a dash where nothing was. */
    public String timeToSettle() {
        if (overview.settlementsFinal() == 0) {
            return "–";
        }
        return overview.medianSettleMillis() == 0 ? "at once" : Figures.span(overview.medianSettleMillis());
    }

    static List<SupplyGroup> grouped(List<SupplyView> supply) {
        Map<InstrumentView.Kind, List<SupplyView>> kinds = new TreeMap<>();
        for (SupplyView asset : supply) {
            kinds.computeIfAbsent(asset.kind(), kind -> new ArrayList<>()).add(asset);
        }
        List<SupplyGroup> groups = new ArrayList<>();
        kinds.forEach((kind, assets) -> groups.add(group(kind, assets)));
        return groups;
    }

    private static SupplyGroup group(InstrumentView.Kind kind, List<SupplyView> assets) {
        assets.sort(Comparator.comparingLong(SupplyView::outstanding).reversed().thenComparing(SupplyView::code));
        int scale = assets.stream().mapToInt(SupplyView::scale).max().orElse(0);
        BigInteger outstanding = assets.stream()
                .map(asset ->
                        BigInteger.valueOf(asset.outstanding()).multiply(BigInteger.TEN.pow(scale - asset.scale())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        List<SupplyView> largest = List.copyOf(assets.subList(0, Math.min(LARGEST, assets.size())));
        return new SupplyGroup(kind, assets.size(), outstanding, scale, largest);
    }
}
