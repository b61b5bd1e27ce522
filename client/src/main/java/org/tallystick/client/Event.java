package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happened on the ledger, as far as the session's party may know.
 *
 * @param id where to go on after it: {@link LedgerClient#eventsAfter}
 * @param type which kind of event it is
 * @param data what happened
 */
public record Event(String id, String type, JsonNode data) {}
