package org.tallystick.bench.report;

/** The figures that goals refer to, and their units. */
public enum Named {
    VERIFICATIONS_ONE_CORE("Ed25519 verifications, one core", "/s"),
    VERIFICATIONS_ALL_CORES("Ed25519 verifications, all cores", "/s"),
    FDATASYNC_MEDIAN("append of 4 KiB and fdatasync, median", "ms"),
    SEQUENTIAL_WRITE("sequential write", "MB/s"),
    VERIFICATIONS_BESIDE("Ed25519 verifications, all cores, between the runs of DvP", "/s"),
    FDATASYNC_BESIDE("append of 4 KiB and fdatasync, median, around the closed loop", "ms"),
    DVP("DvP, one signature", "DvP/s"),
    DVP_HOT("DvP, one signature, hot account (Zipf 2.0)", "DvP/s"),
    BATCH_BEST("signed batches, best size", "legs/s"),
    CLOSED_LOOP_P50("DvP, one client in closed loop, p50", "ms"),
    HALF_LOAD_P99("DvP at half load, p99", "ms"),
    HALF_LOAD_P999("DvP at half load, p99.9", "ms"),
    POSTGRES_DVP("PostgreSQL, DvP, best variant", "DvP/s"),
    POSTGRES_BATCH("PostgreSQL, batches, best variant", "legs/s"),
    RESTART("kill -9 to first receipt, 1,000,000 accounts, 1,000,000 entries of tail", "s"),
    FORK("fork of 1,000,000 holdings", "ms"),
    LEG_AT_10_THOUSAND("cost of a leg, 10,000 holdings", "ns"),
    LEG_AT_10_MILLION("cost of a leg, 10,000,000 holdings in 4 GB of heap", "ns"),
    HTTP_READS("HTTP, H2, balances read", "/s"),
    HTTP_SUBMISSIONS("HTTP, H2, signed DvP, one a request", "/s"),
    HTTP_BULK("HTTP, H2, signed DvP, in two bulks", "/s"),
    HTTP_READS_POSTGRES("HTTP, PostgreSQL, balances read", "/s"),
    HTTP_SUBMISSIONS_POSTGRES("HTTP, PostgreSQL, signed DvP, one a request", "/s"),
    HTTP_BULK_POSTGRES("HTTP, PostgreSQL, signed DvP, in two bulks", "/s"),
    PROJECTION("tables in PostgreSQL, followed", "receipts/s"),
    REBUILD("tables in PostgreSQL, rebuild from 1,000,000 receipts", "s");

    private final String title;
    private final String unit;

    Named(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    public Figure of(double value) {
        return new Figure(title, value, unit);
    }
}
