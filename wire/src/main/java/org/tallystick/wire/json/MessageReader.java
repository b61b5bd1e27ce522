package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallystick.wire.proto.Tally;

/** Fills a message of the schema from a JSON tree. What is left out is zero, or empty; what is not known is refused. */
final class MessageReader {

    private MessageReader() {}

    static void read(ObjectNode json, Message.Builder into, String path) {
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            FieldDescriptor field = field(into.getDescriptorForType(), property.getKey(), path);
            String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            JsonNode value = property.getValue();
            if (value.isNull()) {
                continue;
            }
            OneofDescriptor choice = field.getContainingOneof();
            if (choice != null && into.hasOneof(choice)) {
                throw new BadJson(at + " stands beside "
                        + into.getOneofFieldDescriptor(choice).getJsonName() + ": only one of them can be said");
            }
            if (field.isRepeated()) {
                readList(value, field, into, at);
            } else {
                into.setField(field, value(value, field, into, at));
            }
        }
    }

    private static FieldDescriptor field(Descriptor message, String name, String path) {
        for (FieldDescriptor field : message.getFields()) {
            if (field.getJsonName().equals(name) || field.getName().equals(name)) {
                return field;
            }
        }
        String known =
                message.getFields().stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining(", "));
        String where = path.isEmpty() ? "" : " in " + path;
        throw new BadJson("there is no \"" + name + "\"" + where + "; there are: " + known);
    }

    private static void readList(JsonNode json, FieldDescriptor field, Message.Builder into, String path) {
        if (!json.isArray()) {
            throw new BadJson(path + " must be a list in [ and ]");
        }
        for (int i = 0; i < json.size(); i++) {
            into.addRepeatedField(field, value(json.get(i), field, into, path + "[" + i + "]"));
        }
    }

    private static Object value(JsonNode json, FieldDescriptor field, Message.Builder parent, String path) {
        return switch (field.getJavaType()) {
            case INT -> (int) number(json, Integer.MIN_VALUE, Integer.MAX_VALUE, path);
            case LONG ->
                field.getName().endsWith("_millis")
                        ? millis(json, path)
                        : number(json, Long.MIN_VALUE, Long.MAX_VALUE, path);
            case BOOLEAN -> {
                if (!json.isBoolean()) {
                    throw new BadJson(path + " must be true or false");
                }
                yield json.booleanValue();
            }
            case STRING -> text(json, path);
            case BYTE_STRING -> bytes(json, path);
            case ENUM -> choice(json, field, path);
            case MESSAGE -> message(json, field, parent, path);
            case FLOAT, DOUBLE -> throw new IllegalStateException("the schema has no floating-point field " + field);
        };
    }

    private static Object message(JsonNode json, FieldDescriptor field, Message.Builder parent, String path) {
        if (field.getMessageType().equals(Tally.Date.getDescriptor())) {
            return date(text(json, path), path);
        }
        if (field.getMessageType().equals(Tally.Month.getDescriptor())) {
            return month(text(json, path), path);
        }
        if (!(json instanceof ObjectNode object)) {
            throw new BadJson(path + " must be an object in { and }");
        }
        Message.Builder message = parent.newBuilderForField(field);
        read(object, message, path);
        return message.build();
    }

    private static Tally.Date date(String text, String path) {
        try {
            return Tally.Date.newBuilder()
                    .setEpochDay(Math.toIntExact(LocalDate.parse(text).toEpochDay()))
                    .build();
        } catch (DateTimeException | ArithmeticException noDate) {
            throw new BadJson(path + " is \"" + text + "\", which is no date like 2026-11-23");
        }
    }

    private static Tally.Month month(String text, String path) {
        try {
            YearMonth month = YearMonth.parse(text);
            return Tally.Month.newBuilder()
                    .setYear(month.getYear())
                    .setMonth(month.getMonthValue())
                    .build();
        } catch (DateTimeException noMonth) {
            throw new BadJson(path + " is \"" + text + "\", which is no month like 2026-11");
        }
    }

    /** A time: milliseconds since 1970, or a text like 2026-11-23T21:30:00Z. */
    private static long millis(JsonNode json, String path) {
        if (!json.isTextual() || json.textValue().indexOf('T') < 0) {
            return number(json, Long.MIN_VALUE, Long.MAX_VALUE, path);
        }
        try {
            return Instant.parse(json.textValue()).toEpochMilli();
        } catch (DateTimeException | ArithmeticException noTime) {
            throw new BadJson(path + " is \"" + json.textValue() + "\", which is no time like 2026-11-23T21:30:00Z");
        }
    }

    /** A whole number, as a JSON number or, as other writers of protobuf's JSON do with 64 bits, a text. */
    private static long number(JsonNode json, long least, long most, String path) {
        try {
            BigDecimal number = json.isNumber() ? json.decimalValue() : new BigDecimal(text(json, path));
            long value = number.longValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException noWholeNumber) {
            throw new BadJson(path + " is " + json + ", which is no whole number of 64 bits");
        }
        throw new BadJson(path + " is " + json + ", which is not between " + least + " and " + most);
    }

    private static String text(JsonNode json, String path) {
        if (!json.isTextual()) {
            throw new BadJson(path + " must be a text in quotation marks");
        }
        return json.textValue();
    }

    private static ByteString bytes(JsonNode json, String path) {
        try {
            return ByteString.copyFrom(HexFormat.of().parseHex(text(json, path)));
        } catch (IllegalArgumentException notHexadecimal) {
            throw new BadJson(path + " must be hexadecimal digits, two a byte");
        }
    }

    private static EnumValueDescriptor choice(JsonNode json, FieldDescriptor field, String path) {
        EnumValueDescriptor found = field.getEnumType().findValueByName(text(json, path));
        if (found == null || found.getNumber() == 0) {
            String known = field.getEnumType().getValues().stream()
                    .filter(value -> value.getNumber() != 0)
                    .map(EnumValueDescriptor::getName)
                    .collect(Collectors.joining(", "));
            throw new BadJson(path + " is " + json + "; it may be: " + known);
        }
        return found;
    }
}
