package org.tallystick.readmodel.projection;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Command;
import org.tallystick.readmodel.ReceiptDoesNotFollow;

/** The entry being read, and the batch that its rows go into. */
final class Current {

    final Batch batch;
    long index;
    long timeMillis;

    /** Who submitted; 0 for the timer. */
    int party;

    /** What the events being read answer; null for due work, and where the envelope is not at hand. */
    @Nullable
    Command command;

    /** How many movement rows the entry has so far. */
    int movements;

    /** How many prices and calendars the entry has published so far. */
    int published;

    Current(Batch batch) {
        this.batch = batch;
    }

    void next(long entry, long entryTimeMillis) {
        index = entry;
        timeMillis = entryTimeMillis;
        party = 0;
        command = null;
        movements = 0;
        published = 0;
    }

    /** Something of the receipt is not possible after those before it. */
    ReceiptDoesNotFollow wrong(String what) {
        return new ReceiptDoesNotFollow(index, what);
    }
}
