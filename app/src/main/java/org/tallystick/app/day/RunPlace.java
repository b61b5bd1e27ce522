package org.tallystick.app.day;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.day.plan.Actor;
import org.tallystick.app.day.plan.Cast;
import org.tallystick.app.key.KeyFile;
import org.tallystick.node.Node;
import org.tallystick.node.failure.NodeFailed;

/** Where a run keeps its ledger: a directory that was named, or one that is gone when the run is over. */
final class RunPlace implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final AuthorityDirectory directory;
    private final boolean temporary;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private volatile @Nullable DayWatcher watcher;
    private volatile @Nullable EmbeddedAuthority authority;

    private RunPlace(AuthorityDirectory directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    static RunPlace of(@Nullable Path named) throws IOException {
        RunPlace place = named == null
                ? new RunPlace(new AuthorityDirectory(Files.createTempDirectory("tally-day")), true)
                : new RunPlace(new AuthorityDirectory(named), false);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(place::end));
        return place;
    }

    AuthorityDirectory directory() {
        return directory;
    }

    /** An interrupt closes the run's node in good order. */
    void closeOnInterrupt(DayWatcher running) {
        watcher = running;
    }

    /** Runs the ledger on as any other, on real time and within reach of other processes, until it is interrupted. */
    void stayUp(Conventions output, Cast cast) throws IOException, InterruptedException {
        Path keys = writeKeys(cast);
        try (EmbeddedAuthority running = EmbeddedAuthority.start(directory)) {
            authority = running;
            tellWhere(output, keys);
            while (!running.node().awaitTermination(A_WHILE)) {
                continue;
            }
            NodeFailed failure = running.node().failure().orElse(null);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** So that whoever tries the ledger out can act for any party. */
    private Path writeKeys(Cast cast) throws IOException {
        Path keys = Files.createDirectories(directory.root().resolve("keys"));
        for (Actor actor : cast.all()) {
            Path file = keys.resolve(actor.code() + ".pem");
            if (!Files.exists(file)) {
                KeyFile.write(file, actor.key());
            }
        }
        return keys;
    }

    private void tellWhere(Conventions output, Path keys) {
        Path root = directory.root();
        if (output.json()) {
            output.printJson(Map.of("stayingUpOn", root.toString()));
            return;
        }
        output.out().printf("%nThe ledger stays up on %s%s.%n", root, temporary ? " until it ends" : "");
        output.out().printf("Demonstration keys of all parties are in %s. In another shell:%n", keys);
        output.out().printf("  ./tally balances --data %s%n", root);
        output.out().printf("  ./tally statement --data %s ...%n", root);
        output.out().printf("  ./tally submit FILE --data %s --key %s%n", root, keys.resolve("P0001.pem"));
        output.out().println("Interrupt it (Ctrl-C) to end it.");
        output.out().flush();
    }

    /** Whether the process has been asked to end. */
    boolean isInterrupted() {
        return interrupted.get();
    }

    private void end() {
        interrupted.set(true);
        DayWatcher running = watcher;
        Node node = running == null ? null : running.node();
        if (node != null) {
            node.close();
        }
        EmbeddedAuthority staying = authority;
        if (staying != null) {
            staying.close();
        }
        close();
    }

    /** Whoever comes second, the run or the interrupt, waits until the first has removed everything. */
    @Override
    public synchronized void close() {
        if (!temporary || !Files.exists(directory.root())) {
            return;
        }
        try {
            remove(directory.root());
        } catch (IOException leftBehind) {
            // A temporary directory that cannot be removed is the operating system's to clear.
            return;
        }
    }

    private static void remove(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
