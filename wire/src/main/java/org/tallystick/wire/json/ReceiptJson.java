package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.codec.ReceiptCodec;

/** A receipt as JSON; a rejection with the name, number and sentence of its code, and whether it may be retried. */
public final class ReceiptJson {

    private ReceiptJson() {}

    /** A receipt as JSON on one line. */
    public static String print(Receipt receipt) {
        return Json.print(tree(receipt));
    }

    /** A receipt as a JSON tree. */
    public static ObjectNode tree(Receipt receipt) {
        return MessageWriter.write(ReceiptCodec.encode(receipt));
    }
}
