package org.tallystick.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.proto.Tally;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

/** Envelopes: a payload, sealed by those who sign it, and opened again. */
public final class Envelopes {

    /** The version this ledger knows. */
    public static final int VERSION = 1;

    /** The largest envelope, in bytes: the largest entry of the log. */
    public static final int MAX_BYTES = 65_535;

    /** The most signatures an envelope carries. */
    public static final int MAX_SIGNATURES = 16;

    // Unknown fields are dropped while parsing, so that a message that had any differs from its own bytes.
    private static final Parser<Tally.Envelope> ENVELOPE = DiscardUnknownFieldsParser.wrap(Tally.Envelope.parser());
    private static final Parser<Tally.Payload> PAYLOAD = DiscardUnknownFieldsParser.wrap(Tally.Payload.parser());

    private Envelopes() {}

    /** What is required of the bytes that a message was read from. */
    private interface Form {

        void require(String what, MessageLite message, byte[] bytes);
    }

    /**
     * The bytes of an envelope, signed.
     *
     * @param nonce {@value PayloadCodec#NONCE_LENGTH} random bytes, different for each payload
     * @param keys each signs; no two alike, at most {@value #MAX_SIGNATURES}
     * @throws IllegalArgumentException for a nonce of another length, or an envelope larger than {@value #MAX_BYTES}
     *     bytes
     */
    public static byte[] sign(Payload payload, byte[] nonce, SigningKey... keys) {
        return sign(payload, nonce, List.of(keys));
    }

    /** As {@link #sign(Payload, byte[], SigningKey...)}. */
    public static byte[] sign(Payload payload, byte[] nonce, List<SigningKey> keys) {
        byte[] payloadBytes = payloadBytes(payload, nonce);
        byte[] signedBytes = SignedBytes.of(payloadBytes);
        List<Signature> signatures = new ArrayList<>(keys.size());
        for (SigningKey key : keys) {
            signatures.add(key.sign(signedBytes));
        }
        byte[] envelope = seal(payloadBytes, signatures);
        if (envelope.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the envelope has " + envelope.length + " bytes; a log entry has at most " + MAX_BYTES);
        }
        return envelope;
    }

    /**
     * The bytes of a payload: what goes into an envelope and, after a prefix, is signed.
     *
     * @param nonce {@value PayloadCodec#NONCE_LENGTH} random bytes, different for each payload
     * @throws IllegalArgumentException for a nonce of another length
     */
    public static byte[] payloadBytes(Payload payload, byte[] nonce) {
        return PayloadCodec.encode(payload, nonce).toByteArray();
    }

    /** The bytes of an envelope around payload bytes and signatures made elsewhere; nothing is checked. */
    public static byte[] seal(byte[] payloadBytes, List<Signature> signatures) {
        Tally.Envelope.Builder envelope =
                Tally.Envelope.newBuilder().setVersion(VERSION).setPayload(ByteString.copyFrom(payloadBytes));
        for (Signature signature : signatures) {
            envelope.addSignaturesBuilder()
                    .setPublicKey(ByteString.copyFrom(signature.key().bytes()))
                    .setSignature(ByteString.copyFrom(signature.bytes()));
        }
        return envelope.build().toByteArray();
    }

    /** What the bytes are. No bytes whatever make it throw. */
    public static Decoded decode(byte[] bytes) {
        return decode(bytes, Envelopes::requireCanonical);
    }

    /** As {@link #decode}, for bytes that were found to be in canonical form before: not looked at again is whether they are. */
    static Decoded decodeCanonical(byte[] bytes) {
        return decode(bytes, (what, message, found) -> {});
    }

    private static Decoded decode(byte[] bytes, Form form) {
        if (bytes.length > MAX_BYTES) {
            return refused(
                    RejectionCode.TOO_LARGE,
                    bytes,
                    "the envelope has " + bytes.length + " bytes; a log entry has at most " + MAX_BYTES);
        }
        try {
            Tally.Envelope envelope = ENVELOPE.parseFrom(bytes);
            if (envelope.getVersion() != VERSION) {
                return refused(
                        RejectionCode.UNKNOWN_VERSION,
                        bytes,
                        "the envelope's version is " + Integer.toUnsignedString(envelope.getVersion())
                                + "; this ledger knows " + VERSION);
            }
            form.require("envelope", envelope, bytes);
            List<Signature> signatures = signatures(envelope);
            byte[] payloadBytes = envelope.getPayload().toByteArray();
            Tally.Payload payload = PAYLOAD.parseFrom(payloadBytes);
            form.require("payload", payload, payloadBytes);
            return new Decoded.WellFormed(
                    PayloadCodec.decode(payload), envelope.getPayload(), Sha256.of(payloadBytes), signatures);
        } catch (InvalidProtocolBufferException unreadable) {
            return refused(RejectionCode.MALFORMED, bytes, "not a message: " + unreadable.getMessage());
        } catch (MalformedMessage malformed) {
            return refused(RejectionCode.MALFORMED, bytes, String.valueOf(malformed.getMessage()));
        }
    }

    private static List<Signature> signatures(Tally.Envelope envelope) {
        if (envelope.getSignaturesCount() > MAX_SIGNATURES) {
            throw new MalformedMessage("the envelope has " + envelope.getSignaturesCount() + " signatures; at most "
                    + MAX_SIGNATURES + " are allowed");
        }
        List<Signature> signatures = new ArrayList<>(envelope.getSignaturesCount());
        for (Tally.Signature message : envelope.getSignaturesList()) {
            if (message.getPublicKey().size() != PublicKey.LENGTH) {
                throw new MalformedMessage(
                        "a public key has " + message.getPublicKey().size() + " bytes, not " + PublicKey.LENGTH);
            }
            if (message.getSignature().size() != Signature.LENGTH) {
                throw new MalformedMessage(
                        "a signature has " + message.getSignature().size() + " bytes, not " + Signature.LENGTH);
            }
            PublicKey key = new PublicKey(message.getPublicKey().toByteArray());
            for (Signature other : signatures) {
                if (other.key().equals(key)) {
                    throw new MalformedMessage("the key " + key + " has signed twice");
                }
            }
            signatures.add(new Signature(key, message.getSignature().toByteArray()));
        }
        return Collections.unmodifiableList(signatures);
    }

    /** That these bytes, and no others, are what the schema gives for the message: see "Canonical form" there. */
    private static void requireCanonical(String what, MessageLite message, byte[] bytes) {
        if (message.getSerializedSize() != bytes.length || !Arrays.equals(message.toByteArray(), bytes)) {
            throw new MalformedMessage("the " + what + " has unknown fields, or is not in canonical form");
        }
    }

    private static Decoded.Refused refused(RejectionCode code, byte[] bytes, String reason) {
        return new Decoded.Refused(code, Sha256.of(bytes), reason);
    }
}
