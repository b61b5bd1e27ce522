package org.tallystick.bench.limits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.tallystick.bench.Scratch;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/** Raw limits: what no ledger on this machine can exceed, by the means that this one uses. */
public final class LimitsBenchmark {

    private LimitsBenchmark() {}

    /** How long verifications run, how many blocks are forced to disk, how much is written in sequence. */
    record Size(Duration verifying, int blocks, int mebibytes) {

        static final Size FULL = new Size(Duration.ofSeconds(4), 4_000, 1_024);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        measure(Figures.in(Path.of(args[0])), Size.FULL);
    }

    static void measure(Figures figures, Size size) throws IOException, InterruptedException {
        Verifications.perSecondOnAllCores(size.verifying); // for the compiler
        figures.add(Named.VERIFICATIONS_ONE_CORE, Verifications.perSecond(1, size.verifying));
        figures.add(Named.VERIFICATIONS_ALL_CORES, Verifications.perSecondOnAllCores(size.verifying));
        try (Scratch scratch = Scratch.create()) {
            Histogram nanos = Disk.forcedAppends(scratch.directory().resolve("blocks"), size.blocks);
            figures.add(Named.FDATASYNC_MEDIAN, nanos.getValueAtPercentile(50) / 1e6);
            figures.add(new Figure("append of 4 KiB and fdatasync, p99", nanos.getValueAtPercentile(99) / 1e6, "ms"));
            figures.add(new Figure("append of 4 KiB and fdatasync", 1e9 / nanos.getMean(), "/s"));
            Path sequence = scratch.directory().resolve("sequence");
            figures.add(Named.SEQUENTIAL_WRITE, Disk.sequentialWrite(sequence, size.mebibytes));
        }
    }
}
