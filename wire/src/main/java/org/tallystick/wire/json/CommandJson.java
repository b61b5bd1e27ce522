package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tallystick.ledger.command.Command;
import org.tallystick.wire.codec.CommandCodec;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.proto.Tally;

/** One command as JSON: {@code {"issueCash": {"asset": 1, "account": 2, "amount": 1000000}}}. */
public final class CommandJson {

    private CommandJson() {}

    /**
     * The command that a JSON text says. A number left out is 0, a text left out is empty.
     *
     * @throws BadJson where it says none
     */
    public static Command parse(String json) {
        Tally.Command.Builder message = Tally.Command.newBuilder();
        MessageReader.read(Json.parse(json), message, "");
        try {
            return CommandCodec.decode(message.build());
        } catch (MalformedMessage malformed) {
            throw new BadJson(String.valueOf(malformed.getMessage()));
        }
    }

    /** A command as JSON on one line. */
    public static String print(Command command) {
        return Json.print(tree(command));
    }

    /** A command as a JSON tree. */
    public static ObjectNode tree(Command command) {
        return MessageWriter.write(CommandCodec.encode(command));
    }
}
