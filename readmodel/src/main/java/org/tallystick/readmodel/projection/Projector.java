package org.tallystick.readmodel.projection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptDoesNotFollow;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.MalformedMessage;

/** Says, entry after entry, what each changes in the tables. */
final class Projector {

    /** Refused, but only after it was known that the party itself had signed. */
    private static final Set<RejectionCode> PARTY_KNOWN = Set.of(
            RejectionCode.DUPLICATE,
            RejectionCode.INSTRUCTION_ID_REUSED,
            RejectionCode.PARTY_SUSPENDED,
            RejectionCode.EXPIRED,
            RejectionCode.VALIDITY_TOO_LONG);

    private final Mirror mirror;
    private final RegisterFacts register;
    private final MovementFacts movements;
    private final SettlementFacts settlements;
    private final PrimaryFacts primary;
    private final ServicingFacts servicing;
    private Current at;
    private long lastIndex;
    private long lastTimeMillis;
    private List<Leg> posted = List.of();

    Projector(Mirror mirror, Batch batch) {
        this.mirror = mirror;
        this.register = new RegisterFacts(mirror, batch.before.businessDate());
        this.movements = new MovementFacts(mirror);
        this.settlements = new SettlementFacts(mirror, movements);
        this.primary = new PrimaryFacts(mirror, movements);
        this.servicing = new ServicingFacts(mirror, movements);
        this.at = new Current(batch);
        this.lastIndex = batch.before.entry();
        this.lastTimeMillis = batch.before.timeMillis();
    }

    /** The operator, whom no receipt registers. */
    void begin(RegisterEvent.PartyRegistered operator) {
        register.registered(operator, 0);
    }

    /** Goes on into another batch. */
    void into(Batch batch) {
        at = new Current(batch);
    }

    /** The last entry that was read. */
    long lastIndex() {
        return lastIndex;
    }

    /** How many movements the batch has so far. */
    int movements() {
        return movements.count();
    }

    /** Everything read so far, put into the batch. */
    Position finish(boolean movementsByAccount) {
        movements.writeTo(at.batch, movementsByAccount);
        mirror.writeTo(at.batch);
        return new Position(lastIndex, lastTimeMillis, register.businessDate);
    }

    /**
     * @throws ReceiptDoesNotFollow when the entry is not the next, or says what cannot be after those before it
     */
    void apply(LoggedEntry logged) {
        Receipt receipt = decode(logged);
        at.next(receipt.index(), receipt.timeMillis());
        if (receipt.index() != lastIndex + 1 || logged.index() != receipt.index()) {
            throw new ReceiptDoesNotFollow(
                    logged.index(), "it says it is of entry " + receipt.index() + ", after entry " + lastIndex);
        }
        if (receipt.timeMillis() < lastTimeMillis) {
            throw at.wrong("its time is before that of the entry before it");
        }
        @Nullable Payload payload = payload(logged.envelope());
        apply(receipt.due(), null);
        Summary summary = verdict(receipt.verdict(), payload);
        movements.flush(at);
        record(receipt, summary);
        lastIndex = receipt.index();
        lastTimeMillis = receipt.timeMillis();
    }

    private static Receipt decode(LoggedEntry logged) {
        try {
            return Receipts.decode(logged.receipt());
        } catch (MalformedMessage unreadable) {
            throw new ReceiptDoesNotFollow(logged.index(), "it cannot be read: " + unreadable.getMessage());
        }
    }

    private static @Nullable Payload payload(byte[] envelope) {
        return envelope.length > 0 && Envelopes.decode(envelope) instanceof Decoded.WellFormed wellFormed
                ? wellFormed.payload()
                : null;
    }

    // --- Facts ---

    private void apply(List<Event> events, @Nullable Command command) {
        at.command = command;
        for (Event event : events) {
            switch (event) {
                case Movement e -> {
                    if (e instanceof Movement.Posted together) {
                        posted = together.legs();
                    }
                    movements.apply(e, at);
                    continue;
                }
                case SettlementEvent e -> settlements.apply(e, posted, at);
                case AuctionEvent e -> primary.apply(e, at);
                case ServicingEvent e -> servicing.apply(e, at);
                case RegisterEvent e -> register.apply(e, at);
            }
            movements.explained();
        }
        movements.explained();
    }

    // --- The receipt itself ---

    /** What the receipt row says beyond index, time and digest. */
    private record Summary(
            int party,
            String instructionId,
            ReceiptView.Verdict verdict,
            long firstIndex,
            int commands,
            int rejected,
            @Nullable RejectionCode code) {}

    private Summary verdict(Verdict verdict, @Nullable Payload payload) {
        int asked = payload == null ? 0 : payload.commands().size();
        return switch (verdict) {
            case Verdict.Decided v -> decided(v, payload);
            case Verdict.Repeated v ->
                new Summary(v.party(), v.instructionId(), ReceiptView.Verdict.REPEATED, v.firstIndex(), asked, 0, null);
            case Verdict.Refused v -> {
                RejectionCode code = v.rejection().code();
                rejected(-1, v.rejection());
                yield payload != null && PARTY_KNOWN.contains(code)
                        ? refused(payload.party(), payload.instructionId(), asked, code)
                        : refused(0, "", asked, code);
            }
            case Verdict.Ticked v -> new Summary(0, "", ReceiptView.Verdict.TICKED, 0, 0, 0, null);
        };
    }

    private static Summary refused(int party, String instructionId, int commands, RejectionCode code) {
        return new Summary(party, instructionId, ReceiptView.Verdict.REFUSED, 0, commands, commands, code);
    }

    private Summary decided(Verdict.Decided v, @Nullable Payload payload) {
        at.party = v.party();
        int rejected = 0;
        @Nullable RejectionCode first = null;
        for (int i = 0; i < v.outcomes().size(); i++) {
            switch (v.outcomes().get(i)) {
                case Outcome.Accepted accepted ->
                    apply(
                            accepted.events(),
                            payload == null || payload.commands().size() <= i
                                    ? null
                                    : payload.commands().get(i));
                case Outcome.Rejected refused -> {
                    rejected++;
                    rejected(i, refused.rejection());
                    first = better(first, refused.rejection().code());
                }
            }
        }
        return new Summary(
                v.party(),
                v.instructionId(),
                ReceiptView.Verdict.DECIDED,
                0,
                v.outcomes().size(),
                rejected,
                first);
    }

    /** Of a batch that was not applied, the code of the command that failed says more than that of the others. */
    private static RejectionCode better(@Nullable RejectionCode first, RejectionCode next) {
        return first == null || first == RejectionCode.BATCH_NOT_APPLIED ? next : first;
    }

    /** @param command its position; -1 for the envelope as a whole */
    private void rejected(int command, Rejection rejection) {
        at.batch
                .added(Sheet.REJECTION)
                .add(at.index)
                .add(command)
                .add(rejection.code().name())
                .add(rejection.leg())
                .add(rejection.subject())
                .end();
    }

    private void record(Receipt receipt, Summary summary) {
        if (summary.code != null) {
            mirror.activity(0).rejections++;
            if (summary.party != 0) {
                mirror.activity(summary.party).rejections++;
            }
        }
        at.batch
                .added(Sheet.RECEIPT)
                .add(receipt.index())
                .add(receipt.timeMillis())
                .add(receipt.envelope().bytes())
                .add(summary.party)
                .add(summary.instructionId)
                .add(summary.verdict.name())
                .add(summary.firstIndex)
                .add(summary.commands)
                .add(summary.rejected)
                .add(summary.code == null ? null : summary.code.name())
                .add(receipt.due().size())
                .end();
    }
}
