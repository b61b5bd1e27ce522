package org.tallystick.app.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.app.day.count.Counter;
import org.tallystick.app.day.plan.Plan;
import org.tallystick.app.day.plan.Request;
import org.tallystick.app.day.plan.Sale;
import org.tallystick.app.day.plan.UnexpectedOutcome;
import org.tallystick.app.day.plan.UnusableRequest;
import org.tallystick.app.day.run.DayRun;
import org.tallystick.app.day.run.LogSize;
import org.tallystick.app.day.run.Reconciliation;
import org.tallystick.app.day.run.Result;
import org.tallystick.app.service.DatabaseOptions;
import org.tallystick.app.service.HttpOptions;
import org.tallystick.app.service.Service;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionFile;
import org.tallystick.market.AuctionReader;
import org.tallystick.market.CpiReader;
import org.tallystick.market.MarketDataException;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tally day}. */
@Command(
        name = "day",
        sortOptions = false,
        header = "Run business days of real auctions on a node of this process.",
        descriptionHeading = "%n",
        description = {
            "Registers the securities in a file of auction results, awards them to the classes of bidders as the official "
                    + "record says, and issues them at their official price against tokenised dollars that the bidders "
                    + "have set aside. Between auctions participants trade: mostly delivery versus payment, and about one "
                    + "instruction in eight that must be rejected, for a reason that is known beforehand. Interest and "
                    + "maturities are paid as they fall due. An entry that ends otherwise than it must ends the run.",
            "",
            "The same file, seed and numbers give the same entries, receipts and state hash on any machine. With --data a "
                    + "run that was cut short, by whatever, is taken up where its log ends: what the log has is compared "
                    + "with what the run would do, every receipt acknowledged before is looked for in the log, and the "
                    + "rest is done. Keys are derived from the seed: they are for demonstration and protect nothing.",
            "",
            "Dollars come from a Federal Reserve Bank as bidders and participants need them, and return to it as the "
                    + "Treasury spends. Where what it has at hand does not suffice for a payment, the payment stands as an "
                    + "obligation until proceeds or other receipts fund it; the summary tells how much those were.",
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every entry ended as it must, and every asset's supply is the sum of its holdings.",
            "1:Something did not hold; the message says what and where.",
            "2:The file, the directory or an option is not usable; the message says why.",
            "3:The node could not run: the directory is in use, the disk is full.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tally day                                       the bundled opening day",
            "  tally day --auctions auctions.csv               all of a file from TreasuryDirect",
            "  tally day --auctions auctions.csv --data run    keep the ledger, take it up again if it is cut short",
            "  tally day --reconcile --data run                acknowledged receipts against the log, and no more",
        })
public final class DayCommand implements Callable<Integer> {

    private static final int MOST_PARTICIPANTS = 5_000;
    private static final int MOST_TRADES = 50_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Conventions output = new Conventions();

