package org.tallystick.ledger.store;

/**
 * Takes the state in its canonical form: the same state gives the same calls in the same order on every machine. A
 * digest of the calls is the state hash; the calls written down are a snapshot.
 */
public interface StateSink {

    void putLong(long value);

    void putText(String value);

    void putBytes(byte[] value);
}
