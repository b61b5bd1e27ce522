package org.tallystick.bench.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;
import org.tallystick.wire.signature.SigningKey;

/** Signatures verified a second, by the provider that the ledger uses, in a loop that does nothing else. */
public final class Verifications {

    /** About as long as what is signed for one delivery versus payment. */
    private static final int SIGNED_BYTES = 128;

    private static final int MESSAGES = 512;

    private Verifications() {}

    /** By as many threads as there are cores. */
    public static double perSecondOnAllCores(Duration time) throws InterruptedException {
        return perSecond(Runtime.getRuntime().availableProcessors(), time);
    }

    /** By so many threads, each of which verifies until the time is over. */
    public static double perSecond(int threads, Duration time) throws InterruptedException {
        SignatureCheck check = SignatureCheck.fastest();
        SigningKey key = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
        byte[][] messages = messages();
        Signature[] signatures = new Signature[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            signatures[i] = key.sign(messages[i]);
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                counts.add(executor.submit(() -> verify(check, messages, signatures, time)));
            }
            double perSecond = 0;
            for (Future<Long> count : counts) {
                perSecond += count.get() * 1e9 / time.toNanos();
            }
            return perSecond;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static byte[][] messages() {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] messages = new byte[MESSAGES][SIGNED_BYTES];
        for (byte[] message : messages) {
            random.nextBytes(message);
        }
        return messages;
    }

    private static long verify(SignatureCheck check, byte[][] messages, Signature[] signatures, Duration time) {
        long verified = 0;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            int next = (int) (verified % MESSAGES);
            if (!check.verifies(signatures[next], messages[next])) {
                throw new IllegalStateException("a signature that was just made does not verify");
            }
            verified++;
        }
        return verified;
    }
}
