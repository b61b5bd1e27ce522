package org.tallystick.wire.codec;

import com.google.protobuf.ByteString;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.wire.proto.Tally;

/** Payloads: what a party signs. */
public final class PayloadCodec {

    /** Bytes of a nonce. */
    public static final int NONCE_LENGTH = 16;

    private PayloadCodec() {}

    /**
     * A payload as a message.
     *
     * @param nonce {@value #NONCE_LENGTH} random bytes
     * @throws IllegalArgumentException for a nonce of another length, or roles that do not exist
     */
    public static Tally.Payload encode(Payload payload, byte[] nonce) {
        if (nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("a nonce has " + NONCE_LENGTH + " bytes, not " + nonce.length);
        }
        return encode(payload).toBuilder().setNonce(ByteString.copyFrom(nonce)).build();
    }

    /** A payload as a message without its nonce: what people read and write. */
    public static Tally.Payload encode(Payload payload) {
        Tally.Payload.Builder message = Tally.Payload.newBuilder()
                .setLedger(payload.ledger())
                .setParty(payload.party())
                .setInstructionId(payload.instructionId())
                .setValidUntilMillis(payload.validUntilMillis())
                .setMode(encode(payload.mode()));
        for (Command command : payload.commands()) {
            message.addCommands(CommandCodec.encode(command));
        }
        return message.build();
    }

    /**
     * The payload that a message says, its nonce checked.
     *
     * @throws MalformedMessage where it says none
     */
    public static Payload decode(Tally.Payload message) {
        if (message.getNonce().size() != NONCE_LENGTH) {
            throw new MalformedMessage("nonce has " + message.getNonce().size() + " bytes, not " + NONCE_LENGTH);
        }
        return decodeWithoutNonce(message);
    }

    /**
     * The payload that a message says, with or without a nonce.
     *
     * @throws MalformedMessage where it says none
     */
    public static Payload decodeWithoutNonce(Tally.Payload message) {
        return new Payload(
                message.getLedger(),
                message.getParty(),
                message.getInstructionId(),
                message.getValidUntilMillis(),
                decode(message.getMode()),
                Values.each(message.getCommandsList(), CommandCodec::decode));
    }

    private static Tally.Payload.Mode encode(BatchMode mode) {
        return switch (mode) {
            case INDEPENDENT -> Tally.Payload.Mode.INDEPENDENT;
            case ALL_OR_NOTHING -> Tally.Payload.Mode.ALL_OR_NOTHING;
        };
    }

    private static BatchMode decode(Tally.Payload.Mode mode) {
        return switch (mode) {
            case INDEPENDENT -> BatchMode.INDEPENDENT;
            case ALL_OR_NOTHING -> BatchMode.ALL_OR_NOTHING;
            case MODE_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("mode");
        };
    }
}
