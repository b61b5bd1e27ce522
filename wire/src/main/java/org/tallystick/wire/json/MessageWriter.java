package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.proto.Tally;

/** Makes a JSON tree of a message of the schema, fields in the order of their numbers, zeros and empty lists too. */
final class MessageWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final FieldDescriptor FAILURE =
            Tally.SettlementFailed.getDescriptor().findFieldByNumber(Tally.SettlementFailed.REASON_FIELD_NUMBER);

    private MessageWriter() {}

    static ObjectNode write(Message message) {
        ObjectNode json = NODES.objectNode();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                ArrayNode list = json.putArray(field.getJsonName());
                for (Object element : (List<?>) message.getField(field)) {
                    list.add(value(field, element));
                }
            } else if (!field.hasPresence() || message.hasField(field)) {
                json.set(field.getJsonName(), value(field, message.getField(field)));
            }
        }
        return json;
    }

    private static JsonNode value(FieldDescriptor field, Object value) {
        if (field.equals(FAILURE)) {
            return NODES.textNode(code((Integer) value).name());
        }
        return switch (field.getJavaType()) {
            case INT -> NODES.numberNode((Integer) value);
            case LONG -> NODES.numberNode((Long) value);
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case STRING -> NODES.textNode((String) value);
            case BYTE_STRING -> NODES.textNode(HexFormat.of().formatHex(((ByteString) value).toByteArray()));
            case ENUM -> NODES.textNode(((EnumValueDescriptor) value).getName());
            case MESSAGE -> message((Message) value);
            case FLOAT, DOUBLE -> throw new IllegalStateException("the schema has no floating-point field " + field);
        };
    }

    private static JsonNode message(Message message) {
        if (message instanceof Tally.Date date) {
            return NODES.textNode(LocalDate.ofEpochDay(date.getEpochDay()).toString());
        }
        if (message instanceof Tally.Month month) {
            return NODES.textNode(
                    YearMonth.of(month.getYear(), month.getMonth()).toString());
        }
        if (message instanceof Tally.Rejection rejection) {
            return rejection(rejection);
        }
        return write(message);
    }

    private static ObjectNode rejection(Tally.Rejection rejection) {
        RejectionCode code = code(rejection.getCode());
        ObjectNode json = NODES.objectNode()
                .put("code", code.name())
                .put("number", code.number())
                .put("sentence", code.sentence())
                .put("mayBeRetried", code.mayBeRetried());
        if (rejection.getLeg() >= 0) {
            json.put("leg", rejection.getLeg());
        }
        if (rejection.getSubject() != 0) {
            json.put("subject", rejection.getSubject());
        }
        return json;
    }

    private static RejectionCode code(int number) {
        for (RejectionCode code : RejectionCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        throw new IllegalStateException("a receipt made of records has no code that does not exist: " + number);
    }
}
