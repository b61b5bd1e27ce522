package org.tallystick.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tallystick.app.accounts.BalancesCommand;
import org.tallystick.app.accounts.StatementCommand;
import org.tallystick.app.auctions.AuctionsCommand;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.FailureReport;
import org.tallystick.app.console.Settings;
import org.tallystick.app.console.Values;
import org.tallystick.app.console.VersionText;
import org.tallystick.app.day.DayCommand;
import org.tallystick.app.key.KeyCommand;
import org.tallystick.app.operation.ConfigCommand;
import org.tallystick.app.operation.NodeCommand;
import org.tallystick.app.operation.ReadModelCommand;
import org.tallystick.app.operation.ReceiptCommand;
import org.tallystick.app.operation.ReplayCommand;
import org.tallystick.app.operation.SnapshotCommand;
import org.tallystick.app.scenario.ScenarioCommand;
import org.tallystick.app.submission.SubmitCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code tally} command: one subcommand for each thing people do with the ledger. */
@Command(
        name = "tally",
        versionProvider = VersionText.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DayCommand.class,
            NodeCommand.class,
            KeyCommand.class,
            SubmitCommand.class,
            BalancesCommand.class,
            StatementCommand.class,
            ReplayCommand.class,
            ReceiptCommand.class,
            SnapshotCommand.class,
            ReadModelCommand.class,
            ConfigCommand.class,
            AuctionsCommand.class,
            ScenarioCommand.class,
            CommandLine.HelpCommand.class,
        },
        header = "A permissioned unified ledger for tokenised US Treasuries.",
        descriptionHeading = "%n",
        description = {
            "Securities and dollars on one ledger, settled together or not at all, at any hour. "
                    + "An authority is a node on a data directory; parties ask it for things by signed instructions "
                    + "and get receipts; every receipt can be computed again from the log."
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes, of every command:%n",
        exitCodeList = {
            "0:What was asked was done, or holds.",
            "1:What was asked does not hold: a figure is off, a receipt differs, an instruction was rejected.",
            "2:The command line or a file given to it cannot be understood.",
            "3:It could not be tried: the data directory is in use, the disk is full, the node stopped.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run                                       settle the opening day, stay up",
            "  tally auctions check auctions.csv           recompute official auction results",
            "  tally key generate --out alice.pem          make a signing key",
            "  tally node --data ledger --demo             run an authority",
            "  tally submit trades.jsonl --key alice.pem --data ledger",
            "  tally balances --data ledger                who holds what",
            "",
            "Every command has --help, --json and --debug. Errors are one sentence behind a stable code, on standard "
                    + "error.",
        })
public final class Tally implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("unused") // picocli writes it
    private Conventions conventions = new Conventions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    @SuppressWarnings("unused") // picocli writes it
    private boolean version;

    /** The command line, ready to be executed; it prints to the writers it is given. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        FailureReport failures = new FailureReport();
        CommandLine tally = new CommandLine(new Tally())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setDefaultValueProvider(new Settings(System.getenv(), Path.of("")))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        Values.register(tally);
        return tally;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }
}
