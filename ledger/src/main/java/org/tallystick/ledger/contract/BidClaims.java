package org.tallystick.ledger.contract;

/** Which bids still bind: asked by those who hold cash for auctions, answered by the auctions. */
public interface BidClaims {

    /** Whether an auction may still take cash that an account has committed to it: it is to come, or owes it securities. */
    boolean mayDraw(int auction, int account);
}
