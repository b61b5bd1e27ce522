package org.tallystick.ledger.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * What a command is about: a rejection of it names the one thing among these that its code speaks of. 0 or null for what it is
 * not about, or must not tell.
 */
public record About(
        int party,
        int account,
        int asset,
        long hold,
        int auction,
        @Nullable LocalDate day) {

    public About(int party, int account, int asset) {
        this(party, account, asset, 0, 0, null);
    }

    public About withHold(long number) {
        return new About(party, account, asset, number, auction, day);
    }

    public Outcome rejected(RejectionCode code) {
        return new Outcome.Rejected(rejection(code));
    }

    public Rejection rejection(RejectionCode code) {
        return Rejection.of(
                code,
                switch (code.subject()) {
                    case PARTY -> party;
                    case ACCOUNT -> account;
                    case ASSET -> asset;
                    case HOLD -> hold;
                    case AUCTION -> auction;
                    case DAY -> day == null ? 0 : day.toEpochDay();
                    case NONE, SETTLEMENT, OBLIGATION, NUMBER -> 0;
                });
    }
}
