package org.tallystick.bench.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.node.Node;
import org.tallystick.node.NodeConfig;
import org.tallystick.node.ledger.LedgerMachine;
import org.tallystick.node.ledger.LedgerMachineFactory;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.SigningKey;

/**
 * An authority in this process, with a Treasury note and dollars on the accounts of two custodians: {@link Founding}. The
 * node is configured as an operator gets it, with every write forced to disk.
 */
public final class World implements AutoCloseable {

    static final String LEDGER = "bench";
    static final int OPERATOR = 1;
    static final int CENTRAL_BANK = 2;
    static final int TREASURY = 3;

    /** The two custodians own the first and the second half of the accounts. */
    public static final int ALPHA = 4;

    public static final int BETA = 5;

    public static final int DOLLARS = 1;
    public static final int NOTE = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long VALIDITY_MILLIS = Duration.ofHours(6).toMillis();

    private final Node node;
    private final int accounts;

    private World(Node node, int accounts) {
        this.node = node;
        this.accounts = accounts;
    }

    /** Begins a ledger in an empty directory and gives {@code accounts} accounts, an even number, their holdings. */
    public static World found(NodeConfig config, int accounts) throws InterruptedException {
        World world = open(config, accounts);
        Founding.carryOut(world);
        return world;
    }

    /** Opens the ledger that was begun in the directory. */
    static World open(NodeConfig config, int accounts) {
        return new World(Node.start(config, new LedgerMachineFactory(genesis())), accounts);
    }

    /** What it begins with. */
    public static Genesis genesis() {
        return new Genesis(
                LEDGER, "OPS", "Operator", "US", 1, List.of(key(OPERATOR).publicKey()));
    }

    /** What an operator gets who sets nothing. */
    public static NodeConfig config(Path directory) {
        return NodeConfig.builder(directory, LEDGER).build();
    }

    public Node node() {
        return node;
    }

    /** How many accounts have holdings. */
    int accounts() {
        return accounts;
    }

    /** The one key of a party. */
    public static SigningKey key(int party) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        seed[0] = (byte) party;
        return SigningKey.fromSeed(seed);
    }

    /**
     * An envelope of the first of these parties, signed by all of them.
     *
     * @param id used once by this party
     */
    static byte[] envelope(String id, List<Command> commands, int... parties) {
        long validUntilMillis = System.currentTimeMillis() + VALIDITY_MILLIS;
        Payload payload = new Payload(LEDGER, parties[0], id, validUntilMillis, BatchMode.INDEPENDENT, commands);
        List<SigningKey> keys = new ArrayList<>(parties.length);
        for (int party : parties) {
            keys.add(key(party));
        }
        return Envelopes.sign(payload, new byte[PayloadCodec.NONCE_LENGTH], keys);
    }

    /**
     * Submits, waits for all receipts, and has every command accepted.
     *
     * @throws IllegalStateException with the receipt of a command that was not
     */
    void carryOut(Iterable<byte[]> envelopes) throws InterruptedException {
        List<CompletableFuture<byte[]>> receipts = new ArrayList<>();
        for (byte[] envelope : envelopes) {
            receipts.add(node.submitWithin(envelope, PATIENCE));
        }
        for (CompletableFuture<byte[]> bytes : receipts) {
            Receipt receipt = Receipts.decode(bytes.join());
            if (!isAccepted(receipt)) {
                throw new IllegalStateException("not accepted: " + receipt);
            }
        }
    }

    /** Whether everything that an envelope asked for was done. */
    public static boolean isAccepted(Receipt receipt) {
        return receipt.verdict() instanceof Verdict.Decided decided
                && decided.outcomes().stream().allMatch(outcome -> outcome instanceof Outcome.Accepted);
    }

    /** Asks the ledger something between two entries. */
    <T> T ask(Function<? super Ledger, ? extends T> question) {
        return node.<T>inspect(machine -> question.apply(((LedgerMachine) machine).ledger()))
                .join();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
