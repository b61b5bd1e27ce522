package org.tallystick.app.operation;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallystick.app.authority.Authorities;
import org.tallystick.app.authority.Authority;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tally snapshot}. */
@Command(
        name = "snapshot",
        header = "Write the state down now, so that the next start replays less.",
        descriptionHeading = "%n",
        description = {
            "Asks the node that runs on the directory, or starts one for as long as it takes. The part of the log "
                    + "that the snapshot makes superfluous is removed; receipts stay in the journal. Nodes take "
                    + "snapshots by themselves, too."
        },
        optionListHeading = "%nOptions:%n")
public final class SnapshotCommand implements Callable<Integer> {

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        long lastIndex;
        try (Authority authority = Authorities.open(data.directory())) {
            lastIndex = authority.snapshot().join();
        }
        if (output.json()) {
            output.printJson(Map.of("lastIndex", lastIndex));
        } else {
            output.out().printf("The snapshot holds the state after entry %,d.%n", lastIndex);
        }
        return ExitCode.OK;
    }
}
