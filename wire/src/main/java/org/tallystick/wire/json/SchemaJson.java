package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Locale;
import org.tallystick.wire.proto.Tally;

/**
 * The schema of envelopes and payloads as JSON, for programs that have no protobuf library, such as a page in a browser:
 *
 * <pre>{@code
 * {"messages": {"Leg": [{"number": 1, "name": "asset", "type": "int32"}, ...], ...},
 *  "enums": {"Payload.Mode": {"INDEPENDENT": 1, ...}, ...}}
 * }</pre>
 *
 * A field says what it is {@code of} where it is a message or an enum, whether it is {@code repeated}, and in which
 * {@code choice} it stands. Fields are in the order of their numbers; a name is that of {@link PayloadJson}.
 */
public final class SchemaJson {

    private final ObjectNode messages = Json.object();
    private final ObjectNode enums = Json.object();

    private SchemaJson() {}

    /** The schema on one line. */
    public static String print() {
        SchemaJson schema = new SchemaJson();
        schema.add(Tally.Envelope.getDescriptor());
        schema.add(Tally.Payload.getDescriptor());
        ObjectNode tree = Json.object();
        tree.set("messages", schema.messages);
        tree.set("enums", schema.enums);
        return Json.print(tree);
    }

    private void add(Descriptor message) {
        String name = name(message.getFullName());
        if (messages.has(name)) {
            return;
        }
        ArrayNode fields = messages.putArray(name);
        message.getFields().stream().sorted().forEach(field -> fields.add(field(field)));
    }

    private ObjectNode field(FieldDescriptor field) {
        ObjectNode json = Json.object()
                .put("number", field.getNumber())
                .put("name", field.getJsonName())
                .put("type", field.getType().name().toLowerCase(Locale.ROOT));
        if (field.isRepeated()) {
            json.put("repeated", true);
        }
        if (field.getContainingOneof() != null) {
            json.put("choice", field.getContainingOneof().getName());
        }
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            json.put("of", name(field.getMessageType().getFullName()));
            add(field.getMessageType());
        } else if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            json.put("of", name(field.getEnumType().getFullName()));
            add(field.getEnumType());
        }
        return json;
    }

    private void add(EnumDescriptor choices) {
        ObjectNode values = enums.putObject(name(choices.getFullName()));
        for (EnumValueDescriptor value : choices.getValues()) {
            values.put(value.getName(), value.getNumber());
        }
    }

    /** The name inside the schema's package: {@code Leg}, {@code Payload.Mode}. */
    private static String name(String fullName) {
        return fullName.substring(Tally.getDescriptor().getPackage().length() + 1);
    }
}
