package org.tallystick.app.auctions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.market.AuctionCheck;
import org.tallystick.market.AuctionCheckReport;
import org.tallystick.market.AuctionFile;
import org.tallystick.market.AuctionReader;
import org.tallystick.market.MarketDataException;
import org.tallystick.market.RecordCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tally auctions}: official auction records. */
@Command(
        name = "auctions",
        synopsisSubcommandLabel = "COMMAND",
        header = "Check official auction records.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n")
public final class AuctionsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("unused") // picocli writes it
    private Conventions conventions = new Conventions();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: check");
    }

    @Command(
            name = "check",
            header = "Recompute the figures of official auction results.",
            descriptionHeading = "%n",
            description = {
                "Reads auction results as TreasuryDirect publishes them (CSV, columns found by name in any order) and "
                        + "computes price, accrued interest, investment rate, index ratio and adjusted price of every "
                        + "record anew, exactly, as 31 CFR 356 Appendix B has it. Prints every figure that differs, "
                        + "what could not be priced and why, counts by type and figure and, last, the line",
                "",
                "  checked N, exact N, off N",
            },
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:No figure is off. What could not be priced is not off.",
                "1:At least one figure is off.",
                "2:The file cannot be read; the message says where."
            },
            footerHeading = "%nExample:%n",
            footer = "  tally auctions check auctions.csv")
    int check(
            @Mixin Conventions output,
            @Parameters(paramLabel = "FILE", description = "Auction results, CSV.") Path file)
            throws IOException, MarketDataException {
        AuctionCheck check = AuctionCheck.of(AuctionReader.read(file));
        if (output.json()) {
            output.printJson(asJson(check));
        } else {
            AuctionCheckReport.print(check, output.out());
        }
        return check.off() == 0 ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }

    private static Map<String, Object> asJson(AuctionCheck check) {
        List<Map<String, Object>> off = new ArrayList<>();
        List<Map<String, Object>> notPriced = new ArrayList<>();
        for (RecordCheck record : check.records()) {
            for (RecordCheck.Comparison comparison : record.comparisons()) {
                if (!comparison.exact()) {
                    Map<String, Object> difference = place(record);
                    difference.put("figure", comparison.figure().label());
                    difference.put("published", comparison.published().toPlainString());
                    difference.put("computed", comparison.computed().toPlainString());
                    off.add(difference);
                }
            }
            record.notPriced().ifPresent(reason -> {
                Map<String, Object> unpriced = place(record);
                unpriced.put("reason", reason);
                notPriced.add(unpriced);
            });
        }
        for (AuctionFile.Incomplete record : check.incomplete()) {
            Map<String, Object> unpriced = new LinkedHashMap<>();
            unpriced.put("line", record.line());
            unpriced.put("cusip", record.cusip());
            unpriced.put("reason", record.reason());
            notPriced.add(unpriced);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("checked", check.checked());
        result.put("exact", check.exact());
        result.put("off", check.off());
        result.put("notPriced", check.notPriced());
        result.put("differences", off);
        result.put("unpriced", notPriced);
        return result;
    }

    private static Map<String, Object> place(RecordCheck record) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("line", record.auction().line());
        place.put("cusip", record.auction().cusip().toString());
        place.put("issueDate", record.auction().dates().issue().toString());
        return place;
    }
}
