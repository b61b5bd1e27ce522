package org.tallystick.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Public records kept beside the project, not in it: what they confirm is skipped, with the reason, where they are absent. */
final class OfficialRecords {
    private OfficialRecords() {}

    static Path file(String name) {
        Path file = Stream.of("..", "../..")
                .map(root -> Path.of(root, "shared", "data", "treasury", name))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        if (file == null) {
            System.out.println("skipped: ../shared/data/treasury/" + name + " is not there");
        }
        Assumptions.assumeTrue(file != null, name + " is not beside the project");
        return Objects.requireNonNull(file);
    }
}
