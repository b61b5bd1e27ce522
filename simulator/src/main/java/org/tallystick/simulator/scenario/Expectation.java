package org.tallystick.simulator.scenario;

import java.util.OptionalLong;

/** What a scenario can look at. Amounts are in minor units. */
sealed interface Expectation {

    record Balance(int account, Directory.DeclaredAsset asset, long available, OptionalLong held)
            implements Expectation {}

    record Supply(Directory.DeclaredAsset asset, long amount) implements Expectation {}

    /** Since the open business date was opened, the account was paid this as a holder of the security. */
    record Payment(Directory.DeclaredAsset security, int account, Directory.DeclaredAsset cash, long amount)
            implements Expectation {}

    /** Since the open business date was opened, payments of the security left this residual, together. */
    record Residual(Directory.DeclaredAsset security, Directory.DeclaredAsset cash, long amount)
            implements Expectation {}

    record Obligation(long number, int account, Directory.DeclaredAsset asset, long amount) implements Expectation {}

    record NoObligation() implements Expectation {}

    record SettlementState(String name, State state) implements Expectation {}

    /** How far a settlement has come. */
    enum State {
        PENDING,
        FAILED,
        FINAL,
        CANCELLED,
        LAPSED
    }
}
