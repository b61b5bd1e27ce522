package org.tallystick.bench.postgres;

import java.util.SplittableRandom;
import org.tallystick.bench.load.Draw;

/** Deliveries versus payment of one transaction, drawn as those of the ledger are: the same amounts, the same accounts. */
@SuppressWarnings("ArrayRecordComponent") // made for one call
record Drawn(int party, String[] ids, int[] sellers, int[] buyers, long[] pars, long[] dollars) {

    private static final long HUNDRED = 10_000;
    private static final long PRICE = 9_965;

    /**
     * Draws them.
     *
     * @param party whose instructions they are
     * @param number of the first, used once by this party
     */
    static Drawn next(int party, long number, int dvps, Draw draw, SplittableRandom random) {
        Drawn drawn = new Drawn(party, new String[dvps], new int[dvps], new int[dvps], new long[dvps], new long[dvps]);
        for (int i = 0; i < dvps; i++) {
            int one = draw.next(random);
            int other = draw.nextBut(one, random);
            boolean sells = random.nextBoolean();
            long hundreds = 10 + 10L * random.nextInt(10);
            drawn.ids[i] = "T" + (number + i);
            drawn.sellers[i] = sells ? one : other;
            drawn.buyers[i] = sells ? other : one;
            drawn.pars[i] = hundreds * HUNDRED;
            drawn.dollars[i] = hundreds * PRICE;
        }
        return drawn;
    }
}
