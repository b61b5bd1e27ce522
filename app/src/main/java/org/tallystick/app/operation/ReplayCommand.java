package org.tallystick.app.operation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Progress;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.ledger.LedgerMachineFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tally replay}. */
@Command(
        name = "replay",
        header = "Compute every receipt again from the log, and compare.",
        descriptionHeading = "%n",
        description = {
            "Starts with an empty ledger, executes every entry of the journal in its order and at its time, verifying "
                    + "every signature anew, and compares each receipt byte by byte, and the hash of the whole state "
                    + "wherever the node marked it. Works while a node runs, on what has been written so far."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All receipts and state hashes are the same.", "1:One differs; the message says where."},
        footerHeading = "%nExample:%n",
        footer = "  tally replay --data ledger")
public final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        AuthorityDirectory directory = data.directory();
        LedgerMachineFactory factory = new LedgerMachineFactory(directory.genesis());
        Journal journal = directory.journal();
        Replay.Result result;
        try (Progress progress = Progress.start(output, "replaying", journal.lastIndex())) {
            result = Replay.run(journal, factory.create(), progress::at);
        }
        tell(result);
        return result.holds() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }

    private void tell(Replay.Result result) {
        if (output.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("holds", result.holds());
            json.put("entries", result.entries());
            json.put("marks", result.marks());
            json.put("stateHash", result.stateHash());
            if (result.difference() != null) {
                json.put("difference", result.difference());
            }
            output.printJson(json);
        } else if (result.difference() != null) {
            output.out().printf("DIFFERS: %s.%n", result.difference());
        } else {
            output.out()
                    .printf(
                            "%,d entries give the same receipts again; %,d marks of the state compared.%nstate hash %s%n",
                            result.entries(), result.marks(), result.stateHash());
        }
    }
}
