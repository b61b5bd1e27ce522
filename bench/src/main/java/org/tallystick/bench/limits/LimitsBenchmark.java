package org.tallystick.bench.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.tallystick.bench.Scratch;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;
import org.tallystick.wire.signature.SigningKey;

/** Raw limits: what no ledger on this machine can exceed, by the means that this one uses. */
public final class LimitsBenchmark {

    private static final int BLOCK = 4_096;
    private static final int MEBIBYTE = 1 << 20;

    /** About as long as what is signed for one delivery versus payment. */
    private static final int SIGNED_BYTES = 128;

    private static final int MESSAGES = 512;

    private LimitsBenchmark() {}

    /** How long verifications run, how many blocks are forced to disk, how much is written in sequence. */
    record Size(Duration verifying, int blocks, int mebibytes) {

        static final Size FULL = new Size(Duration.ofSeconds(4), 4_000, 1_024);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws Exception {
        measure(Figures.in(Path.of(args[0])), Size.FULL);
    }

    static void measure(Figures figures, Size size) throws IOException, InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        verifications(cores, size.verifying); // for the compiler
        figures.add(Named.VERIFICATIONS_ONE_CORE, verifications(1, size.verifying));
        figures.add(Named.VERIFICATIONS_ALL_CORES, verifications(cores, size.verifying));
        try (Scratch scratch = Scratch.create()) {
            fdatasync(figures, scratch.directory().resolve("blocks"), size.blocks);
            figures.add(
                    Named.SEQUENTIAL_WRITE, sequentialWrite(scratch.directory().resolve("sequence"), size.mebibytes));
        }
    }

    /** Verifications a second by so many threads, each of which verifies until the time is over. */
    private static double verifications(int threads, Duration time) throws InterruptedException, ExecutionException {
        SignatureCheck check = SignatureCheck.fastest();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int seed = thread;
                counts.add(executor.submit(() -> verify(check, seed, time)));
            }
            double perSecond = 0;
            for (Future<Long> count : counts) {
                perSecond += count.get() * 1e9 / time.toNanos();
            }
            return perSecond;
        }
    }

    private static long verify(SignatureCheck check, int seed, Duration time) {
        SplittableRandom random = new SplittableRandom(seed);
        SigningKey key = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
        byte[][] messages = new byte[MESSAGES][SIGNED_BYTES];
        Signature[] signatures = new Signature[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            random.nextBytes(messages[i]);
            signatures[i] = key.sign(messages[i]);
        }
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

    /** Appends blocks of 4 KiB, each forced to disk before the next. */
    private static void fdatasync(Figures figures, Path file, int blocks) throws IOException {
        Histogram nanos = new Histogram(3);
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < blocks; i++) {
                long before = System.nanoTime();
                writeAll(channel, block);
                channel.force(false);
                nanos.recordValue(System.nanoTime() - before);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.add(Named.FDATASYNC_MEDIAN, nanos.getValueAtPercentile(50) / 1e6);
        figures.add(new Figure("append of 4 KiB and fdatasync, p99", nanos.getValueAtPercentile(99) / 1e6, "ms"));
        figures.add(new Figure("append of 4 KiB and fdatasync", blocks / seconds, "/s"));
    }

    /** Megabytes a second, the data forced to disk at the end. */
    private static double sequentialWrite(Path file, int mebibytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(MEBIBYTE);
        long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < mebibytes; i++) {
                writeAll(channel, block);
            }
            channel.force(true);
        }
        return (double) mebibytes * MEBIBYTE / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static void writeAll(FileChannel channel, ByteBuffer block) throws IOException {
        block.clear();
        while (block.hasRemaining()) {
            if (channel.write(block) < 0) {
                throw new IOException("the file took nothing");
            }
        }
    }
}
