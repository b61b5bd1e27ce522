package org.tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tallystick.bench.report.Median;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;

/**
 * The core alone: one thread, decoded commands, no signatures, no disk.
 *
 * <p>Every run executes the same number of legs between accounts drawn evenly, on a ledger prepared beforehand, and
 * prints the median of several runs. Before a rate is printed all holdings are added up anew and every outcome must have
 * been accepted.
 */
public final class CoreBenchmark {

    private static final List<Integer> ONE_ASSET = List.of(BenchLedger.FIRST_ASSET);
    static final List<Integer> TWO_ASSETS = List.of(BenchLedger.FIRST_ASSET, BenchLedger.SECOND_ASSET);

    /** More than stand together: deliveries of the first and the last meet what came early and what came late. */
    private static final List<Integer> EIGHT_ASSETS = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    private static final int LEGS = 1_000_000;
    private static final int RUNS = 7;
    private static final long SEED = 20_220_815L;
    private static final long DEADLINE_MILLIS = 1_660_000_600_000L;

    private CoreBenchmark() {}

    /** A way of packing legs into entries. */
    record Shape(String name, int commandsPerEntry, int legsPerCommand) {}

    /** Payments of one asset, on ledgers where each account has one holding. */
    private static final List<Shape> PAYMENTS = List.of(
            new Shape("one settlement of 1,000 payments an entry", 1, 1_000),
            new Shape("500 settlements of 2 payments an entry", 500, 2));

    /** As a batch of 1,000 legs under one signature. */
    static final Shape BATCHES = new Shape("500 deliveries versus payment of 2 legs an entry", 500, 2);

    private static final List<Shape> SHAPES = List.of(
            new Shape("one settlement of 1,000 legs an entry", 1, 1_000),
            BATCHES,
            new Shape("8 deliveries versus payment of 2 legs an entry", 8, 2),
            new Shape("one delivery versus payment of 2 legs an entry", 1, 2));

    /** Prints the table. With {@code memory}, only builds a million holdings and prints what they take. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("memory")) {
            memory();
            return;
        }
        print("%-52s %14s %14s %8s", "legs a second, one thread", "1,000 acc.", "1,000,000 acc.", "cost");
        print("one holding an account");
        compare(PAYMENTS, endowed(1_000, ONE_ASSET), endowed(1_000_000, ONE_ASSET));
        print("two holdings an account");
        BenchLedger large = endowed(1_000_000, TWO_ASSETS);
        compare(SHAPES, endowed(1_000, TWO_ASSETS), large);
        fork(large);
        print("eight holdings an account");
        compare(List.of(BATCHES), endowed(1_000, EIGHT_ASSETS), endowed(1_000_000, EIGHT_ASSETS));
        print(
                "%-52s %11.1f ns %11.1f ns",
                "memory alone, for the accounts and holdings of a leg",
                MemoryFloor.nanosPerLeg(1_000),
                MemoryFloor.nanosPerLeg(1_000_000));
    }

    private static void compare(List<Shape> shapes, BenchLedger small, BenchLedger large) {
        for (Shape shape : shapes) {
            NanosPerLeg nanos = inTurn(small, large, shape);
            print(
                    "  %-50s %,14.0f %,14.0f %7.2fx",
                    shape.name, 1e9 / nanos.small, 1e9 / nanos.large, nanos.large / nanos.small);
        }
    }

    static BenchLedger endowed(int accounts, List<Integer> assets) {
        BenchLedger bench = new BenchLedger(accounts, assets);
        assets.forEach(bench::endow);
        return bench;
    }

    private static long entryNumber;

    /** What a leg costs on two ledgers, medians. */
    record NanosPerLeg(double small, double large) {}

    /** The ledgers take turns, so that a machine that is slow for a while is slow for both. */
    static NanosPerLeg inTurn(BenchLedger small, BenchLedger large, Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            few.add(nanosPerLeg(small, entries(small, shape, random)));
            many.add(nanosPerLeg(large, entries(large, shape, random)));
        }
        small.verify();
        large.verify();
        return new NanosPerLeg(Median.of(few), Median.of(many));
    }

    private static double nanosPerLeg(BenchLedger bench, List<Entry.Instruction> entries) {
        long start = System.nanoTime();
        for (Entry.Instruction entry : entries) {
            bench.execute(entry);
        }
        return (System.nanoTime() - start) / (double) LEGS;
    }

    private static List<Entry.Instruction> entries(BenchLedger bench, Shape shape, SplittableRandom random) {
        int perEntry = shape.commandsPerEntry * shape.legsPerCommand;
        List<Entry.Instruction> entries = new ArrayList<>(LEGS / perEntry);
        for (int done = 0; done < LEGS; done += perEntry) {
            List<Command> commands = new ArrayList<>(shape.commandsPerEntry);
            for (int i = 0; i < shape.commandsPerEntry; i++) {
                commands.add(settlement(bench, shape.legsPerCommand, random));
            }
            entries.add(bench.instruction(++entryNumber, commands));
        }
        return entries;
    }

    /** Pairs of legs, the first asset one way and the last the other, between accounts drawn evenly. */
    static Command settlement(BenchLedger bench, int legs, SplittableRandom random) {
        int accounts = bench.accounts;
        List<Leg> list = new ArrayList<>(legs);
        for (int pair = 0; pair < legs / 2; pair++) {
            int from = 1 + random.nextInt(accounts);
            int to = 1 + random.nextInt(accounts - 1);
            to = to >= from ? to + 1 : to;
            list.add(new Leg(bench.assets.getFirst(), from, to, 1 + random.nextInt(1_000)));
            list.add(new Leg(bench.assets.getLast(), to, from, 1 + random.nextInt(1_000)));
        }
        return new InstructSettlement(list, null, DEADLINE_MILLIS);
    }

    private static void fork(BenchLedger bench) {
        List<Long> nanos = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Ledger fork = bench.ledger.fork();
            nanos.add(System.nanoTime() - start);
            if (fork.lastIndex() != bench.ledger.lastIndex()) {
                throw new IllegalStateException("the fork is not where the ledger is");
            }
        }
        print("%-52s %14s %11.1f ms", "fork of 2,000,000 holdings, 1,000,000 accounts", "", Median.of(nanos) / 1e6);
    }

    private static void memory() throws IOException {
        BenchLedger bench = endowed(1_000_000, ONE_ASSET);
        bench.verify();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                print(
                        "%-52s %s",
                        "1,000,000 holdings, 1,000,000 accounts: " + line.substring(0, 5),
                        line.substring(6).strip());
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
