package org.tallystick.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;
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
    private final Queue<Recalled> recalled = new ConcurrentLinkedQueue<>();

    /** An entry decoded ahead of its replay, and the bytes it was decoded from. */
    @SuppressWarnings("ArrayRecordComponent") // the array is compared by content where it is used
    private record Recalled(byte[] envelope, Entry entry) {}

    /** Verified by the given means. */
    public Entries(SignatureCheck check) {
        this.check = check;
    }

    /** Verified by the fastest means that works on this machine. */
    public static Entries verifiedFast() {
        return new Entries(SignatureCheck.fastest());
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
     * As {@link #prepare}, but trusts whoever calls for what it was judged to be: for envelopes that were judged here before
     * and come again in the order of these calls. Nothing is forgotten: whoever calls does not go far ahead.
     *
     * @param envelope may not be changed from now on
     */
    public void recall(byte[] envelope, Judgement judged) {
        Decoded decoded =
                judged == Judgement.ADMITTED ? Envelopes.decodeCanonical(envelope) : Envelopes.decode(envelope);
        Entry entry = entry(
                decoded,
                wellFormed ->
                        judged != Judgement.FORGED || wellFormed.signatures().isEmpty());
        recalled.add(new Recalled(envelope, entry));
    }

    /** The next entries that were {@linkplain #recall recalled} and not asked for yet, in their order: so many at most. */
    public List<Entry> coming(int most) {
        if (recalled.isEmpty()) {
            return List.of();
        }
        List<Entry> coming = new ArrayList<>(most);
        for (Recalled next : recalled) {
            if (coming.size() == most) {
                break;
            }
            coming.add(next.entry);
        }
        return coming;
    }

    /**
     * The entry that an envelope is: an instruction with the keys that signed it, or, for bytes that are no envelope, or
     * where any signature does not verify, a refusal. No bytes whatever make it throw.
     */
    public Entry fromEnvelope(byte[] envelope) {
        Recalled next = recalled.peek();
        if (next != null && Arrays.equals(next.envelope, envelope) && recalled.remove(next)) {
            return next.entry;
        }
        if (!prepared.isEmpty()) {
            Entry ready = prepared.take(envelope);
            if (ready != null) {
                return ready;
            }
        }
        return read(envelope);
    }

    private Entry read(byte[] envelope) {
        return entry(Envelopes.decode(envelope), this::verified);
    }

    private static Entry entry(Decoded envelope, Predicate<Decoded.WellFormed> signaturesHold) {
        return switch (envelope) {
            case Decoded.WellFormed wellFormed ->
                signaturesHold.test(wellFormed) ? instruction(wellFormed) : forged(wellFormed);
            case Decoded.Refused refused -> new Entry.Refused(refused.code(), refused.digest());
        };
    }

    private boolean verified(Decoded.WellFormed envelope) {
        byte[] signedBytes = SignedBytes.of(envelope.payloadBytes().toByteArray());
        for (Signature signature : envelope.signatures()) {
            if (!check.verifies(signature, signedBytes)) {
                return false;
            }
        }
        return true;
    }

    private static Entry instruction(Decoded.WellFormed envelope) {
        List<PublicKey> signers = new ArrayList<>(envelope.signatures().size());
        for (Signature signature : envelope.signatures()) {
            signers.add(signature.key());
        }
        return new Entry.Instruction(envelope.payload(), envelope.digest(), Collections.unmodifiableList(signers));
    }

    private static Entry forged(Decoded.WellFormed envelope) {
        return new Entry.Refused(RejectionCode.BAD_SIGNATURE, envelope.digest());
    }
}
