package org.tallystick.app.day;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.console.Conventions;
import org.tallystick.node.Node;
import org.tallystick.node.failure.NodeFailed;

/** Where a run keeps its ledger: a directory that was named, or one that is gone when the run is over. */
final class RunPlace implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final AuthorityDirectory directory;
    private final boolean temporary;
    private final AtomicBoolean closed = new AtomicBoolean();
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
    void stayUp(Conventions output, boolean kept) throws IOException, InterruptedException {
        try (EmbeddedAuthority running = EmbeddedAuthority.start(directory)) {
            authority = running;
            Path root = directory.root();
            output.out()
                    .printf("%nThe ledger stays up on %s%s. In another shell:%n", root, kept ? "" : " until it ends");
            output.out().printf("  tally balances --data %s%n", root);
            output.out().printf("  tally statement --data %s ...%n", root);
            output.out().printf("  tally submit FILE --data %s ...%n", root);
            output.out().println("Interrupt it (Ctrl-C) to end it.");
            output.out().flush();
            while (!running.node().awaitTermination(A_WHILE)) {
                continue;
            }
            NodeFailed failure = running.node().failure().orElse(null);
            if (failure != null) {
                throw failure;
            }
        }
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

    @Override
    public void close() {
        if (temporary && closed.compareAndSet(false, true)) {
            try {
                remove(directory.root());
            } catch (IOException leftBehind) {
                // A temporary directory that cannot be removed is the operating system's to clear.
                return;
            }
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
