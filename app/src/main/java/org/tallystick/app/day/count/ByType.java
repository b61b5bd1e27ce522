package org.tallystick.app.day.count;

/** Securities of one type. Amounts are cents of par. */
public final class ByType {

    private long securities;
    private long auctions;
    private long issuedCents;
    private long redeemedCents;

    void registered() {
        securities++;
    }

    void auctioned() {
        auctions++;
    }

    void issued(long cents) {
        issuedCents += cents;
    }

    void redeemed(long cents) {
        redeemedCents += cents;
    }

    void add(ByType other) {
        securities += other.securities;
        auctions += other.auctions;
        issuedCents += other.issuedCents;
        redeemedCents += other.redeemedCents;
    }

    public long securities() {
        return securities;
    }

    /** Auctions of which every award has been issued. */
    public long auctions() {
        return auctions;
    }

    public long issuedCents() {
        return issuedCents;
    }

    public long redeemedCents() {
        return redeemedCents;
    }

    public long outstandingCents() {
        return issuedCents - redeemedCents;
    }
}
