package org.tallystick.gateway.console;

import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;

/** Receipts: the search, and a page of each. */
final class ReceiptPages {

    private final Views views;
    private final ReceiptSource log;
    private final Press press;
    private final Register register;

    ReceiptPages(Views views, ReceiptSource log, Press press) {
        this.views = views;
        this.log = log;
        this.press = press;
        this.register = new Register(views);
    }

    void list(Visitor visitor, Asked asked, ServerResponse response) {
        if (asked.has("entry")) {
            Press.seeOther(response, "/receipts/" + asked.number("entry"));
            return;
        }
        ReceiptFilter filter = new ReceiptFilter(
                asked.choice("verdict", ReceiptView.Verdict.class),
                asked.has("party") ? register.party(asked.text("party")) : 0,
                asked.text("instruction"),
                asked.choice("code", RejectionCode.class),
                asked.from("from"),
                asked.to("to"));
        Page<ReceiptView> page = views.receipts(visitor.scope(), filter, asked.page());
        Map<String, Object> shown = new HashMap<>();
        shown.put("filter", filter);
        shown.put("party", asked.text("party"));
        shown.put("from", asked.text("from"));
        shown.put("to", asked.text("to"));
        shown.put("receipts", page.items());
        shown.put("next", asked.next(page));
        press.show(response, press.frame(visitor, "Receipts", "/receipts"), "receipt/list", shown);
    }

    void receipt(Visitor visitor, Asked asked, ServerResponse response) throws IOException {
        long index = asked.inPath("index");
        LoggedEntry entry = log.read(index).orElseThrow(() -> NotShown.nothing("receipt of entry " + index));
        ReceiptPage page = new ReceiptReading(views, visitor)
                .read(entry, views.receipt(visitor.scope(), index))
                .orElseThrow(() -> NotShown.nothing("receipt of entry " + index));
        press.show(
                response, press.frame(visitor, "Receipt " + index, "/receipts"), "receipt/page", Map.of("page", page));
    }
}
