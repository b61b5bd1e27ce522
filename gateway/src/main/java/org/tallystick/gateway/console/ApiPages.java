package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The document of the programming interface, for reading. */
final class ApiPages {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String WITHOUT_TAG = "Others";

    private final Press press;
    private final ApiPage page;

    /**
     * @param openApi as OpenAPI 3.1
     */
    ApiPages(JsonNode openApi, Press press) {
        this.press = press;
        this.page = read(openApi);
    }

    void document(Visitor visitor, Asked asked, ServerResponse response) {
        press.show(response, press.frame(visitor, "API", "/api"), "api", Map.of("page", page));
    }

    static ApiPage read(JsonNode openApi) {
        Map<String, List<ApiPage.Operation>> groups = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : openApi.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    String tag = method.getValue().path("tags").path(0).asText(WITHOUT_TAG);
                    groups.computeIfAbsent(tag, any -> new ArrayList<>())
                            .add(operation(
                                    openApi, method.getKey(), path.getKey(), path.getValue(), method.getValue()));
                }
            }
        }
        List<ApiPage.Group> list = new ArrayList<>();
        groups.forEach((tag, operations) -> list.add(new ApiPage.Group(tag, operations)));
        return new ApiPage(
                openApi.path("info").path("title").asText("API"),
                openApi.path("info").path("description").asText(""),
                list);
    }

    private static ApiPage.Operation operation(
            JsonNode openApi, String method, String path, JsonNode shared, JsonNode operation) {
        List<ApiPage.Parameter> parameters = new ArrayList<>();
        shared.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(openApi, parameter))));
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(openApi, parameter))));
        List<ApiPage.Response> responses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            JsonNode said = resolved(openApi, response.getValue());
            responses.add(new ApiPage.Response(
                    response.getKey(), said.path("description").asText(""), types(said.path("content"))));
        }
        return new ApiPage.Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(""),
                operation.path("description").asText(""),
                types(resolved(openApi, operation.path("requestBody")).path("content")),
                parameters,
                responses);
    }

    private static ApiPage.Parameter parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return new ApiPage.Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                schema.path("format").asText(schema.path("type").asText("")),
                parameter.path("description").asText(""));
    }

    private static String types(JsonNode content) {
        List<String> types = new ArrayList<>();
        content.properties().forEach(type -> types.add(type.getKey()));
        return String.join(", ", types);
    }

    /** What a reference inside the document refers to. */
    private static JsonNode resolved(JsonNode openApi, JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? openApi.at(reference.substring(1)) : node;
    }
}
