package org.tallystick.app.day.plan;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

/**
 * Writes, signs and numbers what the actors ask, and carries it out on a ledger in memory: so the plan knows what everyone
 * holds, and each entry is checked against what is expected of it before the node is asked at all.
 */
final class Desk {

    private static final long VALID_MILLIS = 10 * 60 * 1000L;

    private final Ledger ledger;
    private final Entries entries = Entries.verifiedFast();
    private final long seed;
    private final List<PlannedEntry> written = new ArrayList<>();
    private LocalDate date = LocalDate.EPOCH;
    private Moment moment = Moment.OPENING;
    private long nowMillis;
    private long drafts;
    private @Nullable PlannedEntry lastAccepted;

    Desk(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
    }

    Ledger ledger() {
        return ledger;
    }

    long nowMillis() {
        return nowMillis;
    }

    LocalDate date() {
        return date;
    }

    // --- Phases ---

    void begin(LocalDate newDate, Moment newMoment) {
        date = newDate;
        moment = newMoment;
        nowMillis = newMoment.on(newDate);
        lastAccepted = null;
    }

    /** The last instruction of this phase of which every command was accepted, or null. */
    @Nullable
    PlannedEntry lastAccepted() {
        return lastAccepted;
    }

    /** What was written since the phase began. */
    Phase end() {
        Phase phase = new Phase(date, moment, nowMillis, List.copyOf(written));
        written.clear();
        return phase;
    }

    // --- Writing ---

    /** An instruction of an actor, signed by it, under a new name. */
    Draft draft(Actor actor, List<Command> commands) {
        drafts++;
        Payload payload = new Payload(
                ledger.name(),
                actor.number(),
                "D" + drafts,
                nowMillis + VALID_MILLIS,
                BatchMode.INDEPENDENT,
                List.copyOf(commands));
        return new Draft(payload, List.of(actor.key()));
    }

    Draft draft(Actor actor, Command... commands) {
        return draft(actor, List.of(commands));
    }

    /** Sends what must be accepted. */
    Receipt accepted(String what, Actor actor, Command... commands) {
        return send(what, draft(actor, commands), Expected.ACCEPTED);
    }

    Receipt accepted(String what, Actor actor, List<Command> commands) {
        return send(what, draft(actor, commands), Expected.ACCEPTED);
    }

    Receipt send(String what, Draft draft, Expected expected) {
        byte[] payloadBytes = payloadBytes(draft);
        byte[] signed = SignedBytes.of(payloadBytes);
        List<Signature> signatures = new ArrayList<>();
        List<PublicKey> signers = new ArrayList<>();
        for (SigningKey key : draft.signers()) {
            signatures.add(key.sign(signed));
            signers.add(key.publicKey());
        }
        byte[] envelope = Envelopes.seal(payloadBytes, signatures);
        Entry entry = new Entry.Instruction(draft.payload(), Sha256.of(payloadBytes), signers);
        return execute(what, envelope, entry, expected);
    }

    /** The bytes of a draft as it would be sent. */
    byte[] seal(Draft draft) {
        byte[] payloadBytes = payloadBytes(draft);
        byte[] signed = SignedBytes.of(payloadBytes);
        return Envelopes.seal(
                payloadBytes,
                draft.signers().stream().map(key -> key.sign(signed)).toList());
    }

    /** Sends any bytes. */
    Receipt sendBytes(String what, byte[] envelope, Expected expected) {
        return execute(what, envelope, entries.fromEnvelope(envelope), expected);
    }

    private byte[] payloadBytes(Draft draft) {
        return Envelopes.payloadBytes(draft.payload(), nonce());
    }

    /** Sixteen bytes that no other envelope of the run has. */
    private byte[] nonce() {
        ByteBuffer source = ByteBuffer.allocate(2 * Long.BYTES).putLong(seed).putLong(drafts);
        return Arrays.copyOf(Sha256.of(source.array()).bytes(), PayloadCodec.NONCE_LENGTH);
    }

    private Receipt execute(String what, byte[] envelope, Entry entry, Expected expected) {
        Receipt receipt = ledger.execute(nowMillis, entry);
        if (!expected.isMetBy(receipt)) {
            throw new UnexpectedOutcome("entry %d (%s, %s: %s) %s, but %s"
                    .formatted(receipt.index(), date, moment.label(), what, expected.told(), Expected.told(receipt)));
        }
        PlannedEntry planned = new PlannedEntry(what, envelope, receipt);
        written.add(planned);
        if (expected instanceof Expected.Accepted) {
            lastAccepted = planned;
        }
        return receipt;
    }
}
