package org.tallystick.gateway.console;

import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;

/** Settlements: the search, and a page of each. */
final class SettlementPages {

    private final Views views;
    private final Press press;
    private final Register register;

    SettlementPages(Views views, Press press) {
        this.views = views;
        this.press = press;
        this.register = new Register(views);
    }

    void list(Visitor visitor, Asked asked, ServerResponse response) {
        if (asked.has("number")) {
            Press.seeOther(response, "/settlements/" + asked.number("number"));
            return;
        }
        SettlementFilter filter = new SettlementFilter(
                asked.choice("state", SettlementView.State.class),
                asked.has("party") ? register.party(asked.text("party")) : 0,
                asked.has("asset") ? register.asset(asked.text("asset")) : 0,
                asked.from("from"),
                asked.to("to"),
                asked.has("awaiting") ? visitor.party() : 0);
        Page<SettlementView> page = views.settlements(visitor.scope(), filter, asked.page());
        Map<String, Object> shown = new HashMap<>();
        shown.put("filter", filter);
        shown.put("party", asked.text("party"));
        shown.put("asset", asked.text("asset"));
        shown.put("from", asked.text("from"));
        shown.put("to", asked.text("to"));
        shown.put("settlements", page.items());
        shown.put("next", asked.next(page));
        press.show(response, press.frame(visitor, "Settlements", "/settlements"), "settlement/list", shown);
    }

    void settlement(Visitor visitor, Asked asked, ServerResponse response) {
        long number = asked.inPath("settlement");
        // First the frame: it says from which entry on the page must be told what is new.
        Frame frame = press.frame(visitor, "Settlement " + number, "/settlements");
        SettlementView settlement =
                views.settlement(visitor.scope(), number).orElseThrow(() -> NotShown.nothing("settlement " + number));
        press.show(response, frame, "settlement/page", Map.of("page", new SettlementPage(settlement, visitor)));
    }
}
