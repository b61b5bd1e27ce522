package org.tallystick.ledger.engine;

import java.util.List;
import org.tallystick.ledger.party.PublicKey;

/**
 * What a ledger begins with: its name, and the operator that registers everything else.
 *
 * @param ledger names this ledger among all others, 1 to 64 characters; every payload carries it
 * @param operatorCode short name of party 1
 * @param operatorName its legal name
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param threshold how many of its keys must sign
 * @param operatorKeys at least {@code threshold}
 */
public record Genesis(
        String ledger,
        String operatorCode,
        String operatorName,
        String jurisdiction,
        int threshold,
        List<PublicKey> operatorKeys) {

    /**
     * @throws IllegalArgumentException if the threshold cannot be met or the name is empty or too long
     */
    public Genesis {
        operatorKeys = List.copyOf(operatorKeys);
        if (ledger.isBlank() || ledger.length() > 64) {
            throw new IllegalArgumentException("a ledger's name has 1 to 64 characters");
        }
        if (threshold < 1 || threshold > operatorKeys.size()) {
            throw new IllegalArgumentException("the operator has " + operatorKeys.size() + " keys and a threshold of "
                    + threshold + ": it could never sign");
        }
    }
}
