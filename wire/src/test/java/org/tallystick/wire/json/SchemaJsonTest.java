package org.tallystick.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.tallystick.wire.proto.Tally;

/** A program without a protobuf library writes and reads payloads by this description. */
class SchemaJsonTest {

    private final JsonNode schema = new JsonMapper().readTree(SchemaJson.print());

    SchemaJsonTest() throws Exception {}

    @Test
    void aLegIsToldFieldByField() {
        JsonNode leg = schema.at("/messages/Leg");

        assertThat(leg).hasSize(5);
        assertThat(leg.get(0).toString()).isEqualTo("{\"number\":1,\"name\":\"asset\",\"type\":\"int32\"}");
        assertThat(leg.get(3).toString()).isEqualTo("{\"number\":4,\"name\":\"amount\",\"type\":\"int64\"}");
    }

    @Test
    void everyCommandIsReachedFromThePayload() {
        JsonNode command = schema.at("/messages/Command");

        assertThat(command).hasSize(Tally.Command.getDescriptor().getFields().size());
        for (JsonNode kind : command) {
            assertThat(kind.get("choice").asText()).isEqualTo("kind");
            assertThat(schema.get("messages").has(kind.get("of").asText()))
                    .as(kind.toString())
                    .isTrue();
        }
    }

    @Test
    void fieldsStandInTheOrderInWhichTheyAreWritten() {
        for (JsonNode message : schema.get("messages")) {
            int last = 0;
            for (JsonNode field : message) {
                assertThat(field.get("number").asInt()).isGreaterThan(last);
                last = field.get("number").asInt();
            }
        }
    }

    @Test
    void modesAreKnownByNumber() {
        assertThat(schema.at("/enums/Payload.Mode/ALL_OR_NOTHING").asInt()).isEqualTo(2);
    }
}
