package org.tallystick.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.tallystick.app.service.JournalSource;
import org.tallystick.app.service.NodeOrdering;
import org.tallystick.bench.authority.World;
import org.tallystick.gateway.Gateway;
import org.tallystick.gateway.GatewayConfig;
import org.tallystick.gateway.Limits;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReadModelConfig;

/**
 * The process that is asked: an authority with its node, its tables and its gateway, as {@code tally node} puts them
 * together, on a ledger that it founds. It ends when its input does, so that it does not outlive who started it.
 */
final class GatewayProcess {

    static final String LISTENING = "listening on port ";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private GatewayProcess() {}

    /**
     * @param args an empty directory, how many accounts, and for tables on a server its URL and user
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        ReadModelConfig tables = args.length < 4
                ? ReadModelConfig.inDirectory(directory.resolve("readmodel"))
                : ReadModelConfig.server(args[2], args[3], null);
        try (World world = World.found(World.config(directory.resolve("node")), Integer.parseInt(args[1]))) {
            JournalSource receipts = new JournalSource(world.node().journal());
            try (ReadModel readModel = ReadModel.open(tables, World.genesis());
                    Projection projection = readModel.project(receipts);
                    Gateway gateway =
                            Gateway.start(config(), new NodeOrdering(world.node()), receipts, readModel, projection)) {
                if (!projection.await(world.node().lastIndex(), PATIENCE)) {
                    throw new IllegalStateException("the tables do not follow: " + projection.failure());
                }
                System.out.println(LISTENING + gateway.port());
                System.out.flush();
                while (System.in.read() >= 0) {
                    // whoever started this says nothing
                }
            }
        }
    }

    /** What a party may ask in a second is out of the way: the machine is to be the limit. */
    private static GatewayConfig config() {
        return GatewayConfig.local(0).with(Limits.usual().withRequestsPerSecond(Limits.MOST_REQUESTS_PER_SECOND));
    }
}
