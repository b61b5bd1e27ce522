package org.tallystick.app.authority;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.node.Node;
import org.tallystick.node.NodeConfig;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.ledger.LedgerMachineFactory;

/** An authority whose node runs in this process; others on this machine reach it through the socket in its directory. */
public final class EmbeddedAuthority implements Authority {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedAuthority.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Genesis genesis;
    private final Node node;
    private @Nullable ControlSocket socket;

    private EmbeddedAuthority(Genesis genesis, Node node) {
        this.genesis = genesis;
        this.node = node;
    }

    /** Starts the node of this directory as it usually runs. */
    public static EmbeddedAuthority start(AuthorityDirectory directory) throws IOException {
        return start(directory, UnaryOperator.identity());
    }

    /**
     * Starts the node of this directory; returns when it takes submissions.
     *
     * @param tuning changes how the node runs
     * @throws org.tallystick.app.console.Failure when there is no ledger in the directory
     * @throws org.tallystick.node.failure.NodeStartRefused when the node cannot start on it
     * @throws org.tallystick.node.failure.NodeFailed when its log does not replay
     */
    public static EmbeddedAuthority start(AuthorityDirectory directory, UnaryOperator<NodeConfig.Builder> tuning)
            throws IOException {
        EmbeddedAuthority authority = new EmbeddedAuthority(directory.genesis(), startAlone(directory, tuning));
        authority.listen(directory);
        return authority;
    }

    /** As {@link #start}, but no other process can reach the node: what is submitted is what this one submits. */
    public static Node startAlone(AuthorityDirectory directory, UnaryOperator<NodeConfig.Builder> tuning)
            throws IOException {
        Genesis genesis = directory.genesis();
        NodeConfig config = tuning.apply(NodeConfig.builder(directory.nodeDirectory(), genesis.ledger()))
                .build();
        return Node.start(config, new LedgerMachineFactory(genesis));
    }

    /** Without the socket the node serves its own process all the same. */
    private void listen(AuthorityDirectory directory) {
        try {
            socket = ControlSocket.listen(directory.socket(), this);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "other processes cannot reach this node, its socket {} cannot be made: {}",
                    directory.socket(),
                    e.getMessage());
        }
    }

    public Genesis genesis() {
        return genesis;
    }

    public Node node() {
        return node;
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        try {
            return node.submitWithin(envelope, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new SubmissionRefused(
                    SubmissionRefused.Code.STOPPING, "this process is ending; nothing was submitted"));
        }
    }

    @Override
    public CompletableFuture<Long> snapshot() {
        return node.snapshot();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        node.close();
    }
}
