package org.tallystick.app.day.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Movement;

/** Account 1 is issued 100 of asset 9, pays 30 to account 2, and sets 50 aside, of which account 2 takes 20. */
class RecountTest {

    private static final int ASSET = 9;

    private static Recount afterwards() {
        Recount recount = new Recount();
        recount.add(new Movement.Issued(ASSET, 1, 100));
        recount.add(new Movement.Posted(List.of(new Leg(ASSET, 1, 2, 30))));
        recount.add(new Movement.HoldPlaced(5, 1, ASSET, 50, new Beneficiary.Party(2), 0, ""));
        recount.add(new Movement.HoldDelivered(5, 2, 20));
        recount.add(new Movement.HoldReleased(5, 30));
        return recount;
    }

    @Test
    void whatIsSetAsideIsStillHeldUntilItIsTaken() {
        assertThat(afterwards().holdings())
                .isEqualTo(Map.of(new Recount.Holding(1, ASSET), 50L, new Recount.Holding(2, ASSET), 50L));
        assertThat(afterwards().supply(ASSET)).isEqualTo(100);
    }

    @Test
    void whatIsRedeemedIsGone() {
        Recount recount = afterwards();
        recount.add(new Movement.Redeemed(ASSET, 2, 50));
        assertThat(recount.holdings()).isEqualTo(Map.of(new Recount.Holding(1, ASSET), 50L));
        assertThat(recount.supply(ASSET)).isEqualTo(50);
    }
}
