package org.tallystick.client;

import java.io.IOException;
import java.time.Duration;

/** Makes a request again while that can help. What it makes must be safe to make twice. */
final class Retrying {

    /** Something that may be tried again. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Waits; {@link Thread#sleep(Duration)} but in tests. */
    @FunctionalInterface
    interface Pause {
        void last(Duration wait) throws InterruptedException;
    }

    private final Patience patience;
    private final Pause pause;

    Retrying(Patience patience, Pause pause) {
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * @throws Problem the gateway's last word
     * @throws Unreachable if the last try was not answered
     */
    <T> T until(Attempt<T> attempt) throws InterruptedException {
        for (int count = 1; ; count++) {
            Duration wait = patience.waitAfter(count);
            try {
                return attempt.make();
            } catch (Problem problem) {
                wait = problem.retryAfter().orElse(wait);
                if (!problem.isBusy() || count == patience.tries() || wait.compareTo(patience.longestWait()) > 0) {
                    throw problem;
                }
            } catch (IOException lost) {
                if (count == patience.tries()) {
                    throw new Unreachable("no answer after " + count + " tries: " + lost.getMessage(), lost);
                }
            }
            pause.last(wait);
        }
    }
}
