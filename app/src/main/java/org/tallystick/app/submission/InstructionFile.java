package org.tallystick.app.submission;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.app.console.Failure;
import org.tallystick.ledger.command.Payload;
import org.tallystick.wire.json.BadJson;
import org.tallystick.wire.json.PayloadJson;

/** Instructions in JSON, one a line; empty lines and lines that begin with # are passed over. */
final class InstructionFile {

    /**
     * One instruction.
     *
     * @param line where it stands, from 1
     */
    record Instruction(int line, Payload payload) {}

    private InstructionFile() {}

    /**
     * Reads all instructions, or none.
     *
     * @param name of the file, for messages
     * @param ledger meant where a line names none
     * @param validUntilMillis meant where a line says nothing
     * @throws Failure for the first line that is no instruction
     */
    static List<Instruction> read(String name, List<String> lines, String ledger, long validUntilMillis) {
        List<Instruction> instructions = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String text = lines.get(at).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                Payload payload = parse(name, at + 1, text);
                instructions.add(new Instruction(at + 1, complete(payload, ledger, validUntilMillis)));
            }
        }
        return instructions;
    }

    private static Payload parse(String name, int line, String text) {
        try {
            return PayloadJson.parse(text);
        } catch (BadJson bad) {
            throw Failure.badInput(
                    "BAD_INSTRUCTION",
                    "%s, line %d: %s; nothing was submitted".formatted(name, line, bad.getMessage()));
        }
    }

    private static Payload complete(Payload payload, String ledger, long validUntilMillis) {
        return new Payload(
                payload.ledger().isEmpty() ? ledger : payload.ledger(),
                payload.party(),
                payload.instructionId(),
                payload.validUntilMillis() == 0 ? validUntilMillis : payload.validUntilMillis(),
                payload.mode(),
                payload.commands());
    }
}
