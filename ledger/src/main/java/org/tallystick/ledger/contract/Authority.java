package org.tallystick.ledger.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.register.Parties;
import org.tallystick.ledger.register.Party;

/**
 * Whose word an envelope carries: a party has spoken when as many of its keys have signed as its threshold asks, and it
 * is not suspended.
 */
public final class Authority {

    private final Parties parties;
    private final List<PublicKey> signers;

    public Authority(Parties parties, List<PublicKey> signers) {
        this.parties = parties;
        this.signers = signers;
    }

    /** Whether the party has spoken. */
    public boolean covers(int number) {
        Party party = parties.find(number);
        return party != null && party.status() == PartyStatus.ACTIVE && thresholdMet(party);
    }

    /** Whether enough of the party's keys have signed, suspended or not. */
    public boolean thresholdMet(Party party) {
        int signed = 0;
        for (PublicKey key : party.keys()) {
            if (signers.contains(key)) {
                signed++;
            }
        }
        return signed >= party.threshold();
    }

    /** The first signer that is no party's key, or null. */
    public @Nullable PublicKey firstUnknown() {
        for (PublicKey key : signers) {
            if (!parties.keyTaken(key)) {
                return key;
            }
        }
        return null;
    }

    /** Whether some signer is a key that was revoked. */
    public boolean hasRevoked() {
        for (PublicKey key : signers) {
            if (parties.isRevoked(key)) {
                return true;
            }
        }
        return false;
    }
}
