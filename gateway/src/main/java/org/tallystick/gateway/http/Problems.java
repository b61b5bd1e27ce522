package org.tallystick.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.readmodel.BadCursor;

/** Problems as answers: whatever goes wrong with a request is told in the same form, and never with a stack trace. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** Answers problems of every route. */
    public static void answerOn(HttpRouting.Builder routing) {
        routing.error(Problem.class, Problems::answer)
                .error(BadCursor.class, (request, response, bad) -> answer(request, response, badCursor(bad)))
                .error(HttpException.class, (request, response, refused) -> answer(request, response, of(refused)))
                .error(CloseConnectionException.class, (request, response, gone) -> {
                    throw gone;
                })
                .error(Throwable.class, Problems::answerUnexpected);
    }

    private static Problem badCursor(BadCursor bad) {
        return Problem.badRequest("BAD_CURSOR", "after: " + bad.getMessage() + ".");
    }

    /** What the web server itself refused: its status, in our words. */
    private static Problem of(HttpException refused) {
        int status = refused.status().code();
        return switch (status) {
            case 404 -> Problem.notFound("No page and no resource has this address.");
            case 413 -> new Problem(413, "TOO_LARGE", "The request is too large.", "The body is longer than is taken.");
            default ->
                status >= 500
                        ? unexpected()
                        : new Problem(
                                status,
                                "BAD_REQUEST",
                                "The request cannot be understood.",
                                "This is not a request as HTTP has it.");
        };
    }

    private static Problem unexpected() {
        return new Problem(
                500,
                "UNEXPECTED",
                "The gateway failed.",
                "Something went wrong here that is not your fault. The request id leads to it.");
    }

    private static void answerUnexpected(ServerRequest request, ServerResponse response, Throwable failure) {
        if (failure instanceof ServerConnectionException || failure instanceof UncheckedIOException) {
            throw new CloseConnectionException("the client has gone", failure);
        }
        LOG.atError()
                .addKeyValue("requestId", Exchange.of(request).id())
                .addKeyValue("route", Exchange.of(request).route())
                .setCause(failure)
                .log("a request failed");
        answer(request, response, unexpected());
    }

    /** Answers a problem. */
    public static void answer(ServerRequest request, ServerResponse response, Problem problem) {
        Exchange exchange = Exchange.of(request);
        exchange.failedFor(problem.code());
        response.status(problem.status());
        problem.headers().forEach(response::header);
        response.header("Content-Type", MEDIA_TYPE);
        try {
            if (request.prologue().method().equals(Method.HEAD)) {
                response.send(); // A body would be taken for the beginning of the next answer.
            } else {
                response.send(bytes(problem, request.path().absolute().rawPath(), exchange.id()));
            }
        } catch (ServerConnectionException | UncheckedIOException gone) {
            throw new CloseConnectionException("the client has gone", gone);
        }
    }

    /** A problem as JSON, where it is not the answer itself. */
    public static byte[] bytes(Problem problem) {
        return bytes(problem, null, null);
    }

    private static byte[] bytes(Problem problem, @Nullable String instance, @Nullable String requestId) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "/api#" + problem.code());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.detail());
            if (instance != null) {
                json.writeStringField("instance", instance);
            }
            json.writeStringField("code", problem.code());
            if (requestId != null) {
                json.writeStringField("requestId", requestId);
            }
            for (Map.Entry<String, Object> member : problem.members().entrySet()) {
                json.writeFieldName(member.getKey());
                switch (member.getValue()) {
                    case String text -> json.writeString(text);
                    case Integer number -> json.writeNumber(number);
                    case Long number -> json.writeNumber(number);
                    case Boolean truth -> json.writeBoolean(truth);
                    case JsonNode tree -> Json.writeTree(json, tree);
                    case Object other -> throw new IllegalStateException("a problem cannot say " + other.getClass());
                }
            }
            json.writeEndObject();
        });
    }

    /** Problems found before a request is one: broken first lines and headers, wrong lengths. */
    public static DirectHandlers beforeRouting(SecurityHeaders safety) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, (request, event, status, headers, message) -> direct(status, headers, safety));
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse direct(
            Status status, ServerResponseHeaders headers, SecurityHeaders safety) {
        Problem problem = of(new HttpException("", status));
        safety.putOn(headers);
        headers.set(HeaderValues.create("Content-Type", MEDIA_TYPE));
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .entity(bytes(problem, null, null))
                .build();
    }
}
