package org.tallystick.bench.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.tallystick.bench.load.Load;
import org.tallystick.node.NodeConfig;
import org.tallystick.wire.Receipts;

/** The process that is killed: it fills a ledger, or takes one up again, says so, and waits for its end. */
final class RestartProcess {

    static final String FILL = "fill";
    static final String RESUME = "resume";
    static final String PRACTISE = "practise";

    static final String FILLED = "filled to entry ";
    static final String RECEIPT = "receipt of entry ";
    static final String VERIFIED = "verified to entry ";

    private static final int ENVELOPES_AT_ONCE = 100_000;

    private RestartProcess() {}

    /**
     * @param args the task, the data directory, how many accounts; then for {@link #FILL} how many entries after the
     *     snapshot, for the others the envelope to settle first, in hexadecimal
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[1]);
        int accounts = Integer.parseInt(args[2]);
        switch (args[0]) {
            case FILL -> fill(directory, accounts, Integer.parseInt(args[3]));
            case RESUME -> resume(directory, accounts, HexFormat.of().parseHex(args[3]), true);
            case PRACTISE -> resume(directory, accounts, HexFormat.of().parseHex(args[3]), false);
            default -> throw new IllegalArgumentException("no task: " + args[0]);
        }
    }

    /** An operator gets a snapshot every so many entries, which bounds the replay; here it is to be long. */
    private static NodeConfig withoutSnapshots(Path directory) {
        return NodeConfig.builder(directory, World.LEDGER)
                .snapshotEveryEntries(Long.MAX_VALUE)
                .snapshotInterval(Duration.ofDays(1))
                .build();
    }

    private static void fill(Path directory, int accounts, int tail) throws IOException, InterruptedException {
        try (World world = World.found(withoutSnapshots(directory), accounts)) {
            var unused = world.node().snapshot().join();
            Trades trades = new Trades(accounts, 0);
            for (int left = tail; left > 0; left -= ENVELOPES_AT_ONCE) {
                List<byte[]> signed = trades.sign(Workload.DVP, Math.min(left, ENVELOPES_AT_ONCE));
                Books books = Books.open(world);
                books.close(Load.flood(world.node(), signed), 1);
            }
            say(FILLED + world.node().lastIndex());
            awaitKill();
        }
    }

    private static void resume(Path directory, int accounts, byte[] envelope, boolean killed)
            throws IOException, InterruptedException {
        try (World world = World.open(withoutSnapshots(directory), accounts)) {
            byte[] receipt = world.node().submit(envelope).join();
            say(RECEIPT + Receipts.decode(receipt).index());
            Books.open(world).compare();
            say(VERIFIED + world.node().lastIndex());
            if (killed) {
                awaitKill();
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void awaitKill() throws InterruptedException {
        Thread.sleep(Duration.ofHours(1));
    }
}
