package org.tallystick.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an authority's options are where the command line does not say: first the environment, then a settings file.
 *
 * <p>The file is {@code tallystick.yaml} in the directory the command is called in, or the one that
 * {@code TALLYSTICK_CONFIG} names. Its keys are the long names of the options, without dashes in front:
 *
 * <pre>
 * data: /srv/tally
 * port: 8443
 * tls-certificate: /etc/tally/chain.pem
 * </pre>
 *
 * The environment variable of {@code tls-certificate} is {@code TALLYSTICK_TLS_CERTIFICATE}.
 */
public final class Settings implements IDefaultValueProvider {

    /** What may be set, in the order in which it is shown. */
    public static final List<String> KEYS = List.of(
            "data",
            "host",
            "port",
            "no-http",
            "tls-certificate",
            "tls-key",
            "tls-client-ca",
            "party-rate",
            "database-url",
            "database-user",
            "database-password-file");

    private static final String FILE_VARIABLE = "TALLYSTICK_CONFIG";
    private static final String USUAL_FILE = "tallystick.yaml";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final Map<String, String> environment;
    private final Path directory;
    private @Nullable Map<String, String> file;

    /**
     * @param environment the process's
     * @param directory where the command was called
     */
    public Settings(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /**
     * One setting as it stands.
     *
     * @param key option's long name without dashes
     * @param source what says so: a variable, a file
     */
    public record Setting(String key, String value, String source) {}

    @Override
    public @Nullable String defaultValue(ArgSpec argument) throws IOException {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName();
        return name.startsWith("--") && KEYS.contains(name.substring(2))
                ? find(name.substring(2)).map(Setting::value).orElse(null)
                : null;
    }

    /**
     * What is set for a key outside the command line.
     *
     * @throws Failure when the settings file cannot be understood
     */
    public Optional<Setting> find(String key) throws IOException {
        String variable = "TALLYSTICK_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = environment.get(variable);
        if (value != null) {
            return Optional.of(new Setting(key, value, "environment, " + variable));
        }
        String said = file().get(key);
        return said == null ? Optional.empty() : Optional.of(new Setting(key, said, path().toString()));
    }

    private Path path() {
        return directory.resolve(environment.getOrDefault(FILE_VARIABLE, USUAL_FILE));
    }

    private Map<String, String> file() throws IOException {
        Map<String, String> known = file;
        if (known == null) {
            known = read(path());
            file = known;
        }
        return known;
    }

    private Map<String, String> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            if (environment.containsKey(FILE_VARIABLE)) {
                throw Failure.badInput(
                        "FILE_NOT_FOUND", "there is no file %s, which %s names".formatted(path, FILE_VARIABLE));
            }
            return Map.of();
        }
        try {
            return parse(path, YAML.readTree(Files.readString(path)));
        } catch (JsonProcessingException unreadable) {
            throw Failure.badInput("BAD_SETTINGS", "%s, %s".formatted(path, JsonFault.sentence(unreadable)));
        }
    }

    private static Map<String, String> parse(Path path, JsonNode content) {
        Map<String, String> values = new TreeMap<>();
        if (content.isMissingNode() || content.isNull()) {
            return values;
        }
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : content.properties()) {
            if (!KEYS.contains(property.getKey()) || !property.getValue().isValueNode()) {
                unknown.add(property.getKey());
            }
            values.put(property.getKey(), property.getValue().asText());
        }
        if (!content.isObject() || !unknown.isEmpty()) {
            throw Failure.badInput(
                    "BAD_SETTINGS",
                    "%s: %s; a settings file has a value each for any of %s"
                            .formatted(
                                    path,
                                    content.isObject()
                                            ? "no setting is called " + unknown
                                            : "this is no list of settings",
                                    KEYS));
        }
        return values;
    }
}
