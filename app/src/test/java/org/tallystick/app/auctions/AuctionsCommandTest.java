package org.tallystick.app.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;

/**
 * A 28-day bill at 3.000 %: 100 (1 - 0.03 * 28 / 360) = 99.766667 (31 CFR 356 App. B, VI.A).
 */
class AuctionsCommandTest {

    private static final String HEADER =
            "cusip,securityType,securityTerm,auctionDate,issueDate,maturityDate,highDiscountRate,highPrice\n";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aRightPriceIsExact() throws IOException {
        TallyRun checked = tally("auctions", "check", bill("99.766667"));
        assertThat(checked.err()).isEmpty();
        assertThat(checked.lines().getLast()).isEqualTo("checked 1, exact 1, off 0");
        assertThat(checked.exitCode()).isZero();
    }

    @Test
    void aPriceThatIsOffByAMillionthIsTold() throws IOException {
        TallyRun checked = tally("auctions", "check", bill("99.766668"));
        assertThat(checked.out()).contains("published 99.766668, computed 99.766667");
        assertThat(checked.lines().getLast()).isEqualTo("checked 1, exact 0, off 1");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    @Test
    void aCellThatIsNoDateIsToldWithItsLineAndColumn() throws IOException {
        Path file = Files.writeString(
                directory.resolve("broken.csv"),
                HEADER + "912797ZZ3,Bill,4-Week,2024-03-28,soon,2024-04-30,3.000,99.766667\n");
        TallyRun checked = tally("auctions", "check", file);
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err()).startsWith("tally: UNPARSABLE_VALUE: ").contains("line 2, column 5");
    }

    @Test
    void aMissingFileIsToldInASentence() {
        TallyRun checked = tally("auctions", "check", directory.resolve("nothing.csv"));
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err()).startsWith("tally: UNREADABLE_FILE: ");
    }

    private Path bill(String price) throws IOException {
        return Files.writeString(
                directory.resolve("bill.csv"),
                HEADER + "912797ZZ3,Bill,4-Week,2024-03-28,2024-04-02,2024-04-30,3.000," + price + "\n");
    }
}
