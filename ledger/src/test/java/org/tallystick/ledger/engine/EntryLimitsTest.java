package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.USD;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * However much has been prepared, one entry brings about no more than its receipt can tell: else a receipt too long for the
 * journal would stop the node, and stop it again whenever it replayed the log.
 */
class EntryLimitsTest {

    private static final LocalDate ISSUE = LocalDate.of(2022, 8, 15);
    private static final int LEGS = 2_500;
    private static final int SETTLEMENTS = 40;

    private final Town town = Town.settled().withCash(ALPHA_ACCOUNT, SETTLEMENTS * LEGS);

    /** Beta proposes to be paid by Alpha in many legs of a cent, many times. */
    private void propose(@Nullable LocalDate valueDate) {
        List<Leg> legs = Collections.nCopies(LEGS, new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1));
        for (int i = 0; i < SETTLEMENTS; i++) {
            town.accepted(BETA, new InstructSettlement(legs, valueDate, town.now + 30 * 24 * 60 * MINUTE));
        }
    }

    private static Command[] affirmations() {
        return LongStream.rangeClosed(1, SETTLEMENTS)
                .mapToObj(AffirmSettlement::new)
                .toArray(Command[]::new);
    }

    @Test
    void affirmationsBeyondWhatOneReceiptTellsArePutOff() {
        propose(null);

        List<Outcome> outcomes = Town.outcomes(town.send(ALPHA, affirmations()));

        // 65,536 facts are 26 settlements of 2,500 legs and three events each, and the one that goes beyond.
        long settled =
                outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
        assertThat(settled).isEqualTo(27);
        assertThat(outcomes.subList(27, SETTLEMENTS))
                .allSatisfy(outcome -> assertThat(
                                ((Outcome.Rejected) outcome).rejection().code())
                        .isEqualTo(RejectionCode.ENTRY_FULL));
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(27 * LEGS);
        town.accepted(ALPHA, List.of(affirmations()).subList(27, SETTLEMENTS).toArray(Command[]::new));
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(SETTLEMENTS * LEGS);
    }

    @Test
    void aBatchThatIsMoreThanOneReceiptTellsDoesNotHappenAtAll() {
        propose(null);

        List<Outcome> outcomes = Town.outcomes(
                town.send(town.payload(ALPHA, BatchMode.ALL_OR_NOTHING, affirmations()), Town.key(ALPHA)));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Rejected.class));
        assertThat(town.cash(BETA_ACCOUNT)).isZero();
        town.accepted(ALPHA, new AffirmSettlement(1));
    }

    @Test
    void settlementsThatAreDueTogetherAreSettledAFewAnEntryAndAllInTheEnd() {
        propose(ISSUE);
        town.accepted(ALPHA, affirmations());
        town.accepted(OPS, new OpenBusinessDate(ISSUE));

        int ticks = 0;
        while (town.ledger.nextDueMillis() <= town.now) {
            long legs = town.ledger.execute(town.now, new Entry.Tick()).due().stream()
                    .mapToLong(event -> event instanceof Movement.Posted posted
                            ? posted.legs().size()
                            : 0)
                    .sum();
            assertThat(legs).isEqualTo(LEGS);
            ticks++;
        }

        assertThat(ticks).isEqualTo(SETTLEMENTS);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(SETTLEMENTS * LEGS);
    }
}
