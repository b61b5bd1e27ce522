package org.tallystick.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;

/** A log that is kept in memory, and shows as much of itself as it is told to. */
class MemoryLog implements ReceiptSource {

    private final List<LoggedEntry> log = new ArrayList<>();

    /** The last entry that readers see. */
    volatile long visible = Long.MAX_VALUE;

    final synchronized void append(byte[] envelope, Receipt receipt) {
        append(new LoggedEntry(receipt.index(), receipt.timeMillis(), envelope, Receipts.encode(receipt)));
    }

    final synchronized void append(LoggedEntry entry) {
        log.add(entry);
    }

    /** Whoever reads receipts need not check signatures: none are there. */
    static byte[] envelope(Payload payload) {
        return Envelopes.seal(Envelopes.payloadBytes(payload, new byte[PayloadCodec.NONCE_LENGTH]), List.of());
    }

    @Override
    public final synchronized long lastIndex() {
        return Math.min(visible, log.size());
    }

    @Override
    public final synchronized Optional<LoggedEntry> read(long index) {
        return index >= 1 && index <= lastIndex() ? Optional.of(log.get((int) index - 1)) : Optional.empty();
    }

    @Override
    public final Cursor from(long index) {
        return new Cursor() {
            private long next = index;

            @Override
            public @Nullable LoggedEntry next() {
                @Nullable LoggedEntry entry = read(next).orElse(null);
                next += entry == null ? 0 : 1;
                return entry;
            }

            @Override
            public void close() {}
        };
    }
}
