package org.tallystick.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.codec.ReceiptBytes;
import org.tallystick.wire.codec.ReceiptCodec;
import org.tallystick.wire.proto.Tally;

/**
 * Receipts as bytes.
 *
 * <p>The same receipt is the same bytes on every authority: the schema has no maps, and of a message without maps the
 * protobuf library writes the fields in the order of their numbers and every number in its shortest form. So does
 * {@link ReceiptBytes}, which writes them.
 */
public final class Receipts {

    private Receipts() {}

    public static byte[] encode(Receipt receipt) {
        return ReceiptBytes.of(receipt);
    }

    /** What a receipt tells of its envelope, at a glance: much faster than {@link #decode}. */
    public static Judgement judgement(byte[] receipt) {
        CodedInputStream in = CodedInputStream.newInstance(receipt);
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == Tally.Receipt.REFUSED_FIELD_NUMBER) {
                    int code = Tally.Rejection.parseFrom(in.readBytes()).getCode();
                    return code == RejectionCode.BAD_SIGNATURE.number() ? Judgement.FORGED : Judgement.REFUSED;
                }
                in.skipField(tag);
            }
            return Judgement.ADMITTED;
        } catch (IOException unreadable) {
            return Judgement.REFUSED;
        }
    }

    /**
     * The receipt that the bytes say. Fields added to the schema later are passed over.
     *
     * @throws MalformedMessage where they say none
     */
    public static Receipt decode(byte[] bytes) {
        try {
            return ReceiptCodec.decode(Tally.Receipt.parseFrom(bytes));
        } catch (InvalidProtocolBufferException unreadable) {
            throw new MalformedMessage("not a receipt: " + unreadable.getMessage());
        }
    }
}