    @Option(
            names = "--auctions",
            paramLabel = "FILE",
            description = "Auction results as TreasuryDirect publishes them, CSV; by default the bundled opening day.")
    private @Nullable Path file;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First business date, such as 2020-01-02; auctions issued from then on. By default the first "
                    + "announcement in the file.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last business date; by default the last issue date in the file.")
    private @Nullable LocalDate to;

    @Option(
            names = "--participants",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many trade beside the bidders, 1 to 5,000; by default ${DEFAULT-VALUE}.")
    private int participants;

    @Option(
            names = "--trades",
            paramLabel = "N",
            defaultValue = "20",
            description = "Trades a business day, 0 to 50,000; by default ${DEFAULT-VALUE}.")
    private int trades;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What trades, failures and keys are drawn from; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the ledger here, or take up the run that is here; by default nothing is kept.")
    private @Nullable Path data;

    @Option(names = "--reconcile", description = "Only compare the receipts acknowledged in --data with its log.")
    private boolean reconcile;

    @Option(
            names = "--stay",
            description = "Stay up after the summary, with the console and the API; the options below say where.")
    private boolean stay;

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws IOException, InterruptedException, MarketDataException {
        requireSensible();
        if (reconcile) {
            return reconcile();
        }
        Plan plan = plan();
        try (RunPlace place = RunPlace.of(data)) {
            Summary summary = run(plan, place);
            if (output.json()) {
                output.printJson(SummaryJson.of(summary));
            } else {
                SummaryText.print(summary, output.out());
            }
            if (!summary.holds()) {
                throw Failure.doesNotHold("DOES_NOT_HOLD", "what the summary shows does not all hold");
            }
            if (stay) {
                place.stayUp(output, plan.cast(), new Service.Offer(http, database, true));
            }
        }
        return ExitCode.OK;
    }

    private void requireSensible() {
        require(
                participants >= 1 && participants <= MOST_PARTICIPANTS,
                "--participants is 1 to 5000, not " + participants);
        require(trades >= 0 && trades <= MOST_TRADES, "--trades is 0 to 50000, not " + trades);
        if (from != null && to != null) {
            require(!from.isAfter(to), "--from " + from + " is after --to " + to);
        }
        require(!reconcile || data != null, "--reconcile needs the --data of the run");
    }

    private void require(boolean sensible, String otherwise) {
        if (!sensible) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private Plan plan() throws MarketDataException {
        AuctionFile records = file == null ? AuctionReader.openingDay() : read(file);
        String ledger = Fingerprint.ledgerName(records.auctions(), from, to, participants, trades, seed);
        try {
            return new Plan(new Request(ledger, records, from, to, participants, trades, seed), CpiReader.bundled());
        } catch (UnusableRequest unusable) {
            throw Failure.badInput(unusable.code(), String.valueOf(unusable.getMessage()));
        }
    }

    private static AuctionFile read(Path file) throws MarketDataException {
        if (!Files.exists(file)) {
            throw Failure.badInput("FILE_NOT_FOUND", "there is no file " + file);
        }
        return AuctionReader.read(file);
    }

    private Summary run(Plan plan, RunPlace place) throws IOException, InterruptedException {
        Map<String, Auction.Type> types = new HashMap<>();
        for (Sale sale : plan.programme().sales()) {
            types.put(sale.security().cusip().value(), sale.record().type());
        }
        Counter counter = new Counter(types);
        Result result;
        try (DayWatcher watcher = new DayWatcher(output, plan.programme().businessDays())) {
            place.closeOnInterrupt(watcher);
            result = new DayRun(plan, place.directory(), counter, watcher).run();
        } catch (UnexpectedOutcome unexpected) {
            throw Failure.doesNotHold("UNEXPECTED_OUTCOME", String.valueOf(unexpected.getMessage()));
        } catch (SubmissionRefused | NodeFailed stopped) {
            throw place.isInterrupted() ? interrupted() : stopped;
        }
        String source = file == null ? "The bundled opening day" : "The auctions of " + file.getFileName();
        Path node = place.directory().root().resolve("node");
        return new Summary(
                plan.genesis().ledger(),
                source,
                plan.programme(),
                counter,
                result,
                LogSize.of(node.resolve("archive")),
                LogSize.of(node.resolve("journal")));
    }

    private Failure interrupted() {
        return Failure.couldNotRun(
                "INTERRUPTED",
                data == null
                        ? "the run was interrupted, and nothing of it is kept; --data keeps it"
                        : "the run was interrupted; the same command takes it up where its log ends");
    }

    private int reconcile() throws IOException {
        AuthorityDirectory directory = new AuthorityDirectory(data == null ? Path.of("") : data);
        directory.genesis();
        Reconciliation found = Reconciliation.of(directory.root(), directory.journal());
        if (output.json()) {
            output.printJson(SummaryJson.reconciliation(found));
        } else {
            output.out()
                    .printf(
                            "Entries in the log: %,d. Receipts acknowledged: %,d; found in the log: %,d; missing: %,d.%n",
                            found.logged(), found.acknowledged(), found.found(), found.missing());
        }
        return found.holds() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }
}
