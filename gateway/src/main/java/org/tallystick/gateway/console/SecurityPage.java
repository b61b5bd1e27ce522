package org.tallystick.gateway.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.readmodel.security.CashFlow;
import org.tallystick.readmodel.security.SecurityFigures;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.HolderView;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PriceView;

/**
 * What the page of a security shows.
 *
 * @param money what it is paid for and pays in; empty for money itself
 * @param flows everything it pays, in order of date
 * @param figures what it is worth, as far as what is published tells
 * @param prices the newest first
 * @param holders most first; empty for whoever may not know
 */
public record SecurityPage(
        InstrumentView instrument,
        Optional<InstrumentView> money,
        List<CashFlow> flows,
        Optional<SecurityFigures> figures,
        List<PriceView> prices,
        List<AuctionView> auctions,
        List<DistributionView> distributions,
        List<HolderView> holders) {

    /** Holders of one kind and what they hold together. */
    public record HolderGroup(String kind, int count, long amount, List<HolderView> holders) {}

    /** The holders by what their parties are. */
    public List<HolderGroup> holderGroups() {
        Map<String, List<HolderView>> kinds = new TreeMap<>();
        for (HolderView holder : holders) {
            kinds.computeIfAbsent(Words.roles(holder.roles()), kind -> new ArrayList<>())
                    .add(holder);
        }
        List<HolderGroup> groups = new ArrayList<>();
        kinds.forEach((kind, of) -> groups.add(new HolderGroup(
                kind, of.size(), of.stream().mapToLong(HolderView::amount).sum(), of)));
        return groups;
    }

    private static final int NEXT = 6;

    /** Payments from the business date on, the next few. */
    public List<CashFlow> next(@Nullable LocalDate businessDate) {
        return flows.stream()
                .filter(flow -> businessDate == null || !flow.date().isBefore(businessDate))
                .limit(NEXT)
                .toList();
    }

    /** Decimals of the money; two where it is not known. */
    public int moneyScale() {
        return money.map(InstrumentView::scale).orElse(2);
    }

    static Optional<Integer> cashAsset(InstrumentView instrument) {
        return switch (instrument.terms()) {
            case AssetTerms.Cash cash -> Optional.empty();
            case AssetTerms.Treasury treasury -> Optional.of(treasury.cashAsset());
        };
    }
}
