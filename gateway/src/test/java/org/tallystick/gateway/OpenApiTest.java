package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.http.Endpoint;

/** The document of the interface says what is served: all of it, and nothing else. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private static TownGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void read() {
        gateway = TownGateway.open();
        document = gateway.get(0, "/openapi.json").json();
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void whatIsServedIsDescribedAndWhatIsDescribedIsServed() {
        assertThat(described()).isEqualTo(served());
    }

    /** Each operation with the names of its query parameters. */
    private static Map<String, Set<String>> served() {
        Map<String, Set<String>> served = new TreeMap<>();
        for (Endpoint endpoint : gateway.endpoints()) {
            served.put(endpoint.method().text() + " " + endpoint.path(), new TreeSet<>(endpoint.query()));
        }
        return served;
    }

    private static Map<String, Set<String>> described() {
        Map<String, Set<String>> described = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    Set<String> names = new TreeSet<>(query(path.getValue()));
                    names.addAll(query(operation.getValue()));
                    described.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), names);
                }
            }
        }
        return described;
    }

    private static Set<String> query(JsonNode of) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : of.path("parameters")) {
            JsonNode said = resolved(parameter);
            if (said.path("in").asText().equals("query")) {
                names.add(said.path("name").asText());
            }
        }
        return names;
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    @Test
    void noReferenceOfTheDocumentPointsAtNothing() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void answersHaveTheFieldsThatTheDocumentGivesThem() {
        matches("Overview", "/api/v1/overview");
        matches("SupplyList", "/api/v1/supply");
        matches("PartyPage", "/api/v1/parties");
        matches("Account", "/api/v1/accounts/2");
        matches("Holding", "/api/v1/accounts/2/holdings/1");
        matches("MovementPage", "/api/v1/accounts/2/statement");
        matches("InstrumentPage", "/api/v1/instruments");
        matches("CashFlowList", "/api/v1/instruments/2/cash-flows");
        matches("PriceList", "/api/v1/instruments/2/prices");
        matches("ReceiptSummaryPage", "/api/v1/receipts");
    }

    private static void matches(String schema, String path) {
        fields(document.at("/components/schemas/" + schema), gateway.read(TownLedger.OPERATOR, path), path);
    }

    private static void fields(JsonNode schema, JsonNode value, String at) {
        JsonNode said = resolved(schema);
        if (value.isArray()) {
            value.forEach(item -> fields(said.path("items"), item, at + "[]"));
        } else if (value.isObject() && said.has("properties")) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = said.path("properties").path(field.getKey());
                assertThat(property.isMissingNode())
                        .as(at + "." + field.getKey())
                        .isFalse();
                fields(property, field.getValue(), at + "." + field.getKey());
            }
            for (JsonNode required : said.path("required")) {
                assertThat(value.has(required.asText()))
                        .as(at + "." + required.asText())
                        .isTrue();
            }
        }
    }
}
