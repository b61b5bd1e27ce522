package org.tallystick.gateway;

import java.time.Duration;

/**
 * How much the gateway takes on.
 *
 * @param connections open at the same time
 * @param requestsAtOnce answered at the same time; event streams, bulks and bodies that are still coming aside
 * @param requestsPerSecond for each party; every envelope of a bulk counts
 * @param burst requests a party may make at once after it has been quiet
 * @param readTimeout how long a client may be silent in the middle of a request
 * @param bodyTimeout how long a body may take, however steadily it comes
 * @param idleTimeout how long a connection may stay open without a request
 * @param receiptTimeout how long a submission waits for its receipt
 * @param bulkBytes the longest body of a bulk
 * @param bulkWindow envelopes of one bulk on their way at the same time
 * @param streamsPerParty event streams of a party open at the same time, and as many bulks
 * @param heartbeat how often a stream says that it lives when there is nothing else to say
 */
public record Limits(
        int connections,
        int requestsAtOnce,
        int requestsPerSecond,
        int burst,
        Duration readTimeout,
        Duration bodyTimeout,
        Duration idleTimeout,
        Duration receiptTimeout,
        long bulkBytes,
        int bulkWindow,
        int streamsPerParty,
        Duration heartbeat) {

    /** The most that {@code requestsPerSecond} can be. */
    public static final int MOST_REQUESTS_PER_SECOND = 1_000_000;

    public Limits {
        if (connections < 1 || requestsAtOnce < 1 || requestsPerSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
        if (requestsPerSecond > MOST_REQUESTS_PER_SECOND) {
            throw new IllegalArgumentException("a party makes at most 1,000,000 requests a second");
        }
        if (bulkBytes < 1 || bulkWindow < 1 || streamsPerParty < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** As they are, but for how often a party may ask: so many times a second, twice as many after a quiet while. */
    public Limits withRequestsPerSecond(int requests) {
        return new Limits(
                connections,
                requestsAtOnce,
                requests,
                2 * requests,
                readTimeout,
                bodyTimeout,
                idleTimeout,
                receiptTimeout,
                bulkBytes,
                bulkWindow,
                streamsPerParty,
                heartbeat);
    }

    /** How long a client may take over one piece of an answer. */
    public Duration answerTimeout() {
        return bodyTimeout;
    }

    /** How long a bulk may take; whoever has more to say sends another. */
    public Duration bulkTimeout() {
        return bodyTimeout.multipliedBy(30);
    }

    public static Limits usual() {
        return new Limits(
                10_000,
                2_048,
                2_000,
                4_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                256L << 20,
                1_024,
                16,
                Duration.ofSeconds(15));
    }
}
