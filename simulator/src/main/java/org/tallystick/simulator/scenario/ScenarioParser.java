package org.tallystick.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.simulator.scenario.Directory.DeclaredParty;
import org.tallystick.simulator.scenario.Step.Request;
import org.tallystick.simulator.scenario.Step.Sender;

/** Reads a scenario statement by statement: each begins with a keyword, or with the party that acts. */
final class ScenarioParser {

    static final long HOUR = TimeUnit.HOURS.toMillis(1);

    static final Sender OPERATOR = new Sender(1, List.of(Directory.OPERATOR + "/1"), null, HOUR);

    private final Directory directory = new Directory();
    private final SetupGrammar setup = new SetupGrammar(directory);
    private final SecurityGrammar securities = new SecurityGrammar(directory, setup);
    private final CommandGrammar commands = new CommandGrammar(directory);
    private final ExpectationGrammar expectations = new ExpectationGrammar(directory);
    private String title = "";

    Scenario parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (Line line : Line.tree(text)) {
            Words words = Words.ofAll(line);
            String keyword = words.take("a statement");
            if (keyword.equals("scenario")) {
                title = words.take("a title between quotation marks");
                words.expectEnd();
            } else {
                steps.add(statement(keyword, line, words));
            }
        }
        if (title.isEmpty()) {
            throw new ScenarioError(1, 1, "a scenario begins with: scenario \"TITLE\"");
        }
        return new Scenario(title, steps);
    }

    private Step statement(String keyword, Line line, Words words) {
        return switch (keyword) {
            case "time" -> {
                Moment moment = Moment.read(words);
                words.expectEnd();
                yield new Step.SetTime(line, moment);
            }
            case "wait" -> {
                long millis = Moment.duration(words);
                words.expectEnd();
                yield new Step.SetTime(line, new Moment.Later(millis));
            }
            case "calendar" -> setup.calendar(words);
            case "date" -> setup.date(words);
            case "party" -> setup.party(words);
            case "account" -> setup.accounts(words);
            case "cash" -> setup.cash(words);
            case "cpi" -> setup.consumerPrices(words);
            case "bill-rate" -> setup.billRate(words);
            case "price" -> setup.price(words);
            case "run" -> runDue(line, words);
            case "snapshot" -> {
                words.expect("and", "restore");
                words.expectEnd();
                yield new Step.SnapshotAndRestore(line);
            }
            case "again" -> {
                String id = directory.told(words);
                words.expectEnd();
                yield new Step.SendAgain(line, id, Expected.read(line));
            }
            case "balance", "supply", "expect" -> new Step.Look(line, expectations.expectation(keyword, words));
            default ->
                SecurityGrammar.isKind(keyword) ? securities.security(keyword, words) : instruction(keyword, line);
        };
    }

    private static Step runDue(Line line, Words words) {
        words.expect("due");
        OptionalInt steps = OptionalInt.empty();
        if (!words.isAtEnd()) {
            steps = OptionalInt.of(words.integer("a number of steps"));
            words.expect(steps.getAsInt() == 1 ? "step" : "steps");
        }
        words.expectEnd();
        return new Step.RunDue(line, steps);
    }

    // --- What a party sends ---

    private Step instruction(String signers, Line line) {
        Words words = Words.of(line);
        words.take("a party");
        List<String> keys = new ArrayList<>();
        int party = 0;
        for (String signer : signers.split("\\+", -1)) {
            DeclaredParty declared = keysOf(signer, keys, words);
            party = party == 0 ? declared.number() : party;
        }
        if (words.takeIf("batch")) {
            return batch(party, keys, line, words);
        }
        Request request = commands.request(words);
        return new Step.Send(line, sender(party, keys, words), BatchMode.INDEPENDENT, List.of(request));
    }

    /** {@code ALPHA} signs with as many keys as it needs; {@code ALPHA/1/3} with its first and third. */
    private DeclaredParty keysOf(String signer, List<String> keys, Words words) {
        String[] parts = signer.split("/", -1);
        if (!directory.isParty(parts[0])) {
            throw words.error("'" + parts[0] + "' is neither a keyword nor a party that has been declared");
        }
        DeclaredParty party = directory.partyNamed(parts[0]);
        if (parts.length == 1) {
            IntStream.rangeClosed(1, party.threshold()).forEach(n -> keys.add(party.code() + "/" + n));
        }
        for (int i = 1; i < parts.length; i++) {
            keys.add(party.code() + "/" + parts[i]);
        }
        return party;
    }

    /** {@code id TRADE-1} names the instruction; {@code valid 2h} says for how long it may be acted on. */
    private Sender sender(int party, List<String> keys, Words words) {
        String id = words.takeIf("id") ? directory.declareTold(words) : null;
        long validMillis = words.takeIf("valid") ? Moment.duration(words) : HOUR;
        words.expectEnd();
        return new Sender(party, List.copyOf(keys), id, validMillis);
    }

    private Step batch(int party, List<String> keys, Line line, Words words) {
        BatchMode mode = words.takeIf("all-or-nothing") ? BatchMode.ALL_OR_NOTHING : BatchMode.INDEPENDENT;
        Sender sender = sender(party, keys, words);
        List<Request> requests = new ArrayList<>();
        for (Line below : line.below()) {
            Words command = Words.of(below);
            requests.add(commands.request(command));
            command.expectEnd();
        }
        if (requests.isEmpty()) {
            throw words.error("a batch has its commands in indented lines below it");
        }
        return new Step.Send(line, sender, mode, requests);
    }
}
