package org.tallystick.bench.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where PostgreSQL's own programs are on this machine, and as whom they can run: they refuse to run as root. */
public final class Installation {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String OTHER_USER = "postgres";

    private final Path programs;
    private final boolean asOtherUser;

    private Installation(Path programs, boolean asOtherUser) {
        this.programs = programs;
        this.asOtherUser = asOtherUser;
    }

    /** The newest one; empty when there is none. */
    public static Optional<Installation> find() throws IOException {
        boolean root = System.getProperty("user.name", "").equals("root");
        return candidates()
                .filter(directory -> Files.isExecutable(directory.resolve("initdb"))
                        && Files.isExecutable(directory.resolve("pg_ctl")))
                .findFirst()
                .map(directory -> new Installation(directory, root));
    }

    private static Stream<Path> candidates() throws IOException {
        List<Path> directories = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.comparingInt(Installation::version).reversed())
                        .forEach(version -> directories.add(version.resolve("bin")));
            }
        }
        String path = System.getenv("PATH");
        if (path != null) {
            Stream.of(path.split(":")).map(Path::of).forEach(directories::add);
        }
        return directories.stream();
    }

    private static int version(Path directory) {
        String digits = directory.getFileName().toString().replaceAll("\\..*|\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Gives a directory to the user as whom the programs run. */
    void own(Path directory) throws IOException {
        if (asOtherUser) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER_USER));
        }
    }

    /**
     * Runs one of the programs to its end, in a directory that keeps what it says.
     *
     * @throws IOException with what it said, when it fails
     */
    void run(Path directory, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (asOtherUser) {
            command.addAll(List.of("runuser", "-u", OTHER_USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = directory.resolve(program + ".log");
        int exit = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(
                    "%s failed: %s".formatted(program, Files.readString(log).strip()));
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL in " + programs;
    }
}
