package org.tallystick.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is told with its line and column, and what was expected. */
class ScenarioErrorTest {

    private static final String START = """
            scenario "Errors"
            party FED cash-issuer
            party ALPHA participant
            account ALPHA.main
            cash USD by FED
            """;

    private static ScenarioError errorOf(String text) {
        return catchThrowableOfType(ScenarioError.class, () -> Scenario.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    frobnicate                                  |  1 | 'frobnicate' is neither a keyword nor a party
                    GAMMA pays 1.00 USD from A to B             |  1 | 'GAMMA' is neither a keyword nor a party
                    FED frobnicates                             |  5 | 'frobnicates' is nothing a party can do here
                    FED issues ten USD to ALPHA.main            | 12 | 'ten' is not an amount
                    FED issues 1.005 USD to ALPHA.main          | 12 | '1.005' has too many digits
                    FED issues 99999999999999999999 USD to ALPHA.main | 12 | has too many digits
                    FED issues 1.00 GBP to ALPHA.main           | 17 | no asset is called 'GBP'
                    FED issues 1.00 USD to BETA.main            | 24 | no account is called 'BETA.main'
                    FED issues 1.00 USD from ALPHA.main         | 21 | expected 'to', found 'from'
                    FED issues 1.00 USD                         | 20 | expected 'to', but the line ends
                    FED issues 1.00 USD to ALPHA.main today     | 35 | did not expect 'today'
                    FED issues 1.00 USD to ALPHA.main -> fine   | 38 | 'fine' is no outcome
                    FED issues 1.00 USD to ALPHA.main -> rejected X | 47 | no rejection code is called 'X'
                    ALPHA affirms S1                            | 15 | nothing has been called 'S1' so far
                    time 25:00                                  |  6 | '25:00' is not a time such as 14:00
                    date 2025-02-30                             |  6 | '2025-02-30' is not a date such as 2025-01-15
                    wait forever                                |  6 | 'forever' is not a duration
                    party BETA banker                           | 12 | 'banker' is no role
                    account BETA.main                           |  9 | does not begin with the party it belongs to
                    note N cusip 91282CXA5 coupon 1%            | 14 | is not a CUSIP
                    "unclosed                                   |  1 | a quotation mark is not closed
                    expect miracles                             |  8 | 'miracles' cannot be looked at
                    """)
    void a_line_that_cannot_be_read_is_told_with_its_column(String line, int column, String message) {
        ScenarioError error = errorOf(START + line + "\n");

        assertThat(error).hasMessageContaining(message);
        assertThat(error.line()).isEqualTo(6);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error).hasMessageStartingWith("line 6, column " + column + ": ");
    }

    @Test
    void terms_that_contradict_themselves_are_told_where_they_stand() {
        ScenarioError error = errorOf(START
                + "note N cusip 91282CXA4 coupon 1% dated 2025-01-15 first 2025-07-15\n    matures 2025-01-15 by FED");

        assertThat(error).hasMessageContaining("is after the maturity date 2025-01-15");
        assertThat(error.line()).isEqualTo(7);
    }

    @Test
    void a_scenario_without_a_title_is_no_scenario() {
        assertThat(errorOf("# nothing\n")).hasMessageContaining("a scenario begins with: scenario \"TITLE\"");
    }

    @Test
    void an_indented_line_needs_something_above_it() {
        assertThat(errorOf("   1.00 USD from A to B")).hasMessageContaining("line 1, column 4");
    }

    @Test
    void a_line_that_goes_otherwise_is_quoted_with_what_was_found() {
        ScenarioResult result = ScenarioRun.of(Scenario.parse(START + """
                FED issues 5.00 USD to ALPHA.main
                balance ALPHA.main 6.00 USD
                """));

        assertThat(result.holds()).isFalse();
        assertThat(result.failure().orElseThrow().line()).isEqualTo(7);
        assertThat(result.failure().orElseThrow().text()).isEqualTo("balance ALPHA.main 6.00 USD");
        assertThat(result.failure().orElseThrow().found()).isEqualTo("available is 5.00 USD, held is 0.00 USD");
    }
}
