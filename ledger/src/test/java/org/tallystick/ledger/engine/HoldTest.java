package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.rejection.RejectionCode;

/** Alpha, with 1,000.00, sets 600.00 aside for Beta for ten minutes. */
class HoldTest {

    private final Town town = Town.settled().withCash(ALPHA_ACCOUNT, 1_000_00);

    HoldTest() {
        town.accepted(
                ALPHA,
                new PlaceHold(
                        ALPHA_ACCOUNT, USD, 600_00, new Beneficiary.Party(BETA), town.now + 10 * MINUTE, "margin"));
    }

    private InstructSettlement instruct(Leg... legs) {
        return new InstructSettlement(List.of(legs), null, town.now + MINUTE);
    }

    @Test
    void whatIsHeldCannotBeSpentByItsOwner() {
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(400_00);
        assertThat(town.rejected(ALPHA, instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 400_01))))
                .isEqualTo(RejectionCode.AVAILABLE_BELOW_DEBIT);
        assertThat(town.rejected(ALPHA, new ReleaseHold(1, 1))).isEqualTo(RejectionCode.NOT_AUTHORISED);
    }

    @Test
    void theBeneficiaryTakesPartAndReleasesTheRest() {
        town.accepted(BETA, new DeliverHold(1, BETA_ACCOUNT, 250_00), new ReleaseHold(1, 350_00));

        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(250_00);
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(750_00);
        assertThat(town.rejected(BETA, new ReleaseHold(1, 1))).isEqualTo(RejectionCode.UNKNOWN_HOLD);
    }

    @Test
    void aLegMayDrawOnAHoldByTheWordOfItsBeneficiaryAlone() {
        Leg drawn = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 600_00, 1);

        town.accepted(BETA, instruct(drawn));

        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(600_00);
        assertThat(town.ledger.book().held(ALPHA_ACCOUNT, USD)).isZero();
    }

    @Test
    void twoLegsTogetherCannotDrawMoreThanIsHeld() {
        Leg half = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 300_01, 1);

        assertThat(town.rejected(BETA, instruct(half, half))).isEqualTo(RejectionCode.HOLD_BELOW_DEBIT);
    }

    @Test
    void whenItsTimeHasComeTheHoldIsGoneAndTheOwnerIsFree() {
        town.now += 10 * MINUTE;

        assertThat(town.ledger.nextDueMillis()).isEqualTo(town.now);
        assertThat(town.ledger.execute(town.now, new Entry.Tick()).due())
                .containsExactly(new Movement.HoldReleased(1, 600_00));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_00);
        assertThat(town.rejected(BETA, new DeliverHold(1, BETA_ACCOUNT, 1))).isEqualTo(RejectionCode.UNKNOWN_HOLD);
    }

    @Test
    void aFrozenAccountGivesNothingByHoldEitherAndStillReceives() {
        town.accepted(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.FROZEN));

        assertThat(town.rejected(BETA, new DeliverHold(1, BETA_ACCOUNT, 1))).isEqualTo(RejectionCode.ACCOUNT_FROZEN);
        assertThat(town.rejected(ALPHA, instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1))))
                .isEqualTo(RejectionCode.ACCOUNT_FROZEN);
        town.withCash(ALPHA_ACCOUNT, 7);
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(400_07);
        assertThat(town.rejected(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.CLOSED)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_EMPTY);
    }
}
