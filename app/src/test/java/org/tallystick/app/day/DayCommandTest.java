package org.tallystick.app.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionReader;

class DayCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private static JsonNode json(TallyRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return JSON.readTree(run.out());
    }

    @Test
    void theOpeningDayIssuesWhatTheRecordsSayAtTheirPrices() throws IOException {
        JsonNode summary = json(tally("day", "--trades", 5, "--json"));
        List<Auction> records = AuctionReader.openingDay().auctions();
        assertThat(summary.get("auctions").asInt()).isEqualTo(records.size());
        for (Auction.Type type : Auction.Type.values()) {
            long cents = records.stream()
                    .filter(record -> record.type() == type)
                    .mapToLong(record -> record.awards().totalCents())
                    .sum();
            assertThat(summary.at("/byType/" + type.label() + "/parIssued").asText())
                    .isEqualTo(BigDecimal.valueOf(cents, 2).toPlainString());
        }
        BigDecimal proceeds = records.stream().map(DayCommandTest::proceeds).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(summary.get("proceeds").asText())).isEqualByComparingTo(proceeds);
        assertThat(summary.get("holds").asBoolean()).isTrue();
        assertThat(summary.at("/supplyEqualsHoldings/hold").asInt())
                .isEqualTo(summary.at("/supplyEqualsHoldings/assets").asInt())
                .isEqualTo(records.size() + 2);
    }

    /** Each class pays for its part by itself, to the cent: price and accrued interest per 100 of par. */
    private static BigDecimal proceeds(Auction record) {
        Auction.Figures figures = record.figures();
        boolean indexed = record.type() == Auction.Type.TIPS;
        BigDecimal price = indexed ? figures.adjustedPrice() : figures.price();
        BigDecimal accruedPer1000 = indexed ? figures.adjustedAccruedPer1000() : figures.accruedPer1000();
        BigDecimal per100 = (price == null ? BigDecimal.ZERO : price)
                .add(accruedPer1000 == null ? BigDecimal.ZERO : accruedPer1000.movePointLeft(1));
        Auction.Awards awards = record.awards();
        BigDecimal sum = BigDecimal.ZERO;
        for (long par : new long[] {
            awards.primaryDealerCents(),
            awards.directCents(),
            awards.indirectCents(),
            awards.noncompetitiveCents(),
            awards.fimaCents(),
            awards.somaCents()
        }) {
            sum = sum.add(
                    BigDecimal.valueOf(par, 2).multiply(per100).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        }
        return sum;
    }

    @Test
    void aRunThatIsCompleteIsFoundCompleteAgain() throws IOException {
        Path data = directory.resolve("run");
        JsonNode first = json(tally("day", "--trades", 3, "--data", data, "--json"));
        JsonNode again = json(tally("day", "--trades", 3, "--data", data, "--json"));
        assertThat(again.get("stateHash")).isEqualTo(first.get("stateHash"));
        assertThat(again.at("/reconciliation/acknowledged")).isEqualTo(first.get("entries"));
        assertThat(again.at("/reconciliation/missing").asInt()).isZero();
    }

    @Test
    void anAcknowledgedReceiptThatTheLogDoesNotHaveIsReported() throws IOException {
        Path data = directory.resolve("run");
        int entries = json(tally("day", "--trades", 0, "--data", data, "--json"))
                .get("entries")
                .asInt();
        Path notes = data.resolve("acknowledged.log");
        Files.writeString(notes, Files.readString(notes) + (entries + 1) + " " + "00".repeat(32) + " ACCEPTED\n");
        TallyRun reconciled = tally("day", "--reconcile", "--data", data);
        assertThat(reconciled.out())
                .isEqualTo("Entries in the log: %,d. Receipts acknowledged: %,d; found in the log: %,d; missing: 1.%n"
                        .formatted(entries, entries + 1, entries));
        assertThat(reconciled.exitCode()).isEqualTo(1);
        TallyRun resumed = tally("day", "--trades", 0, "--data", data);
        assertThat(resumed.err()).contains("UNEXPECTED_OUTCOME").contains("1 are missing");
        assertThat(resumed.exitCode()).isEqualTo(1);
    }

    @Test
    void anotherSeedOnTheSameDirectoryIsRefused() {
        Path data = directory.resolve("run");
        assertThat(tally("day", "--trades", 0, "--data", data).exitCode()).isZero();
        TallyRun other = tally("day", "--trades", 0, "--seed", 2, "--data", data);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).startsWith("tally: ANOTHER_RUN: " + data + " holds the ledger day-");
    }

    @Test
    void whatCannotBeRunIsSaidInOneSentence() throws IOException {
        assertRefused("FILE_NOT_FOUND: there is no file", "day", "--auctions", directory.resolve("none.csv"));
        assertRefused(
                "--from 2022-02-02 is after --to 2022-02-01", "day", "--from", "2022-02-02", "--to", "2022-02-01");
        assertRefused("--trades is 0 to 50000, not -1", "day", "--trades", -1);
        assertRefused("--participants is 1 to 5000, not 0", "day", "--participants", 0);
        assertRefused("EMPTY_SELECTION: no auction in the file", "day", "--from", "2030-01-01");
        Path broken = directory.resolve("broken.csv");
        Files.writeString(
                broken,
                "cusip,type,issueDate,maturityDate,pricePer100,totalAccepted\n"
                        + "912796S26,Bill,2022-02-01,2022-03-01,99.9x,100\n");
        assertRefused("line 2, column 5 (pricePer100): \"99.9x\" is not a number", "day", "--auctions", broken);
    }

    private static void assertRefused(String because, Object... arguments) {
        TallyRun run = tally(arguments);
        assertThat(run.err()).contains(because);
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
