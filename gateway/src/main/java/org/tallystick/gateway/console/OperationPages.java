package org.tallystick.gateway.console;

import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;

/** For those who run or supervise the ledger: how it stands, what was refused, what is owed, who takes part. */
final class OperationPages {

    private static final int LOOKED_AT = 1_000;

    private final Views views;
    private final Press press;
    private final Standing standing;

    OperationPages(Views views, Press press, Standing standing) {
        this.views = views;
        this.press = press;
        this.standing = standing;
    }

    void operations(Visitor visitor, Asked asked, ServerResponse response) {
        if (!visitor.seesEverything()) {
            throw NotShown.nothing("page of operations");
        }
        List<ReceiptView> latest = views.receipts(visitor.scope(), ReceiptFilter.all(), Page.Request.first(LOOKED_AT))
                .items();
        Page<PartyView> parties = views.parties(asked.page(200));
        OperationsPage page = new OperationsPage(
                standing.ready().getAsBoolean(),
                views.overview(visitor.scope()),
                rejections(latest),
                latest.size(),
                views.obligations(visitor.scope(), true, Page.Request.first(50)).items(),
                parties.items(),
                asked.next(parties),
                visitor.has(Role.OPERATOR));
        press.show(response, press.frame(visitor, "Operations", "/operations"), "operations", Map.of("page", page));
    }

    /** How many of the receipts have each code as their first rejection, the most frequent first. */
    private static List<OperationsPage.Count> rejections(List<ReceiptView> receipts) {
        Map<RejectionCode, Integer> counts = new EnumMap<>(RejectionCode.class);
        for (ReceiptView receipt : receipts) {
            if (receipt.code() != null) {
                counts.merge(receipt.code(), 1, Integer::sum);
            }
        }
        List<OperationsPage.Count> list = new ArrayList<>();
        counts.forEach((code, count) -> list.add(new OperationsPage.Count(code, count)));
        list.sort(Comparator.comparingInt(OperationsPage.Count::count).reversed());
        return list;
    }
}
