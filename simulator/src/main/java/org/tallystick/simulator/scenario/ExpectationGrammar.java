package org.tallystick.simulator.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import org.tallystick.simulator.scenario.Directory.DeclaredAsset;
import org.tallystick.simulator.scenario.Expectation.State;

/** What must be as expected. */
final class ExpectationGrammar {

    private final Directory directory;

    ExpectationGrammar(Directory directory) {
        this.directory = directory;
    }

    Expectation expectation(String keyword, Words words) {
        Expectation expectation = switch (keyword) {
            case "balance" -> balance(words);
            case "supply" -> supply(words);
            default -> expected(words);
        };
        words.expectEnd();
        return expectation;
    }

    private record Sum(long amount, DeclaredAsset asset) {}

    private Sum sum(Words words) {
        Words ahead = words.ahead();
        ahead.take("an amount");
        DeclaredAsset asset = directory.asset(ahead);
        long amount = words.amount(asset.scale());
        words.take("an asset");
        return new Sum(amount, asset);
    }

    /** {@code balance ALPHA.main 100.00 USD held 20.00}: what is available and, if said, what is held. */
    private Expectation balance(Words words) {
        int account = directory.account(words);
        Sum sum = sum(words);
        OptionalLong held =
                words.takeIf("held") ? OptionalLong.of(words.amount(sum.asset().scale())) : OptionalLong.empty();
        return new Expectation.Balance(account, sum.asset(), sum.amount(), held);
    }

    private Expectation supply(Words words) {
        Sum sum = sum(words);
        return new Expectation.Supply(sum.asset(), sum.amount());
    }

    private Expectation expected(Words words) {
        String what = words.take("what is expected");
        return switch (what) {
            case "payment" -> {
                words.expect("of");
                DeclaredAsset security = directory.asset(words);
                words.expect("to");
                int account = directory.account(words);
                Sum sum = sum(words);
                yield new Expectation.Payment(security, account, sum.asset(), sum.amount());
            }
            case "residual" -> {
                words.expect("of");
                DeclaredAsset security = directory.asset(words);
                Sum sum = sum(words);
                yield new Expectation.Residual(security, sum.asset(), sum.amount());
            }
            case "obligation" -> {
                int number = words.integer("the number of an obligation");
                words.expect("of");
                Sum sum = sum(words);
                words.expect("on");
                yield new Expectation.Obligation(number, directory.account(words), sum.asset(), sum.amount());
            }
            case "no" -> {
                words.expect("obligation");
                yield new Expectation.NoObligation();
            }
            case "settlement" -> new Expectation.SettlementState(directory.told(words), state(words));
            default ->
                throw words.error("'" + what + "' cannot be looked at; there are payment, residual, obligation, no"
                        + " obligation and settlement");
        };
    }

    private static State state(Words words) {
        String name = words.take("a state");
        return Arrays.stream(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> words.error(
                        "'" + name + "' is no state; a settlement is pending, failed, final, cancelled or lapsed"));
    }
}
