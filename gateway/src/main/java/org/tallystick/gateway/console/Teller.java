package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PartyView;

/**
 * Tells commands and facts, as their JSON says them, to people: numbers of parties, accounts and assets with their codes,
 * amounts in units, times in UTC and New York. Made for one page; what was looked up is kept.
 */
final class Teller {

    private static final int MOST_PARTS = 100;

    private final Views views;
    private final Map<Integer, Optional<InstrumentView>> instruments = new HashMap<>();
    private final Map<Integer, Optional<PartyView>> owners = new HashMap<>();
    private final Map<Integer, Optional<PartyView>> parties = new HashMap<>();

    Teller(Views views) {
        this.views = views;
    }

    /** A command or an event: an object with one property, which names it. */
    Telling tell(JsonNode choice) {
        Map.Entry<String, JsonNode> kind = choice.properties().iterator().next();
        return tell(words(kind.getKey()), kind.getValue());
    }

    private Telling tell(String title, JsonNode message) {
        List<Telling.Fact> facts = new ArrayList<>();
        List<Telling> parts = new ArrayList<>();
        int left = 0;
        for (Map.Entry<String, JsonNode> property : message.properties()) {
            JsonNode value = property.getValue();
            String name = words(property.getKey());
            if (value.isObject()) {
                parts.add(tell(name, value));
            } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
                for (int i = 0; i < Math.min(value.size(), MOST_PARTS); i++) {
                    parts.add(tell(name.replaceFirst("s$", "") + " " + (i + 1), value.get(i)));
                }
                left += Math.max(0, value.size() - MOST_PARTS);
            } else if (value.isArray()) {
                facts.add(new Telling.Fact(name, list(value)));
            } else {
                facts.add(new Telling.Fact(name, value(property.getKey(), value, message)));
            }
        }
        return new Telling(title, List.copyOf(facts), List.copyOf(parts), left);
    }

    private String value(String field, JsonNode value, JsonNode message) {
        if (!value.isIntegralNumber()) {
            return value.asText();
        }
        long number = value.longValue();
        if (field.endsWith("Millis")) {
            return Moments.utc(number) + " UTC, " + Moments.newYork(number) + " New York";
        }
        if (field.endsWith("Micros")) {
            return Figures.amount(number, 6) + " per 100";
        }
        if (field.endsWith("PercentNanos")) {
            return Figures.trimmed(number, 9, 3) + " %";
        }
        return switch (field) {
            case "asset", "cashAsset" -> asset((int) number);
            case "account", "fromAccount", "toAccount", "payingAccount", "residualAccount" -> account((int) number);
            case "party", "issuer", "proposer" -> party((int) number);
            case "hold" -> number == 0 ? "none" : Long.toString(number);
            case "amount", "par", "supply", "offeringAmount" ->
                amount(number, message.path("asset").intValue());
            default -> Long.toString(number);
        };
    }

    private String asset(int number) {
        return instrument(number)
                .map(asset -> asset.code() + " (" + number + ")")
                .orElse(Integer.toString(number));
    }

    private String account(int number) {
        return owners.computeIfAbsent(number, views::ownerOf)
                .map(owner -> number + " of " + owner.code())
                .orElse(Integer.toString(number));
    }

    private String party(int number) {
        return parties.computeIfAbsent(number, views::party)
                .map(party -> party.code() + " (" + number + ")")
                .orElse(Integer.toString(number));
    }

    private String amount(long minor, int asset) {
        return instrument(asset)
                .map(of -> Figures.amount(minor, of.scale()) + " " + of.code())
                .orElse(Figures.count(minor) + " in minor units");
    }

    private Optional<InstrumentView> instrument(int number) {
        return number == 0 ? Optional.empty() : instruments.computeIfAbsent(number, views::instrument);
    }

    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), MOST_PARTS); i++) {
            texts.add(values.get(i).asText());
        }
        String more = values.size() > MOST_PARTS ? " and " + (values.size() - MOST_PARTS) + " more" : "";
        return texts.isEmpty() ? "none" : String.join(", ", texts) + more;
    }

    /** issueCash becomes Issue cash. */
    static String words(String name) {
        String spaced = name.replaceAll("(Millis|Micros|PercentNanos|Thousandths|E5)$", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
