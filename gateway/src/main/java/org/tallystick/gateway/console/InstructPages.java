package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PartyView;

/** Instructing a settlement, and what the browser must know to show what is signed. */
final class InstructPages {

    private static final int MOST_NAMES = 100;

    private final Views views;
    private final Press press;

    InstructPages(Views views, Press press) {
        this.views = views;
        this.press = press;
    }

    void form(Visitor visitor, Asked asked, ServerResponse response) {
        if (!visitor.moves()) {
            throw NotShown.nothing("page to instruct settlements: a supervisor moves nothing");
        }
        List<AccountView> accounts = views.accounts(visitor.scope(), Page.Request.first(200)).items().stream()
                .filter(account -> account.party() == visitor.party())
                .toList();
        press.show(
                response,
                press.frame(visitor, "Instruct a settlement", "/instruct"),
                "instruct",
                Map.of("accounts", accounts));
    }

    /** What waits for more of the party's keys; the browser asks for it and reads its bytes itself. */
    void approvals(Visitor visitor, Asked asked, ServerResponse response) {
        press.show(response, press.frame(visitor, "Approvals", "/approvals"), "approvals", Map.of());
    }

    /** What the accounts, assets and parties asked for are called; null for those that are not there. */
    void names(Visitor visitor, Asked asked, ServerResponse response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode accounts = json.putObject("accounts");
        for (String number : asked.all("accounts", MOST_NAMES)) {
            accounts.set(
                    number,
                    number(number)
                            .flatMap(views::ownerOf)
                            .map(InstructPages::json)
                            .orElse(null));
        }
        ObjectNode assets = json.putObject("assets");
        for (String name : asked.all("assets", MOST_NAMES)) {
            assets.set(name, asset(name).map(InstructPages::json).orElse(null));
        }
        ObjectNode parties = json.putObject("parties");
        for (String number : asked.all("parties", MOST_NAMES)) {
            parties.set(
                    number,
                    number(number)
                            .flatMap(views::party)
                            .map(InstructPages::json)
                            .orElse(null));
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(json.toString());
    }

    private Optional<InstrumentView> asset(String codeOrNumber) {
        return views.instrument(codeOrNumber).or(() -> number(codeOrNumber).flatMap(views::instrument));
    }

    private static Optional<Integer> number(String text) {
        boolean plain = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static ObjectNode json(PartyView party) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("party", party.party())
                .put("code", party.code())
                .put("name", party.name());
    }

    private static ObjectNode json(InstrumentView instrument) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("asset", instrument.asset())
                .put("code", instrument.code())
                .put("scale", instrument.scale())
                .put("lot", Long.toString(instrument.lot()))
                .put("brief", SecurityTerms.brief(instrument));
    }
}
