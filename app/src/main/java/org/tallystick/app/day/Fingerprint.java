package org.tallystick.app.day;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.market.Auction;

/** Names the ledger of a run after all that determines it, so that no two runs are taken for one another. */
final class Fingerprint {

    /** Raised when the same request comes to other entries than before. */
    private static final int PLAN_VERSION = 1;

    private static final int HEX_DIGITS = 16;

    private Fingerprint() {}

    static String ledgerName(
            List<Auction> auctions,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int participants,
            int trades,
            long seed) {
        StringBuilder all = new StringBuilder();
        all.append(PLAN_VERSION).append('\n');
        all.append(from).append(' ').append(to).append('\n');
        all.append(participants)
                .append(' ')
                .append(trades)
                .append(' ')
                .append(seed)
                .append('\n');
        auctions.forEach(auction -> all.append(auction).append('\n'));
        String digest =
                Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
        return "day-" + digest.substring(0, HEX_DIGITS);
    }
}
