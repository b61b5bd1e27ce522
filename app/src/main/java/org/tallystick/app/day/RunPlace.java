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
import org.tallystick.app.day.plan.Cast;
import org.tallystick.app.service.Demonstration;
import org.tallystick.app.service.Service;
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
    private volatile @Nullable Service service;

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

    /** Runs the ledger on as any other, on real time and within reach of people, until it is interrupted. */
    void stayUp(Conventions output, Cast cast, Service.Offer offer) throws IOException, InterruptedException {
        Path keys = Demonstration.write(directory, cast.keys());
        try (EmbeddedAuthority running = EmbeddedAuthority.start(directory)) {
            authority = running;
            if (offer.http().wanted()) {
                try (Service showing = Service.start(running, directory, offer)) {
                    service = showing;
                    tellWhere(output, keys, showing.url());
                    await(running);
                }
            } else {
                tellWhere(output, keys, "");
                await(running);
            }
        }
    }

    private static void await(EmbeddedAuthority running) throws InterruptedException {
        while (!running.node().awaitTermination(A_WHILE)) {
            continue;
        }
        NodeFailed failure = running.node().failure().orElse(null);
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * @param url of the console; empty where there is none
     */
    private void tellWhere(Conventions output, Path keys, String url) {
        Path root = directory.root();
        if (output.json()) {
            output.printJson(
                    url.isEmpty()
                            ? Map.of("stayingUpOn", root.toString())
                            : Map.of("stayingUpOn", root.toString(), "console", url));
            return;
        }
        output.out().printf("%nThe ledger stays up on %s%s.%n", root, temporary ? " until it ends" : "");
        if (!url.isEmpty()) {
            output.out().printf("Console and API: %s (sign in as any party; the keys are made up)%n", url);
        }
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
        Service showing = service;
        if (showing != null) {
            showing.close();
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
