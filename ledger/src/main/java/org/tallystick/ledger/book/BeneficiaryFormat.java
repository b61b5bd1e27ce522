package org.tallystick.ledger.book;

import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;

/** The canonical form of a hold's beneficiary. Numbers are never reused. */
final class BeneficiaryFormat {

    private static final int PARTY = 1;
    private static final int AUCTION = 2;
    private static final int DISTRIBUTION = 3;

    private BeneficiaryFormat() {}

    static void write(Beneficiary beneficiary, StateSink sink) {
        switch (beneficiary) {
            case Beneficiary.Party b -> {
                sink.putLong(PARTY);
                sink.putLong(b.party());
            }
            case Beneficiary.Auction b -> {
                sink.putLong(AUCTION);
                sink.putLong(b.auction());
            }
            case Beneficiary.Distribution b -> {
                sink.putLong(DISTRIBUTION);
                sink.putLong(b.distribution());
            }
        }
    }

    static Beneficiary read(StateSource source) {
        int kind = source.getInt();
        return switch (kind) {
            case PARTY -> new Beneficiary.Party(source.getInt());
            case AUCTION -> new Beneficiary.Auction(source.getInt());
            case DISTRIBUTION -> new Beneficiary.Distribution(source.getLong());
            default -> throw new BadSnapshot("no kind of beneficiary has number " + kind);
        };
    }
}
