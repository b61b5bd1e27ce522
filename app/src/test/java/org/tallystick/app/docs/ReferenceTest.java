package org.tallystick.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallystick.app.Tally;
import org.tallystick.ledger.command.Command;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The reference knows every command and option there is, and no document points at nothing. */
final class ReferenceTest {

    private static final Path ROOT = Path.of("..");
    private static final Path COMMANDS = ROOT.resolve("docs/reference/commands.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final List<String> OPTIONS_OF_EVERY_COMMAND = List.of("--json", "--debug", "--help");

    @Test
    void everyCommandOfTheLedgerIsInTheReference() throws IOException {
        String reference = Files.readString(COMMANDS);

        for (Class<?> command : commandsOf(Command.class)) {
            String name = command.getSimpleName();
            String inJson = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            assertThat(reference).as("%s is in %s", inJson, COMMANDS).containsPattern("\\b" + inJson + "\\b");
        }
    }

    private static List<Class<?>> commandsOf(Class<?> type) {
        Class<?>[] kinds = type.getPermittedSubclasses();
        return kinds == null
                ? List.of(type)
                : Arrays.stream(kinds)
                        .flatMap(kind -> commandsOf(kind).stream())
                        .toList();
    }

    @Test
    void everySubcommandOfTallyIsInTheReferenceWithItsOptions() throws IOException {
        List<String> rows = Files.readAllLines(COMMANDS);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

        for (CommandLine subcommand : leavesOf(Tally.commandLine(nowhere, nowhere))) {
            String name = subcommand.getCommandSpec().qualifiedName(" ").substring("tally ".length());
            List<String> row = rows.stream()
                    .filter(line -> line.startsWith("| `" + name + "` |"))
                    .toList();
            assertThat(row).as("rows of %s in %s", name, COMMANDS).hasSize(1);
            for (OptionSpec option : subcommand.getCommandSpec().options()) {
                if (!OPTIONS_OF_EVERY_COMMAND.contains(option.longestName())) {
                    assertThat(row.getFirst()).as("the row of %s", name).contains(option.longestName());
                }
            }
        }
    }

    private static List<CommandLine> leavesOf(CommandLine command) {
        List<CommandLine> leaves = new ArrayList<>();
        for (CommandLine subcommand : command.getSubcommands().values()) {
            if (!subcommand.getCommandName().equals("help")) {
                leaves.addAll(subcommand.getSubcommands().isEmpty() ? List.of(subcommand) : leavesOf(subcommand));
            }
        }
        return leaves;
    }

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String target = link.group(1);
                if (!target.startsWith("http")) {
                    Path there = document.resolveSibling(target);
                    assertThat(there).as("%s points at %s", document, target).exists();
                }
            }
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path directory :
                List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/reference"), ROOT.resolve("docs/adr"))) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }
}
