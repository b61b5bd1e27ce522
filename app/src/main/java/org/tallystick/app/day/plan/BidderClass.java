package org.tallystick.app.day.plan;

import org.tallystick.market.Auction;

/** Who buys at auctions, by the classes in which the official record tells the accepted amounts. */
public enum BidderClass {
    PRIMARY_DEALERS("PD", "Primary dealers"),
    DIRECT("DIRECT", "Direct bidders"),
    INDIRECT("INDIRECT", "Indirect bidders"),
    NONCOMPETITIVE("NONCOMP", "Non-competitive bidders"),
    FIMA("FIMA", "Foreign and international monetary authorities"),
    SOMA("SOMA", "System Open Market Account"),
    /** Takes what the record ascribes to no class, so that the classes sum to the total accepted. */
    UNCLASSIFIED("UNCLASSIFIED", "Bidders of no recorded class");

    private final String code;
    private final String label;

    BidderClass(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** What the record says the class was awarded, in cents of par. */
    long acceptedCents(Auction.Awards awards) {
        return switch (this) {
            case PRIMARY_DEALERS -> awards.primaryDealerCents();
            case DIRECT -> awards.directCents();
            case INDIRECT -> awards.indirectCents();
            case NONCOMPETITIVE -> awards.noncompetitiveCents();
            case FIMA -> awards.fimaCents();
            case SOMA -> awards.somaCents();
            case UNCLASSIFIED -> Math.max(0, awards.unclassifiedCents());
        };
    }
}
