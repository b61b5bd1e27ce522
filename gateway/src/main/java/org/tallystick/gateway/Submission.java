package org.tallystick.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tallystick.gateway.http.Problem;

/**
 * Submits one envelope and waits for its receipt.
 *
 * @param patience how long
 */
public record Submission(Ordering ordering, Duration patience) {

    /**
     * The encoded receipt.
     *
     * @throws Problem if there is none; the same envelope may be submitted again
     */
    public byte[] submit(byte[] envelope) {
        CompletableFuture<byte[]> receipt = ordering.submit(envelope);
        try {
            return receipt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof NotOrdered not ? problem(not) : unknown();
        } catch (TimeoutException late) {
            throw unknown();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unknown();
        }
    }

    private static Problem problem(NotOrdered not) {
        String sentence = String.valueOf(not.getMessage());
        return switch (not.reason()) {
            case BUSY -> Problem.tooMany(not.code(), sentence, 1);
            case UNACCEPTABLE -> new Problem(422, not.code(), "The envelope is not acceptable.", sentence);
            case UNAVAILABLE -> Problem.unavailable(not.code(), sentence, 5);
            case UNKNOWN -> unknown();
        };
    }

    private static Problem unknown() {
        return Problem.unavailable(
                "OUTCOME_UNKNOWN",
                "Nobody can say yet whether it was ordered. Send the same again: it counts once.",
                1);
    }
}
