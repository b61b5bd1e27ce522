package org.tallystick.app.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.json.PayloadJson;
import org.tallystick.wire.json.ReceiptJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tally receipt}. */
@Command(
        name = "receipt",
        header = "Read an entry of the log and its receipt again.",
        descriptionHeading = "%n",
        description = {
            "What was signed, by which keys, and what the ledger decided: events, or the code and the reason of a "
                    + "rejection. The number is the entry's, as every receipt tells it. Works while a node runs, and "
                    + "for every entry since the ledger began."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  tally receipt 42 --data ledger")
public final class ReceiptCommand implements Callable<Integer> {

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "ENTRY", description = "The entry's number, from 1.")
    private long index;

    @Override
    public Integer call() throws IOException {
        Journal journal = data.directory().journal();
        JournalEntry entry = journal.read(index)
                .orElseThrow(() -> Failure.badInput(
                        "NO_SUCH_ENTRY",
                        "the log has no entry %d: it has the entries 1 to %,d".formatted(index, journal.lastIndex())));
        ObjectNode told = tell(entry);
        if (output.json()) {
            output.printJson(told);
        } else {
            output.out().println(told.toPrettyString());
        }
        return ExitCode.OK;
    }

    private static ObjectNode tell(JournalEntry entry) throws IOException {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("entry", entry.index());
        told.put("time", Instant.ofEpochMilli(entry.timeMillis()).toString());
        switch (entry.kind()) {
            case TICK -> told.put("from", "the ledger's own timer");
            case ENVELOPE -> tellEnvelope(entry.envelope(), told);
        }
        try {
            told.set("receipt", ReceiptJson.tree(Receipts.decode(entry.receipt())));
        } catch (MalformedMessage malformed) {
            throw new IOException("the receipt of entry " + entry.index() + " cannot be read", malformed);
        }
        return told;
    }

    private static void tellEnvelope(byte[] envelope, ObjectNode told) {
        switch (Envelopes.decode(envelope)) {
            case Decoded.WellFormed wellFormed -> {
                told.set("signed", PayloadJson.tree(wellFormed.payload()));
                ArrayNode keys = told.putArray("keys");
                wellFormed
                        .signatures()
                        .forEach(signature -> keys.add(signature.key().toString()));
            }
            case Decoded.Refused refused -> {
                told.put("bytes", envelope.length);
                told.put("unreadable", refused.reason());
            }
        }
    }
}
