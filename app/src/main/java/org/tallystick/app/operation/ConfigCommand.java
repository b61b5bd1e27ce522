package org.tallystick.app.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Settings;
import org.tallystick.app.console.Settings.Setting;
import org.tallystick.app.console.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code tally config}. */
@Command(
        name = "config",
        header = "Show the settings an authority runs with, and where each comes from.",
        descriptionHeading = "%n",
        description = {
            "An option of 'tally node' that the command line does not give is looked for in the environment, then in "
                    + "the file tallystick.yaml of the directory you are in, or the one that TALLYSTICK_CONFIG names. "
                    + "Keys are the options without their dashes:",
            "",
            "  data: ledger",
            "  port: 8443",
            "  tls-certificate: chain.pem",
            "",
            "and TALLYSTICK_TLS_CERTIFICATE is the variable of the last one.",
        },
        optionListHeading = "%nOptions:%n")
public final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Conventions output = new Conventions();

    @Override
    public Integer call() throws IOException {
        List<Setting> settings = new ArrayList<>();
        for (String key : Settings.KEYS) {
            settings.add(settings().find(key).orElse(new Setting(key, usual(key), "default")));
        }
        if (output.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            for (Setting setting : settings) {
                json.put(setting.key(), Map.of("value", setting.value(), "source", setting.source()));
            }
            output.printJson(json);
            return ExitCode.OK;
        }
        TextTable table = new TextTable().words("Setting").words("Value").words("From");
        for (Setting setting : settings) {
            table.row(setting.key(), setting.value().isEmpty() ? "-" : setting.value(), setting.source());
        }
        table.print(output.out());
        return ExitCode.OK;
    }

    private static Settings settings() {
        return new Settings(System.getenv(), Path.of(""));
    }

    /** What the option is where nobody says anything. */
    private String usual(String key) {
        CommandSpec root = Objects.requireNonNull(spec.parent(), "config is a subcommand");
        CommandLine node = Objects.requireNonNull(root.subcommands().get("node"), "so is node");
        OptionSpec option = node.getCommandSpec().findOption("--" + key);
        String value = option == null ? null : option.defaultValue();
        return value == null ? "" : value;
    }
}
