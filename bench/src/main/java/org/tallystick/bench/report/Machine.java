package org.tallystick.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run ran on, in a line. */
final class Machine {

    private static final long KIBIBYTES_PER_GIBIBYTE = 1 << 20;

    private Machine() {}

    static String describe() {
        return "%d cores of %s, %s of memory, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value(Path.of("/proc/cpuinfo"), "model name", "an unknown processor"),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String memory() {
        String total = value(Path.of("/proc/meminfo"), "MemTotal", "");
        String kibibytes = total.replaceAll("\\D", "");
        return kibibytes.isEmpty()
                ? "an unknown amount"
                : Math.round((double) Long.parseLong(kibibytes) / KIBIBYTES_PER_GIBIBYTE) + " GiB";
    }

    /** What stands behind a name and a colon in a file of the kernel's, where there is such a file. */
    private static String value(Path file, String name, String otherwise) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notThisKernel) {
            return otherwise;
        }
    }
}
