package org.tallystick.gateway.console;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The ledger that the console is of, and how it stands.
 *
 * @param ledger its name
 * @param demo whether its keys are known to everyone
 * @param lastIndex the last entry it executed
 * @param ready whether it takes instructions now
 * @param clock what its times come from
 */
public record Standing(
        String ledger, boolean demo, LongSupplier lastIndex, BooleanSupplier ready, InstantSource clock) {}
