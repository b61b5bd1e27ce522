package org.tallystick.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.simulator.signing.Signing;

/** Simulated lives: a failure prints the seed and the step that repeat it. */
class SimulationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20250115, -7})
    void a_long_life_of_crashes_forks_and_mischief_keeps_every_rule(long seed) {
        SimulationResult life = Simulation.run(seed, 2_000);

        assertThat(life.failure()).isEmpty();
        assertThat(life.accepted()).as("commands that happened").isGreaterThan(300);
        assertThat(life.repeated()).as("repeats").isPositive();
        assertThat(life.crashes()).as("crashes").isGreaterThan(10);
        assertThat(life.snapshots()).as("snapshots").isGreaterThan(10);
        assertThat(life.forks()).as("forks").isGreaterThan(5);
    }

    @Test
    void hundreds_of_short_lives_keep_every_rule_and_meet_most_rejections() {
        TreeSet<String> happened = new TreeSet<>();
        TreeSet<RejectionCode> met = new TreeSet<>();
        LongStream.rangeClosed(1_001, 1_200).forEach(seed -> {
            SimulationResult life = Simulation.run(seed, 150);
            assertThat(life.failure()).isEmpty();
            met.addAll(life.rejected().keySet());
            met.addAll(life.refused().keySet());
            happened.addAll(life.happened());
        });
        assertThat(happened).containsAll(everyKindOfEvent());
        assertThat(met).hasSizeGreaterThan(35);
    }

    private static List<String> everyKindOfEvent() {
        return Stream.of(
                        RegisterEvent.class,
                        Movement.class,
                        SettlementEvent.class,
                        AuctionEvent.class,
                        ServicingEvent.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void a_life_in_real_signed_bytes_keeps_every_rule(long seed) {
        SimulationResult life = Simulation.run(seed, 600, Signing.withEnvelopes());

        assertThat(life.failure()).isEmpty();
        assertThat(life.accepted()).isGreaterThan(100);
    }

    @Test
    void the_same_seed_is_the_same_life() {
        SimulationResult life = Simulation.run(4711, 500);

        assertThat(Simulation.run(4711, 500)).isEqualTo(life);
        assertThat(Simulation.run(4712, 500).stateHash()).isNotEqualTo(life.stateHash());
    }
}
