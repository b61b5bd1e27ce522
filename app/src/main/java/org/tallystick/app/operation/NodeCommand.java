package org.tallystick.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.authority.GenesisFile;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.app.service.DatabaseOptions;
import org.tallystick.app.service.Demonstration;
import org.tallystick.app.service.HttpOptions;
import org.tallystick.app.service.Service;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.wire.signature.SigningKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tally node}. */
@Command(
        name = "node",
        header = "Run an authority until it is interrupted.",
        descriptionHeading = "%n",
        description = {
            "Opens the ledger in a directory, or begins one there, and takes instructions from 'tally submit' on the "
                    + "same machine. Interrupt it (Ctrl-C) to end it in good order; after any other end it starts "
                    + "again where its log ends.",
            "",
            "The console and the API are at http://127.0.0.1:8080 unless --port says otherwise. Options can stand in a "
                    + "file, too: see 'tally config'.",
            "",
            "A genesis file names the ledger and its operator, who is party 1 and registers everyone else:",
            "",
            "  {",
            "    \"ledger\": \"example\",",
            "    \"operator\": {",
            "      \"code\": \"OPERATOR\", \"name\": \"Example Operator\", \"jurisdiction\": \"US\",",
            "      \"threshold\": 1, \"keys\": [\"<public key, as tally key generate prints it>\"]",
            "    }",
            "  }",
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tally node --data ledger --demo             begin a ledger to play with",
            "  tally node --data ledger                    run it again",
            "  tally node --data ledger --genesis genesis.json",
        })
public final class NodeCommand implements Callable<Integer> {

    private static final String OPERATOR = "OPERATOR";

    @Mixin
    private Conventions output = new Conventions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The authority's directory; made when it does not exist.")
    private Path root = Path.of("");

    @Option(names = "--check", description = "Only show that the log replays and the node starts; then end.")
    private boolean check;

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @ArgGroup
    private @Nullable Beginning beginning;

    /** How a new ledger begins. */
    static final class Beginning {
        @Option(names = "--genesis", paramLabel = "FILE", description = "Begin a ledger with this genesis file.")
        private @Nullable Path genesis;

        @Option(
                names = "--demo",
                description = "Begin a ledger named demo whose operator's key is DIR/keys/OPERATOR.pem, if there is "
                        + "none, and let the keys in DIR/keys open sessions.")
        private boolean demo;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        AuthorityDirectory directory = directory();
        try (EmbeddedAuthority authority = EmbeddedAuthority.start(directory)) {
            tellReady(authority, Duration.ofNanos(System.nanoTime() - startNanos));
            if (http.wanted()) {
                boolean demonstration = beginning != null && beginning.demo;
                Service.Offer offer = new Service.Offer(http, database, demonstration);
                try (Service service = Service.start(authority, directory, offer)) {
                    tellWhere(service);
                    run(authority, service::close);
                }
            } else {
                run(authority, () -> {});
            }
        }
        return ExitCode.OK;
    }

    /** Until it is interrupted, or the node stops. */
    private void run(EmbeddedAuthority authority, Runnable closeService) throws InterruptedException {
        Thread closing = Thread.ofPlatform().unstarted(() -> {
            closeService.run();
            authority.close();
        });
        Runtime.getRuntime().addShutdownHook(closing);
        boolean ended = check;
        while (!ended) {
            ended = authority.node().awaitTermination(Duration.ofHours(1));
        }
        NodeFailed failure = authority.node().failure().orElse(null);
        if (failure != null) {
            throw failure;
        }
    }

    private void tellWhere(Service service) {
        if (output.json()) {
            output.printJson(Map.of("console", service.url()));
            return;
        }
        output.out().printf("Console and API: %s%n", service.url());
        output.out().flush();
    }

    private AuthorityDirectory directory() throws IOException {
        AuthorityDirectory directory = new AuthorityDirectory(root);
        if (beginning == null) {
            return directory;
        }
        if (beginning.demo) {
            return directory.hasLedger() ? directory : beginDemo();
        }
        Genesis genesis = GenesisFile.read(Objects.requireNonNull(beginning.genesis));
        if (!directory.hasLedger()) {
            return AuthorityDirectory.create(root, genesis);
        }
        if (!directory.genesis().equals(genesis)) {
            throw Failure.badInput(
                    "ANOTHER_GENESIS",
                    "the ledger in %s began otherwise than %s says".formatted(root, beginning.genesis));
        }
        return directory;
    }

    /** The key goes in after the genesis: a directory with one and without the other is no ledger that anyone uses. */
    private AuthorityDirectory beginDemo() throws IOException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        Genesis genesis = new Genesis("demo", OPERATOR, "Demonstration Operator", "US", 1, List.of(key.publicKey()));
        AuthorityDirectory directory = AuthorityDirectory.create(root, genesis);
        Demonstration.write(directory, Map.of(OPERATOR, key));
        return directory;
    }

    private void tellReady(EmbeddedAuthority authority, Duration took) {
        long lastIndex = authority.node().lastIndex();
        if (output.json()) {
            Map<String, Object> ready = new LinkedHashMap<>();
            ready.put("ready", true);
            ready.put("ledger", authority.genesis().ledger());
            ready.put("lastIndex", lastIndex);
            ready.put("millis", took.toMillis());
            output.printJson(ready);
            return;
        }
        output.out()
                .printf(
                        "The ledger %s is ready after entry %,d, in %,d ms.%n",
                        authority.genesis().ledger(), lastIndex, took.toMillis());
        Path key = root.resolve("keys").resolve(OPERATOR + ".pem");
        if (Files.exists(key)) {
            output.out().printf("The operator's key is %s.%n", key);
        }
        output.out().flush();
    }
}
