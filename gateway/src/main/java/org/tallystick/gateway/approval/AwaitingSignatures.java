package org.tallystick.gateway.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.wire.signature.Signature;

/**
 * Payloads that wait for signatures, for as long as they are valid and the gateway runs: in memory, and bounded. For any
 * number of threads.
 */
final class AwaitingSignatures {

    private final int mostOfParty;
    private final int most;
    private final Map<Integer, Map<String, Awaiting>> byParty = new TreeMap<>();
    private int count;

    AwaitingSignatures(int mostOfParty, int most) {
        this.mostOfParty = mostOfParty;
        this.most = most;
    }

    /**
     * Keeps it; if it is kept already, its signatures are added to those that are there.
     *
     * @return with all its signatures
     * @throws org.tallystick.gateway.http.Problem if there is no room
     */
    synchronized Awaiting put(Awaiting payload, long nowMillis) {
        Map<String, Awaiting> ofParty = ofParty(payload.payload().party(), nowMillis);
        Awaiting kept = ofParty.get(payload.digest().toString());
        if (kept == null) {
            requireRoom(ofParty, nowMillis);
            count++;
            kept = payload;
        }
        for (Signature signature : payload.signatures()) {
            kept = kept.signedBy(signature);
        }
        ofParty.put(payload.digest().toString(), kept);
        return kept;
    }

    private void requireRoom(Map<String, Awaiting> ofParty, long nowMillis) {
        if (ofParty.size() >= mostOfParty) {
            throw ApprovalRefusals.tooManyOfParty(mostOfParty);
        }
        if (count >= most) {
            List.copyOf(byParty.keySet()).forEach(party -> ofParty(party, nowMillis));
        }
        if (count >= most) {
            throw ApprovalRefusals.tooMany();
        }
    }

    synchronized Optional<Awaiting> find(int party, Digest digest, long nowMillis) {
        return Optional.ofNullable(ofParty(party, nowMillis).get(digest.toString()));
    }

    /** Those of a party, the oldest first. */
    synchronized List<Awaiting> of(int party, long nowMillis) {
        List<Awaiting> all = new ArrayList<>(ofParty(party, nowMillis).values());
        all.sort(Comparator.comparingLong(Awaiting::sinceMillis));
        return all;
    }

    synchronized void remove(int party, Digest digest) {
        Map<String, Awaiting> ofParty = byParty.get(party);
        if (ofParty != null && ofParty.remove(digest.toString()) != null) {
            count--;
        }
    }

    /** Those of a party that are still valid; the others are forgotten. */
    private Map<String, Awaiting> ofParty(int party, long nowMillis) {
        Map<String, Awaiting> all = byParty.computeIfAbsent(party, anyone -> new TreeMap<>());
        int before = all.size();
        all.values().removeIf(payload -> !payload.isValid(nowMillis));
        count -= before - all.size();
        return all;
    }
}
