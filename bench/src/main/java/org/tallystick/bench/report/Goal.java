package org.tallystick.bench.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is to come to.
 *
 * @param title what is compared with what
 * @param figure the figure
 * @param peer what it is held against; null for a bound of its own
 * @param rule how
 * @param bound of the ratio to the peer, of the figure, or of how much it may exceed the peer
 */
record Goal(String title, Named figure, @Nullable Named peer, Rule rule, double bound) {

    enum Rule {
        RATIO_AT_LEAST,
        RATIO_AT_MOST,
        AT_LEAST,
        AT_MOST,
        AT_MOST_OVER_PEER
    }

    static final List<Goal> ALL = List.of(
            ratio(
                    "DvP, one signature, to Ed25519 verifications",
                    Named.DVP,
                    Named.VERIFICATIONS_BESIDE,
                    Rule.RATIO_AT_LEAST,
                    0.6),
            ratio("DvP, signed, to PostgreSQL's best, unsigned", Named.DVP, Named.POSTGRES_DVP, Rule.RATIO_AT_LEAST, 4),
            ratio(
                    "legs in signed batches, to PostgreSQL's best, unsigned",
                    Named.BATCH_BEST,
                    Named.POSTGRES_BATCH,
                    Rule.RATIO_AT_LEAST,
                    12),
            ratio("DvP on a hot account, to evenly drawn ones", Named.DVP_HOT, Named.DVP, Rule.RATIO_AT_LEAST, 0.9),
            ratio(
                    "a leg on 10,000,000 holdings, to one on 10,000",
                    Named.LEG_AT_10_MILLION,
                    Named.LEG_AT_10_THOUSAND,
                    Rule.RATIO_AT_MOST,
                    1.5),
            ratio(
                    "one client in closed loop, p50, to fdatasync",
                    Named.CLOSED_LOOP_P50,
                    Named.FDATASYNC_BESIDE,
                    Rule.AT_MOST_OVER_PEER,
                    1),
            alone("legs in signed batches", Named.BATCH_BEST, Rule.AT_LEAST, 400_000),
            alone("DvP at half load, p99", Named.HALF_LOAD_P99, Rule.AT_MOST, 25),
            alone("DvP at half load, p99.9", Named.HALF_LOAD_P999, Rule.AT_MOST, 100),
            alone("kill -9 to first receipt", Named.RESTART, Rule.AT_MOST, 5),
            alone("fork of 1,000,000 holdings", Named.FORK, Rule.AT_MOST, 50),
            alone("balances read over HTTP", Named.HTTP_READS, Rule.AT_LEAST, 20_000),
            alone("signed DvP over HTTP, one a request", Named.HTTP_SUBMISSIONS, Rule.AT_LEAST, 5_000),
            alone("tables in PostgreSQL follow", Named.PROJECTION, Rule.AT_LEAST, 30_000),
            alone("rebuild of the tables from 1,000,000 receipts", Named.REBUILD, Rule.AT_MOST, 120));

    private static Goal ratio(String title, Named figure, Named peer, Rule rule, double bound) {
        return new Goal(title, figure, peer, rule, bound);
    }

    private static Goal alone(String title, Named figure, Rule rule, double bound) {
        return new Goal(title, figure, null, rule, bound);
    }

    /** The goal's row; empty when what it needs was not measured in this run. */
    Optional<Row> held(Figures figures) {
        Optional<Figure> own = figures.find(figure.title());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (peer == null) {
            return Optional.of(row(own.get(), null));
        }
        return figures.find(peer.title()).map(beside -> row(own.get(), beside));
    }

    private Row row(Figure own, @Nullable Figure beside) {
        double value = own.value();
        double peerValue = beside == null ? 0 : beside.value();
        Double ratio = beside == null ? null : value / peerValue;
        double judged = ratio != null && (rule == Rule.RATIO_AT_LEAST || rule == Rule.RATIO_AT_MOST) ? ratio : value;
        double limit = rule == Rule.AT_MOST_OVER_PEER ? peerValue + bound : bound;
        boolean atLeast = rule == Rule.RATIO_AT_LEAST || rule == Rule.AT_LEAST;
        boolean met = atLeast ? judged >= limit : judged <= limit;
        String unit = rule == Rule.RATIO_AT_LEAST || rule == Rule.RATIO_AT_MOST ? "x" : " " + own.unit();
        String target = (atLeast ? ">= " : "<= ") + Quantity.text(limit) + unit;
        return new Row(title, value, own.unit(), beside == null ? null : peerValue, ratio, target, met);
    }
}
