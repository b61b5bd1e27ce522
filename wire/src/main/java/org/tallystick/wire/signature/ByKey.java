package org.tallystick.wire.signature;

import java.util.concurrent.ConcurrentHashMap;
import org.tallystick.ledger.party.PublicKey;

/**
 * What has been worked out for each key. When there are too many keys all is forgotten, to be worked out again for those
 * that come. May be used by any number of threads.
 */
final class ByKey<V> {

    private static final int MOST_KEYS = 65_536;

    private final ConcurrentHashMap<PublicKey, V> known = new ConcurrentHashMap<>();

    /** Works something out for a key; the same, however often. */
    interface Working<V, E extends Exception> {

        V out(PublicKey key) throws E;
    }

    /** What is known of the key, worked out if need be. */
    <E extends Exception> V of(PublicKey key, Working<V, E> working) throws E {
        V before = known.get(key);
        if (before != null) {
            return before;
        }
        V made = working.out(key);
        if (known.size() >= MOST_KEYS) {
            known.clear();
        }
        known.put(key, made);
        return made;
    }
}
