package org.tallystick.node.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tallystick.ledger.store.StateSink;

/**
 * A walk over a state that rests for two thirds of the time: entries go on meanwhile, on the same processors. Without
 * rests, what is submitted during the walk over a large state waits for as long as the walk takes.
 */
final class UnhurriedSink implements StateSink {

    private static final int PUTS_BETWEEN_LOOKS = 256;
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final StateSink sink;
    private int puts;
    private long restedNanos = System.nanoTime();

    UnhurriedSink(StateSink sink) {
        this.sink = sink;
    }

    @Override
    public void putLong(long value) {
        sink.putLong(value);
        restWhenDue();
    }

    @Override
    public void putText(String value) {
        sink.putText(value);
        restWhenDue();
    }

    @Override
    public void putBytes(byte[] value) {
        sink.putBytes(value);
        restWhenDue();
    }

    private void restWhenDue() {
        puts++;
        if (puts < PUTS_BETWEEN_LOOKS) {
            return;
        }
        puts = 0;
        if (System.nanoTime() - restedNanos >= WORK_NANOS) {
            LockSupport.parkNanos(REST_NANOS);
            restedNanos = System.nanoTime();
        }
    }
}
