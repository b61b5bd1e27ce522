package org.tallystick.app.operation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.app.console.Progress;
import org.tallystick.app.service.DatabaseOptions;
import org.tallystick.app.service.JournalSource;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.UnusableDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tally readmodel}. */
@Command(
        name = "readmodel",
        synopsisSubcommandLabel = "COMMAND",
        header = "The tables that people and programs read: how far they are, and filling them again.",
        descriptionHeading = "%n",
        description = {
            "An authority writes what each receipt decided into tables, as it goes. They hold nothing that the journal "
                    + "does not: they can be thrown away and filled again."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class ReadModelCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("unused") // picocli writes it
    private Conventions output = new Conventions();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: status or rebuild");
    }

    @Command(
            name = "status",
            header = "Tell how far the tables are behind the journal.",
            descriptionHeading = "%n",
            description = "Exit code 0 when they are not behind, 1 when they are.",
            optionListHeading = "%nOptions:%n")
    int status(@Mixin Conventions told, @Mixin DataOption data, @Mixin DatabaseOptions database) throws IOException {
        AuthorityDirectory directory = data.directory();
        long last = new JournalSource(directory.journal()).lastIndex();
        long position;
        try (ReadModel model = open(directory, database)) {
            position = model.views().position();
        }
        tell(told, position, last);
        return position == last ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }

    @Command(
            name = "rebuild",
            header = "Empty the tables and fill them again from the journal.",
            descriptionHeading = "%n",
            description = {
                "No node may run on the directory. What waits for the signatures of a party's other keys is kept: it is in no "
                        + "journal."
            },
            optionListHeading = "%nOptions:%n")
    int rebuild(@Mixin Conventions told, @Mixin DataOption data, @Mixin DatabaseOptions database) throws IOException {
        AuthorityDirectory directory = data.directory();
        JournalSource receipts = new JournalSource(directory.journal());
        long last = receipts.lastIndex();
        long position;
        try (ReadModel model = open(directory, database)) {
            try (Progress progress = Progress.start(told, "Filling", last)) {
                model.rebuild(receipts, progress::at);
            }
            position = model.views().position();
        }
        tell(told, position, last);
        return ExitCode.OK;
    }

    private static ReadModel open(AuthorityDirectory directory, DatabaseOptions database) throws IOException {
        try {
            return ReadModel.open(database.config(directory), directory.genesis());
        } catch (UnusableDatabase unusable) {
            throw Failure.couldNotRun("DATABASE_UNUSABLE", String.valueOf(unusable.getMessage()));
        }
    }

    private static void tell(Conventions told, long position, long last) {
        if (told.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("position", position);
            json.put("lastIndex", last);
            json.put("lag", last - position);
            told.printJson(json);
            return;
        }
        told.out()
                .printf(
                        "The tables hold %s; the journal ends with entry %,d; %,d behind.%n",
                        position == 0 ? "no entry yet" : "entries 1 to %,d".formatted(position), last, last - position);
        told.out().flush();
    }
}
