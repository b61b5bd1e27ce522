package org.tallystick.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A text file of golden bytes: lines in pairs, what the bytes say after a {@code #}, then the bytes in hexadecimal. */
final class GoldenFile {

    private static final String FOLDER = "golden";

    private final String name;

    private GoldenFile(String name) {
        this.name = name + ".hex";
    }

    static GoldenFile named(String name) {
        return new GoldenFile(name);
    }

    /** Writes the file among the sources if the system property {@code golden.regenerate} is set to true. */
    void regenerateIfAsked(Supplier<Map<String, byte[]>> lines) throws IOException {
        if (!Boolean.getBoolean("golden.regenerate")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.get()
                .forEach((says, bytes) -> text.append("# ")
                        .append(says)
                        .append('\n')
                        .append(HexFormat.of().formatHex(bytes))
                        .append('\n'));
        Path source = Path.of("src", "test", "resources", FOLDER, name);
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
    }

    /** What is said, with the bytes that say it, in the order of the file. */
    Map<String, byte[]> read() throws IOException {
        List<String> text = text().lines().toList();
        Map<String, byte[]> lines = new LinkedHashMap<>();
        for (int i = 0; i + 1 < text.size(); i += 2) {
            lines.put(text.get(i).substring(2), HexFormat.of().parseHex(text.get(i + 1)));
        }
        return lines;
    }

    private String text() throws IOException {
        if (Boolean.getBoolean("golden.regenerate")) {
            return Files.readString(Path.of("src", "test", "resources", FOLDER, name));
        }
        try (InputStream in = GoldenFile.class.getResourceAsStream("/" + FOLDER + "/" + name)) {
            if (in == null) {
                throw new IOException("there is no golden file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
