package org.tallystick.ledger.command;

import java.util.List;

/**
 * What a party signs.
 *
 * @param ledger the ledger it is meant for, so that it means nothing on any other
 * @param party who asks
 * @param instructionId the party's own name for this request, 1 to 35 printable ASCII characters, used once
 * @param validUntilMillis ledger time after which it must not be acted on; at most 24 hours ahead
 * @param mode what happens to the others when one command is rejected
 * @param commands carried out in this order
 */
public record Payload(
        String ledger,
        int party,
        String instructionId,
        long validUntilMillis,
        BatchMode mode,
        List<Command> commands) {}
