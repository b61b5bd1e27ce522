package org.tallystick.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;
import org.tallystick.wire.signature.SignatureProvider;
import org.tallystick.wire.signature.SignedBytes;

/**
 * Bytes of the log to entries of the core: decoded, and every signature verified. The same bytes are the same entry on
 * every authority. May be used by any number of threads.
 */
public final class Entries {

    /** Envelopes that were prepared and not yet asked for are remembered up to so many of their bytes together. */
    private static final int PREPARED_BYTES = 16 * 1024 * 1024;

    private final SignatureCheck check;
    private final PreparedEntries prepared = new PreparedEntries(PREPARED_BYTES);

    /** Verified by the given means. */
    public Entries(SignatureCheck check) {
        this.check = check;
    }

    /** Verified by the fastest means that works on this machine. */
    public static Entries verifiedFast() {
        return new Entries(SignatureCheck.fastest());
    }

    /** Who computes the verifications. */
    public SignatureProvider provider() {
        return check.provider();
    }

    /**
     * Decodes and verifies an envelope ahead of its turn, so that {@link #fromEnvelope} need not: the costly part, done by
     * other threads while the entry is being ordered. Nothing depends on whether this was called.
     */
    public void prepare(byte[] envelope) {
        byte[] own = envelope.clone(); // whoever calls may change theirs
        prepared.put(own, read(own));
    }

    /**
     * As {@link #prepare}, but trusts whoever calls for the judgement on the signatures: for envelopes that were judged
     * here before.
     *
     * @param signaturesHeld whether each signature was found to verify
     */
    public void recall(byte[] envelope, boolean signaturesHeld) {
        byte[] own = envelope.clone();
        prepared.put(own, read(own, (signature, signedBytes) -> signaturesHeld));
    }

    /**
     * The entry that an envelope is: an instruction with the keys that signed it, or, for bytes that are no envelope, or
     * where any signature does not verify, a refusal. No bytes whatever make it throw.
     */
    public Entry fromEnvelope(byte[] envelope) {
        if (!prepared.isEmpty()) {
            Entry ready = prepared.take(envelope);
            if (ready != null) {
                return ready;
            }
        }
        return read(envelope);
    }

    private Entry read(byte[] envelope) {
        return read(envelope, check::verifies);
    }

    private static Entry read(byte[] envelope, Judgement judgement) {
        return switch (Envelopes.decode(envelope)) {
            case Decoded.WellFormed wellFormed -> judge(wellFormed, judgement);
            case Decoded.Refused refused -> new Entry.Refused(refused.code(), refused.digest());
        };
    }

    private static Entry judge(Decoded.WellFormed envelope, Judgement judgement) {
        Digest digest = envelope.digest();
        byte[] signedBytes = SignedBytes.of(envelope.payloadBytes().toByteArray());
        List<PublicKey> signers = new ArrayList<>(envelope.signatures().size());
        for (Signature signature : envelope.signatures()) {
            if (!judgement.holds(signature, signedBytes)) {
                return new Entry.Refused(RejectionCode.BAD_SIGNATURE, digest);
            }
            signers.add(signature.key());
        }
        return new Entry.Instruction(envelope.payload(), digest, Collections.unmodifiableList(signers));
    }

    /** Says of a signature whether it is its key's. */
    @FunctionalInterface
    private interface Judgement {
        boolean holds(Signature signature, byte[] signedBytes);
    }
}
