package org.tallystick.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;
import static org.tallystick.app.TownLedger.ALICE;
import static org.tallystick.app.TownLedger.ALICES_PURSE;
import static org.tallystick.app.TownLedger.BOB;
import static org.tallystick.app.TownLedger.BOBS_PURSE;
import static org.tallystick.app.TownLedger.DOLLARS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;
import org.tallystick.app.TownLedger;
import org.tallystick.app.authority.Authorities;
import org.tallystick.app.authority.Authority;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;

/**
 * Alice has 1,000.00. She pays Bob 250.00, sets 100.00 aside for him, and he takes 40.00 of that:
 *
 * <pre>
 *          available   held
 * Alice       650.00  60.00
 * Bob         290.00   0.00
 * </pre>
 */
class AccountCommandsTest {

    @TempDir
    private Path directory = Path.of("");

    private Path root = Path.of("");

    @BeforeEach
    void aliceAndBobDoBusiness() throws IOException {
        root = directory.resolve("town");
        TownLedger town = TownLedger.create(root);
        try (Authority authority = Authorities.open(town.directory())) {
            town.settle(authority);
            long soon = System.currentTimeMillis() + 3_600_000;
            Leg payment = new Leg(DOLLARS, ALICES_PURSE, BOBS_PURSE, 25_000);
            town.submit(authority, ALICE, new InstructSettlement(List.of(payment), null, soon));
            town.submit(
                    authority,
                    ALICE,
                    new PlaceHold(ALICES_PURSE, DOLLARS, 10_000, new Beneficiary.Party(BOB), soon, "roof"));
            town.submit(authority, BOB, new DeliverHold(1, BOBS_PURSE, 4_000));
        }
    }

    @Test
    void balancesTellWhatIsAvailableAndWhatIsHeldAndTheTotal() {
        TallyRun balances = tally("balances", "--data", root);
        assertThat(balances.exitCode()).isZero();
        assertThat(balances.lines())
                .containsExactly(
                        "Account  Party  Label  Asset  Available   Held   Total  Unit",
                        "      2  ALICE  purse  USD       650.00  60.00  710.00  USD",
                        "      3  BOB    purse  USD       290.00   0.00  290.00  USD",
                        "",
                        "Totals, after entry 5:",
                        "Asset     Total  Unit",
                        "USD    1,000.00  USD");
    }

    @Test
    void balancesCanBeNarrowedToAPartyAnAccountOrAnAsset() {
        assertThat(tally("balances", "--data", root, "--party", "bob").out())
                .contains("BOB")
                .doesNotContain("ALICE");
        assertThat(tally("balances", "--data", root, "--account", "2").out())
                .contains("ALICE")
                .doesNotContain("BOB");
        assertThat(tally("balances", "--data", root, "--asset", "EUR").err())
                .startsWith("tally: UNKNOWN_ASSET: no asset has the code or number 'EUR'.");
    }

    @Test
    void programsGetAmountsInMinorUnits() {
        assertThat(tally("balances", "--data", root, "--account", "2", "--json").out())
                .startsWith("{\"lastIndex\":5,\"balances\":[{\"account\":2,\"party\":\"ALICE\"")
                .contains("\"available\":65000,\"held\":6000,\"scale\":2");
    }

    @Test
    void aStatementTellsEveryChangeWithTheBalanceAfterIt() {
        TallyRun statement = tally("statement", "--data", root, "--account", ALICES_PURSE);
        assertThat(statement.exitCode()).isZero();
        assertThat(statement.lines().getFirst()).isEqualTo("Account 2, purse, of ALICE of the town, open");
        assertThat(statement.lines().stream()
                        .skip(3)
                        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "T"))
                        .map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "2 T issued USD +1,000.00 1,000.00",
                        "3 T gave BOB 3 USD -250.00 750.00",
                        "4 T held USD -100.00 +100.00 650.00",
                        "5 T gave BOB 3 USD -40.00 650.00");
    }

    @Test
    void anUnknownAccountIsBadInput() {
        TallyRun statement = tally("statement", "--data", root, "--account", "99");
        assertThat(statement.exitCode()).isEqualTo(2);
        assertThat(statement.err()).isEqualTo("tally: UNKNOWN_ACCOUNT: no account has the number 99.\n");
    }

    @Test
    void aDirectoryWithoutALedgerIsToldWithWhatWouldMakeOne() {
        TallyRun balances = tally("balances", "--data", directory.resolve("nowhere"));
        assertThat(balances.exitCode()).isEqualTo(2);
        assertThat(balances.err()).startsWith("tally: NO_LEDGER: ").contains("tally node --data");
    }

    @Test
    void lookingAtALedgerThatHasNeverRunLeavesNothingInItsWay() throws IOException {
        TownLedger town = TownLedger.create(directory.resolve("young"));

        TallyRun balances = tally("balances", "--data", town.root());
        assertThat(balances.exitCode()).isZero();
        assertThat(balances.out()).contains("Nothing is held, after entry 0.");

        try (EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory())) {
            town.settle(authority);
        }
        assertThat(tally("balances", "--data", town.root()).out()).contains("USD");
    }
}
