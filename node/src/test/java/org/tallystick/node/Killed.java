package org.tallystick.node;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A process of its own that runs a node, submits without end, takes snapshots now and then, and prints each receipt that it was given. */
final class Killed {

    private static final int IN_FLIGHT = 500;
    private static final int ENTRIES_A_SNAPSHOT = 1_000;

    private Killed() {}

    /** Starts the process on a data directory. Its standard output has a receipt a line. */
    static Process launch(Path dataDirectory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "no class path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx256m",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
                        "-cp",
                        classes,
                        Killed.class.getName(),
                        dataDirectory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        NodeConfig config =
                Fixture.config(Path.of(args[0])).snapshotEveryEntries(4_000).build();
        try (Node node = Node.start(config, new TransferMachine.Factory())) {
            Queue<CompletableFuture<byte[]>> inFlight = new ArrayDeque<>();
            Queue<CompletableFuture<Long>> snapshots = new ArrayDeque<>();
            for (long amount = 1; ; amount++) {
                byte[] envelope = Fixture.bytes("pay alice bob " + amount);
                inFlight.add(node.submitWithin(envelope, Duration.ofSeconds(10)));
                if (amount % ENTRIES_A_SNAPSHOT == 0) {
                    snapshots.add(node.snapshot());
                }
                if (inFlight.size() == IN_FLIGHT) {
                    out.write(Fixture.text(inFlight.remove().join()));
                    out.newLine();
                    out.flush();
                }
            }
        }
    }
}
