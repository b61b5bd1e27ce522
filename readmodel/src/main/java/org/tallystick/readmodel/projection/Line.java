package org.tallystick.readmodel.projection;

import org.tallystick.readmodel.view.StatementLine.Cause;

/** A change of a holding, until it is known what it was part of. */
final class Line {

    /** What changed it. */
    enum Kind {
        ISSUED,
        REDEEMED,
        POSTED,
        PLACED,
        RELEASED,
        DELIVERED
    }

    final Kind kind;
    final int account;
    final int asset;
    final int counterparty;
    final long available;
    final long held;

    /** Whom the hold concerned was for; empty where there was none. */
    String beneficiaryKind = "";

    long beneficiary;
    long availableAfter;
    long heldAfter;
    long entry;
    int sequence;
    long timeMillis;
    Cause cause = Cause.OTHER;
    long reference;

    Line(Kind kind, int account, int asset, int counterparty, long available, long held) {
        this.kind = kind;
        this.account = account;
        this.asset = asset;
        this.counterparty = counterparty;
        this.available = available;
        this.held = held;
    }

    Line of(HoldRow hold) {
        beneficiaryKind = hold.beneficiaryKind;
        beneficiary = hold.beneficiary;
        return this;
    }

    Line because(Cause why, long number) {
        cause = why;
        reference = number;
        return this;
    }

    boolean isFor(String kindOfBeneficiary, long number) {
        return beneficiary == number && beneficiaryKind.equals(kindOfBeneficiary);
    }

    /** Where it stands in the log: the entry, and its place among the lines of it. */
    Line at(Current at) {
        entry = at.index;
        sequence = at.movements++;
        timeMillis = at.timeMillis;
        return this;
    }

    void write(Rows rows) {
        rows.add(entry)
                .add(sequence)
                .add(timeMillis)
                .add(account)
                .add(asset)
                .add(cause.name())
                .add(reference)
                .add(counterparty)
                .add(available)
                .add(held)
                .add(availableAfter)
                .add(heldAfter)
                .end();
    }
}
