package org.tallystick.readmodel;

import java.util.List;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.SettlementFilter;

/** All that the views tell to those who may see everything. */
record Everything(List<Object> told) {

    static Everything of(Views views) {
        Scope all = Scope.everything();
        return new Everything(List.of(
                views.overview(all),
                views.supply(),
                BookComparison.all(views::parties),
                BookComparison.all(page -> views.accounts(all, page)),
                BookComparison.all(page -> views.holdings(all, page)),
                BookComparison.all(page -> views.holds(all, page)),
                BookComparison.all(page -> views.instruments(InstrumentFilter.all(), page)),
                BookComparison.all(page -> views.auctions(0, page)),
                BookComparison.all(page -> views.distributions(0, page)),
                BookComparison.all(page -> views.settlements(all, SettlementFilter.all(), page)),
                BookComparison.all(page -> views.obligations(all, false, page)),
                BookComparison.all(page -> views.receipts(all, ReceiptFilter.all(), page)),
                views.movementsAfter(all, 0, Integer.MAX_VALUE - 1),
                views.flow(all, 0, Integer.MAX_VALUE)));
    }
}
