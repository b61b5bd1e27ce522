package org.tallystick.app.day.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.market.AuctionReader;
import org.tallystick.market.CpiReader;

class PlanTest {

    private static Plan plan(long seed, int trades, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Plan(
                new Request("test", AuctionReader.openingDay(), from, to, 4, trades, seed), CpiReader.bundled());
    }

    private static List<PlannedEntry> entries(Plan plan) {
        List<PlannedEntry> entries = new ArrayList<>();
        plan.forEachRemaining(phase -> entries.addAll(phase.entries()));
        return entries;
    }

    private static List<Digest> digests(Plan plan) {
        return entries(plan).stream().map(entry -> Sha256.of(entry.envelope())).toList();
    }

    @Test
    void theSameSeedGivesTheSameEnvelopesByteForByte() {
        Plan one = plan(7, 5, null, null);
        Plan other = plan(7, 5, null, null);
        assertThat(digests(one)).isEqualTo(digests(other));
        assertThat(one.ledger().stateHash()).isEqualTo(other.ledger().stateHash());
    }

    @Test
    void anotherSeedGivesOtherOnes() {
        assertThat(digests(plan(7, 5, null, null))).isNotEqualTo(digests(plan(8, 5, null, null)));
    }

    @Test
    void theEntryOfIndexIIsThePlansIth() {
        List<PlannedEntry> entries = entries(plan(1, 5, null, null));
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).receipt().index()).isEqualTo(i + 1);
        }
    }

    @Test
    void timeStandsStillInAPhaseAndMovesBetweenThem() {
        Plan plan = plan(1, 5, null, null);
        long before = Long.MIN_VALUE;
        while (plan.hasNext()) {
            Phase phase = plan.next();
            assertThat(phase.timeMillis()).isGreaterThan(before);
            assertThat(phase.entries())
                    .allSatisfy(
                            entry -> assertThat(entry.receipt().timeMillis()).isEqualTo(phase.timeMillis()));
            before = phase.timeMillis();
        }
    }

    @Test
    void everyKindOfMischiefIsTriedAndEndsAsItMust() {
        Set<String> tried = entries(plan(1, 40, null, null)).stream()
                .map(PlannedEntry::what)
                .collect(Collectors.toSet());
        assertThat(tried)
                .contains(
                        "overspend",
                        "sell more than there is",
                        "sign with another's key",
                        "sign with a revoked key",
                        "tamper with a signature",
                        "replay an instruction",
                        "come too late",
                        "pay oneself",
                        "pay less than nothing",
                        "value on a holiday",
                        "pay an unknown account",
                        "act while suspended",
                        "pay from a frozen account",
                        "send noise",
                        "a batch that is all or nothing");
    }

    @Test
    void anExpectationThatIsNotMetEndsThePlanAndSaysWhere() {
        Plan plan = plan(1, 0, null, null);
        Desk desk = new Desk(plan.ledger(), 1);
        desk.begin(LocalDate.of(2022, 1, 14), Moment.TRADING);
        assertThatThrownBy(() -> desk.sendBytes("send noise", new byte[] {1}, Expected.ACCEPTED))
                .isInstanceOf(UnexpectedOutcome.class)
                .hasMessage("entry 1 (2022-01-14, trading: send noise) should have been accepted,"
                        + " but was refused: MALFORMED");
    }

    /** The file has issues on 31 January and on 1, 3 and 10 February 2022. */
    @Test
    void aSpanSelectsAuctionsByTheirIssueDate() {
        Plan plan = plan(1, 0, LocalDate.of(2022, 2, 1), LocalDate.of(2022, 2, 4));
        assertThat(plan.programme().sales())
                .extracting(sale -> sale.record().cusip().value())
                .containsExactly("912796S26", "912796T25", "912796S67");
        assertThat(plan.programme().first()).isEqualTo(LocalDate.of(2022, 2, 1));
        assertThat(plan.programme().last()).isEqualTo(LocalDate.of(2022, 2, 4));
        assertThat(plan.programme().businessDays()).isEqualTo(4);
        assertThat(entries(plan)).isNotEmpty();
    }

    @Test
    void aSpanWithoutAuctionsIsRefused() {
        assertThatThrownBy(() -> plan(1, 0, LocalDate.of(2023, 1, 3), null))
                .isInstanceOf(UnusableRequest.class)
                .hasMessage("no auction in the file has its issue date in that span");
    }
}
