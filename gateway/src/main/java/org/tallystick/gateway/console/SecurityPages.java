package org.tallystick.gateway.console;

import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.security.CashFlows;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;

/** Securities and money: the list, and a page of each. */
final class SecurityPages {

    private final Views views;
    private final CashFlows cashFlows;
    private final Press press;

    SecurityPages(Views views, CashFlows cashFlows, Press press) {
        this.views = views;
        this.cashFlows = cashFlows;
        this.press = press;
    }

    void list(Visitor visitor, Asked asked, ServerResponse response) {
        InstrumentFilter filter = new InstrumentFilter(
                asked.choice("kind", InstrumentView.Kind.class), asked.text("text"), asked.has("outstanding"));
        Page<InstrumentView> page = views.instruments(filter, asked.page());
        Map<String, Object> shown = new HashMap<>();
        shown.put("filter", filter);
        shown.put("instruments", page.items());
        shown.put("next", asked.next(page));
        press.show(response, press.frame(visitor, "Securities", "/securities"), "security/list", shown);
    }

    void security(Visitor visitor, Asked asked, ServerResponse response) {
        String code = asked.nameInPath("code");
        InstrumentView instrument = views.instrument(code).orElseThrow(() -> NotShown.nothing("asset " + code));
        int asset = instrument.asset();
        SecurityPage page = new SecurityPage(
                instrument,
                money(instrument),
                cashFlows.schedule(asset),
                cashFlows.figures(asset),
                views.prices(asset, 30),
                views.auctions(asset, Page.Request.first(30)).items(),
                views.distributions(asset, Page.Request.first(30)).items(),
                views.holders(visitor.scope(), asset, 200));
        press.show(response, press.frame(visitor, code, "/securities"), "security/page", Map.of("page", page));
    }

    private Optional<InstrumentView> money(InstrumentView instrument) {
        return SecurityPage.cashAsset(instrument).flatMap(views::instrument);
    }
}
