package org.tallystick.bench.http;

import org.HdrHistogram.Histogram;

/** When requests were, or should have been, sent, and when they were answered. */
final class HttpRun {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sent;
    private final long[] answered;

    HttpRun(int requests) {
        sent = new long[requests];
        answered = new long[requests];
    }

    void sent(int request, long nanos) {
        sent[request] = nanos;
    }

    void answered(int request, long nanos) {
        answered[request] = nanos;
    }

    int requests() {
        return sent.length;
    }

    /** From the first request to the last answer. */
    double perSecond() {
        long last = 0;
        for (long nanos : answered) {
            last = Math.max(last, nanos - sent[0]);
        }
        return sent.length * 1e9 / last;
    }

    /** Milliseconds from when a request should have been sent to its answer. */
    double millis(double percentile) {
        Histogram nanos = new Histogram(3);
        for (int request = 0; request < sent.length; request++) {
            nanos.recordValue(answered[request] - sent[request]);
        }
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
