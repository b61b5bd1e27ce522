package org.tallystick.gateway.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tallystick.readmodel.Projection;

/** Wakes whoever waits for the tables to advance. For any number of threads. */
final class Advances {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position;

    Advances(Projection projection) {
        position = projection.position();
        projection.onAdvance(this::advance);
    }

    private void advance(long to) {
        lock.lock();
        try {
            position = Math.max(position, to);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is more than this entry, or the time is over; tells how far the tables are. */
    long awaitMoreThan(long index, long millis) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (position <= index && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
            return position;
        } finally {
            lock.unlock();
        }
    }
}
