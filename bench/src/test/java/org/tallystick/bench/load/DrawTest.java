package org.tallystick.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int DRAWS = 100_000;

    private static int[] counted(Draw draw) {
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[draw.count()];
        for (int i = 0; i < DRAWS; i++) {
            counts[draw.next(random)]++;
        }
        return counts;
    }

    @Test
    void anExponentOfTwoDrawsTheFirstOfManyInSixOfTenAndTheSecondAQuarterAsOften() {
        int[] counts = counted(Draw.zipf(1_000, 2.0));

        // 1 / (1 + 1/4 + 1/9 + ...) is 6 / pi^2, about 0.61.
        assertThat((double) counts[0] / DRAWS).isCloseTo(0.61, within(0.01));
        assertThat((double) counts[1] / counts[0]).isCloseTo(0.25, within(0.01));
    }

    @Test
    void evenlyMeansEachAsOften() {
        for (int count : counted(Draw.evenly(10))) {
            assertThat((double) count / DRAWS).isCloseTo(0.1, within(0.01));
        }
    }

    @Test
    void nobodyTradesWithItself() {
        SplittableRandom random = new SplittableRandom(2);
        Draw draw = Draw.zipf(2, 2.0);

        for (int i = 0; i < 1_000; i++) {
            assertThat(draw.nextBut(0, random)).isEqualTo(1);
        }
    }
}
