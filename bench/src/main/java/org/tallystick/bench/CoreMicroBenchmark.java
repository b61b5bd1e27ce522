package org.tallystick.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.snapshot.SnapshotHead;
import org.tallystick.wire.snapshot.Snapshots;

/** The core on 100,000 accounts with two holdings each: what it executes, and what is done with its state as a whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CoreMicroBenchmark {

    private static final int ACCOUNTS = 100_000;
    private static final int PREPARED = 512;
    private static final long SEED = 20_220_815L;

    private final BenchLedger bench =
            new BenchLedger(ACCOUNTS, List.of(BenchLedger.FIRST_ASSET, BenchLedger.SECOND_ASSET));
    private final Command[] pairs = new Command[PREPARED];
    private final Command[] batches = new Command[PREPARED];
    private final Digest stateHash;
    private final byte[] snapshot;
    private final long entriesBefore;
    private long executed;

    public CoreMicroBenchmark() {
        bench.assets.forEach(bench::endow);
        SplittableRandom random = new SplittableRandom(SEED);
        Arrays.setAll(pairs, i -> CoreBenchmark.settlement(bench, 2, random));
        Arrays.setAll(batches, i -> CoreBenchmark.settlement(bench, 1_000, random));
        stateHash = bench.ledger.stateHash();
        entriesBefore = bench.ledger.lastIndex();
        try {
            snapshot = written();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    @Benchmark
    public Receipt settlementOf2Legs() {
        return execute(pairs);
    }

    @Benchmark
    public Receipt settlementOf1000Legs() {
        return execute(batches);
    }

    private Receipt execute(Command[] prepared) {
        Command command = prepared[(int) (executed % PREPARED)];
        return bench.execute(bench.instruction(++executed, List.of(command)));
    }

    @Benchmark
    public Ledger fork() {
        return bench.ledger.fork();
    }

    @Benchmark
    public Digest stateHash() {
        return bench.ledger.stateHash();
    }

    @Benchmark
    public byte[] snapshotWrite() throws IOException {
        return written();
    }

    @Benchmark
    public Ledger snapshotRestore() throws IOException {
        return restored();
    }

    private byte[] written() throws IOException {
        Ledger ledger = bench.ledger;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshots.write(
                out,
                new SnapshotHead(ledger.name(), ledger.lastIndex(), ledger.lastTimeMillis(), stateHash),
                ledger::writeTo);
        return out.toByteArray();
    }

    private Ledger restored() throws IOException {
        return Snapshots.read(new ByteArrayInputStream(snapshot), Ledger::readFrom)
                .state();
    }

    /** Every instruction counted once and was accepted, no unit is missing, and copies are the state they were made of. */
    @TearDown(Level.Trial)
    public void verify() throws IOException {
        bench.verify();
        require(bench.ledger.lastIndex() == entriesBefore + executed, "entries are missing");
        require(restored().stateHash().equals(stateHash), "what was restored is not what was written");
        require(bench.ledger.fork().stateHash().equals(bench.ledger.stateHash()), "the fork is another state");
        require(executed > 0 || Arrays.equals(written(), snapshot), "the same state was written differently");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
