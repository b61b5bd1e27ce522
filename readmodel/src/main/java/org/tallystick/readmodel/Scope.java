package org.tallystick.readmodel;

/** How much of the ledger whoever asks may know. A read outside the scope finds nothing, as if it were not there. */
public sealed interface Scope {

    /** Everything: operators, and supervisors whose mandate is the whole ledger. */
    record Everything() implements Scope {}

    /** What concerns one party: its accounts, the settlements it is part of, what it submitted. */
    record OfParty(int party) implements Scope {}

    static Scope everything() {
        return new Everything();
    }

    static Scope ofParty(int party) {
        return new OfParty(party);
    }
}
