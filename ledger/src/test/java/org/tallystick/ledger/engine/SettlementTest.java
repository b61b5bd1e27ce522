package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.rejection.RejectionCode;

class SettlementTest {

    private final Town town = Town.settled().withCash(ALPHA_ACCOUNT, 1_000_00).withCash(BETA_ACCOUNT, 500_00);

    private InstructSettlement instruct(Leg... legs) {
        return new InstructSettlement(List.of(legs), null, town.now + 10 * MINUTE);
    }

    @Test
    void cashPaidFreeOfPaymentMovesAtOnceAndInFull() {
        Leg leg = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 250_00);

        assertThat(town.accepted(ALPHA, instruct(leg)))
                .containsExactly(new Movement.Posted(List.of(leg)), new SettlementEvent.SettlementFinal(1));

        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(750_00);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(750_00);
        assertThat(town.ledger.book().supply(USD)).isEqualTo(1_500_00);
    }

    @Test
    void nobodyMovesWhatIsNotTheirs() {
        InstructSettlement theft = instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 250_00));

        town.accepted(BETA, theft);

        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_00);
        assertThat(town.rejected(BETA, new AffirmSettlement(1))).isEqualTo(RejectionCode.NOT_A_PARTY_TO_IT);
    }

    @Test
    void aProposalBecomesFinalWhenTheOtherGiverAffirms() {
        town.accepted(
                ALPHA,
                instruct(
                        new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 900_00),
                        new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 800_00)));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_00);

        town.accepted(BETA, new AffirmSettlement(1));

        // Beta has only 500.00, but receives 900.00 in the same settlement: the net is what must be covered.
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(900_00);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(600_00);
        assertThat(town.rejected(BETA, new CancelSettlement(1))).isEqualTo(RejectionCode.SETTLEMENT_ENDED);
    }

    @Test
    void allAffirmationsMayComeInOneEnvelope() {
        InstructSettlement swap =
                instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1), new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 3));

        Receipt receipt = town.send(town.payload(ALPHA, BatchMode.INDEPENDENT, swap), Town.key(ALPHA), Town.key(BETA));

        assertThat(Town.events(receipt)).contains(new SettlementEvent.SettlementFinal(1));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_02);
    }

    @Test
    void whatIsNotThereIsNotGivenAndNothingElseMovesEither() {
        InstructSettlement tooMuch = instruct(
                new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1), new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1_000_00));

        assertThat(town.rejected(ALPHA, tooMuch)).isEqualTo(RejectionCode.AVAILABLE_BELOW_DEBIT);

        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_00);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(500_00);
    }

    @Test
    void anAllOrNothingBatchLeavesNoTraceWhenOneCommandIsRejected() {
        var before = town.ledger.fork();
        InstructSettlement fine = instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 400_00));
        InstructSettlement waits = instruct(new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 1));

        Receipt receipt =
                town.send(town.payload(ALPHA, BatchMode.ALL_OR_NOTHING, fine, waits, fine, fine), Town.key(ALPHA));

        assertThat(Town.outcomes(receipt)).hasSize(4);
        assertThat(Town.rejected(receipt)).isEqualTo(RejectionCode.BATCH_NOT_APPLIED);
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(before.book().available(ALPHA_ACCOUNT, USD));
        assertThat(town.ledger.settlements().waiting()).isEmpty();
        assertThat(town.ledger.nextDueMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void pastItsDeadlineASettlementCannotBeAffirmedThoughManyLapseAtOnce() {
        // An entry clears sixteen deadlines; the seventeenth settlement still waits, and its time is over all the same.
        InstructSettlement asked = instruct(new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 1));
        for (int i = 0; i < 17; i++) {
            town.accepted(ALPHA, asked);
        }
        town.now += 10 * MINUTE;

        assertThat(town.rejected(BETA, new AffirmSettlement(17))).isEqualTo(RejectionCode.SETTLEMENT_ENDED);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(500_00);
    }
}
