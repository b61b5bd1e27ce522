package org.tallystick.app.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tallystick.app.console.Failure;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.storage.DataDirectory;
import org.tallystick.node.storage.WholeFile;

/**
 * Where an authority keeps everything: what {@code --data} names.
 *
 * <pre>
 * genesis.json   what the ledger begins with; written once
 * node/          the node's own: log, journal, snapshots
 * node.sock      by which other processes reach the node, while it runs
 * </pre>
 *
 * @param root the directory itself
 */
public record AuthorityDirectory(Path root) {

    private static final String GENESIS = "genesis.json";

    /**
     * Makes the directory for a new ledger. It must not exist, or be empty; its parent must exist.
     *
     * @throws Failure when there is a ledger already, or something else
     */
    public static AuthorityDirectory create(Path root, Genesis genesis) throws IOException {
        AuthorityDirectory directory = new AuthorityDirectory(root);
        if (directory.hasLedger()) {
            throw Failure.badInput("LEDGER_EXISTS", "there is a ledger in %s already".formatted(root));
        }
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.list(root)) {
                if (files.findAny().isPresent()) {
                    throw Failure.badInput(
                            "DIRECTORY_NOT_EMPTY",
                            "%s holds files, but no ledger; name an empty or a new directory".formatted(root));
                }
            }
        } else if (Files.exists(root)) {
            throw Failure.badInput("NOT_A_DIRECTORY", "%s is not a directory".formatted(root));
        } else {
            Path parent = root.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw Failure.badInput("FILE_NOT_FOUND", "there is no directory %s to make it in".formatted(parent));
            }
            Files.createDirectory(root);
        }
        directory.writeGenesis(genesis);
        return directory;
    }

    /** Whether there is a ledger in it. */
    public boolean hasLedger() {
        return Files.exists(genesisFile());
    }

    /**
     * What its ledger begins with.
     *
     * @throws Failure when there is no ledger in it
     */
    public Genesis genesis() throws IOException {
        if (!hasLedger()) {
            throw Failure.badInput(
                    "NO_LEDGER",
                    "there is no ledger in %s; 'tally node --data %s --demo' makes one".formatted(root, root));
        }
        return GenesisFile.read(genesisFile());
    }

    /** Whether a node has run on it. */
    public boolean hasJournal() {
        return Files.isDirectory(DataDirectory.journalOf(nodeDirectory()));
    }

    /** The journal, to be read whether a node runs or not; empty before the first node ran. */
    public Journal journal() throws IOException {
        return hasJournal() ? Journal.open(DataDirectory.journalOf(nodeDirectory())) : Journal.empty();
    }

    Path genesisFile() {
        return root.resolve(GENESIS);
    }

    Path nodeDirectory() {
        return root.resolve("node");
    }

    Path socket() {
        return root.resolve("node.sock");
    }

    private void writeGenesis(Genesis genesis) throws IOException {
        byte[] text = GenesisFile.toText(genesis).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(genesisFile(), root.resolve(GENESIS + ".new"), out -> out.write(text));
    }
}
