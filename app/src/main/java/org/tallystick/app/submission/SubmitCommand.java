package org.tallystick.app.submission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.tallystick.app.authority.Authorities;
import org.tallystick.app.authority.Authority;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.authority.DataOption;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.app.key.KeyFile;
import org.tallystick.app.submission.InstructionFile.Instruction;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.ReceiptJson;
import org.tallystick.wire.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tally submit}. */
@Command(
        name = "submit",
        header = "Sign instructions, submit them and print their receipts.",
        descriptionHeading = "%n",
        description = {
            "Each line of the file is one instruction, in JSON:",
            "",
            "  {\"party\": 3, \"instructionId\": \"rent-11\", \"commands\": [{\"instructSettlement\": {",
            "    \"legs\": [{\"asset\": 1, \"fromAccount\": 2, \"toAccount\": 3, \"amount\": 25000}],",
            "    \"deadlineMillis\": \"2026-11-23T21:30:00Z\"}}]}",
            "",
            "(on one line). Amounts are in minor units. \"mode\": \"ALL_OR_NOTHING\" makes the commands stand or fall "
                    + "together. \"ledger\" may be left out, and \"validUntilMillis\", which is then an hour from now. "
                    + "A line that names it can be submitted again after a lost answer: what was carried out is "
                    + "recognised and not carried out twice.",
            "",
            "The node that runs on the directory takes them; where none runs, one is started for as long as it "
                    + "takes. If any line cannot be read, nothing is submitted.",
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every instruction was carried out, now or before.",
            "1:At least one was rejected; its line tells why.",
            "2:A line or a key cannot be read; nothing was submitted.",
            "3:The node could not be reached, or ended before it answered.",
        },
        footerHeading = "%nExample:%n",
        footer = "  tally submit trades.jsonl --key alice.pem --data ledger")
public final class SubmitCommand implements Callable<Integer> {

    private static final Duration VALIDITY = Duration.ofHours(1);

    /** So many instructions may be under way at once. */
    private static final int WINDOW = 1_024;

    @Mixin
    private Conventions output = new Conventions();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "Instructions, a JSON object a line; - for standard input.")
    private String file = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEYFILE",
            description = "A key that signs every instruction; repeat it where several must sign.")
    private List<Path> keyFiles = List.of();

    private record Submitted(Instruction instruction, CompletableFuture<byte[]> answer) {}

    @Override
    public Integer call() throws IOException {
        AuthorityDirectory directory = data.directory();
        List<SigningKey> keys = new ArrayList<>();
        for (Path keyFile : keyFiles) {
            keys.add(KeyFile.read(keyFile));
        }
        long validUntilMillis = System.currentTimeMillis() + VALIDITY.toMillis();
        List<Instruction> instructions =
                InstructionFile.read(file, lines(), directory.genesis().ledger(), validUntilMillis);
        if (instructions.isEmpty()) {
            throw Failure.badInput("NO_INSTRUCTION", file + " holds no instruction; nothing was submitted");
        }
        List<byte[]> envelopes = seal(instructions, new Sealing(keys));
        try (Authority authority = Authorities.open(directory)) {
            return submit(authority, instructions, envelopes) ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
        }
    }

    private List<String> lines() throws IOException {
        if (file.equals("-")) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                return in.lines().toList();
            }
        }
        try {
            return Files.readAllLines(Path.of(file));
        } catch (MalformedInputException e) {
            throw Failure.badInput("NOT_UTF_8", "%s is not a text in UTF-8".formatted(file));
        }
    }

    private List<byte[]> seal(List<Instruction> instructions, Sealing sealing) {
        List<byte[]> envelopes = new ArrayList<>();
        for (Instruction instruction : instructions) {
            try {
                envelopes.add(sealing.seal(instruction.payload()));
            } catch (IllegalArgumentException e) {
                throw Failure.badInput(
                        "BAD_INSTRUCTION",
                        "%s, line %d: %s (at most %,d bytes make an entry); nothing was submitted"
                                .formatted(file, instruction.line(), e.getMessage(), Envelopes.MAX_BYTES));
            }
        }
        return envelopes;
    }

    /** Whether everything was carried out. */
    private boolean submit(Authority authority, List<Instruction> instructions, List<byte[]> envelopes) {
        boolean allDone = true;
        for (int from = 0; from < instructions.size(); from += WINDOW) {
            int to = Math.min(from + WINDOW, instructions.size());
            List<Submitted> window = new ArrayList<>();
            for (int at = from; at < to; at++) {
                window.add(new Submitted(instructions.get(at), authority.submit(envelopes.get(at))));
            }
            for (Submitted submitted : window) {
                Receipt receipt = Receipts.decode(submitted.answer.join());
                tell(submitted.instruction, receipt);
                allDone &= Telling.isDone(receipt);
            }
        }
        return allDone;
    }

    private void tell(Instruction instruction, Receipt receipt) {
        if (output.json()) {
            output.out().println(ReceiptJson.print(receipt));
        } else {
            for (String line : Telling.lines(receipt)) {
                output.out().printf("line %d, %s%n", instruction.line(), line);
            }
        }
        output.out().flush();
    }
}
