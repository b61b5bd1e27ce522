package org.tallystick.bench;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.SigningKey;

/** From bytes to entries and from receipts to bytes and back, for one settlement under one signature. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CodecMicroBenchmark {

    private static final int ACCOUNTS = 10_000;
    private static final long SEED = 20_220_815L;

    @Param({"2", "1000"})
    private int legs;

    private final Entries entries = Entries.verifiedFast();
    private final BenchLedger bench =
            new BenchLedger(ACCOUNTS, List.of(BenchLedger.FIRST_ASSET, BenchLedger.SECOND_ASSET));
    private Entry.Instruction instruction = bench.instruction(0, List.of());
    private byte[] envelope = {};
    private byte[] receiptBytes = {};

    @Setup
    public void prepare() {
        bench.assets.forEach(bench::endow);
        instruction = bench.instruction(1, List.of(CoreBenchmark.settlement(bench, legs, new SplittableRandom(SEED))));
        SigningKey key = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
        envelope = Envelopes.sign(instruction.payload(), new byte[PayloadCodec.NONCE_LENGTH], key);
        receiptBytes = Receipts.encode(bench.execute(instruction));
    }

    @Benchmark
    public Decoded envelopeDecode() {
        return Envelopes.decode(envelope);
    }

    @Benchmark
    public Entry envelopeDecodeAndVerify() {
        return entries.fromEnvelope(envelope);
    }

    @Benchmark
    public Receipt receiptDecode() {
        return Receipts.decode(receiptBytes);
    }

    /** Decoded first, so that nothing of a former encoding is at hand. */
    @Benchmark
    public byte[] receiptDecodeAndEncode() {
        return Receipts.encode(Receipts.decode(receiptBytes));
    }

    @Benchmark
    public Digest sha256() {
        return Sha256.of(envelope);
    }

    /** The envelope says what was put into it and verifies; the receipt comes back byte by byte. */
    @TearDown(Level.Trial)
    public void verify() {
        boolean read = envelopeDecodeAndVerify() instanceof Entry.Instruction entry
                && entry.payload().equals(instruction.payload())
                && entry.signers().size() == 1;
        if (!read || !Arrays.equals(receiptDecodeAndEncode(), receiptBytes)) {
            throw new IllegalStateException("what was read is not what was written");
        }
    }
}
