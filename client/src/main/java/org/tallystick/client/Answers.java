package org.tallystick.client;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.MalformedMessage;

/** Answers as records. Members that a record does not have are passed over: a gateway of a later day may tell more. */
final class Answers {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Dates()))
            .build();

    private static final class Dates extends FromStringDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        Dates() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context) {
            return LocalDate.parse(text);
        }
    }

    private Answers() {}

    static <T> Page<T> page(JsonNode json, Class<T> kind) {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, kind);
        try {
            return new Page<>(
                    MAPPER.convertValue(json.path("items"), list),
                    json.path("next").asText(null));
        } catch (IllegalArgumentException other) {
            throw notUnderstood(other);
        }
    }

    static <T> T one(JsonNode json, Class<T> kind) {
        try {
            return MAPPER.convertValue(json, kind);
        } catch (IllegalArgumentException other) {
            throw notUnderstood(other);
        }
    }

    static Receipt receipt(byte[] bytes) {
        try {
            return Receipts.decode(bytes);
        } catch (MalformedMessage other) {
            throw notUnderstood(other);
        }
    }

    static Problem notUnderstood(RuntimeException why) {
        return new Problem(
                502,
                "ANSWER_NOT_UNDERSTOOD",
                "The gateway's answer is not what this client expects of it.",
                String.valueOf(why.getMessage()),
                null);
    }
}
