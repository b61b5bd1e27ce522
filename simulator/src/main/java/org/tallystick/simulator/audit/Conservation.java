package org.tallystick.simulator.audit;

import java.math.BigInteger;
import java.util.Map;
import org.tallystick.ledger.outcome.Receipt;

/** Of every asset that moved: the holdings add up to what was issued less what was redeemed, and none is below zero. */
final class Conservation implements Check {

    @Override
    public String rule() {
        return "conservation";
    }

    @Override
    public void closing(Observation observation, Receipt receipt, Model after, Findings findings) {
        for (int asset : after.balances().takeTouched()) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Integer, Position> holder :
                    after.balances().holdersOf(asset).entrySet()) {
                Position position = holder.getValue();
                sum = sum.add(position.total());
                findings.expect(
                        position.available().signum() >= 0 && position.held().signum() >= 0,
                        this,
                        "account " + holder.getKey() + " has " + position.available() + " available and "
                                + position.held() + " held of asset " + asset);
            }
            BigInteger supply = after.balances().supply(asset);
            findings.expect(
                    sum.equals(supply),
                    this,
                    "holdings of asset " + asset + " add up to " + sum + ", supply is " + supply);
        }
        heldIsWhatHoldsSay(after, findings);
    }

    private void heldIsWhatHoldsSay(Model after, Findings findings) {
        after.balances()
                .holds()
                .forEach((number, hold) -> findings.expect(
                        hold.left() > 0
                                && after.balances()
                                                .of(hold.account(), hold.asset())
                                                .held()
                                                .compareTo(BigInteger.valueOf(hold.left()))
                                        >= 0,
                        this,
                        "hold " + number + " says " + hold.left() + ", more than is held on account "
                                + hold.account()));
    }
}
