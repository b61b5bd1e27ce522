package org.tallystick.gateway.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Counts tries by source, minute by minute. Sources fall into a fixed number of places by a hash that nobody outside can
 * foretell, so that this takes the same memory however many there are; two that share a place share its tries.
 */
final class Tries {

    private static final int PLACES = 8_192;
    private static final long WINDOW_MILLIS = 60_000;

    private final int perSource;
    private final int inAll;
    private final InstantSource clock;
    private final int salt;
    private final int[] counts = new int[PLACES];
    private int count;
    private long window;

    Tries(int perSource, int inAll, int salt, InstantSource clock) {
        this.perSource = perSource;
        this.inAll = inAll;
        this.salt = salt;
        this.clock = clock;
    }

    /**
     * One more try.
     *
     * @throws org.tallystick.gateway.http.Problem 429 if that is too many
     */
    synchronized void count(SocketAddress source) {
        long now = clock.millis() / WINDOW_MILLIS;
        if (now != window) {
            window = now;
            count = 0;
            Arrays.fill(counts, 0);
        }
        int place = Math.floorMod(hash(source), PLACES);
        if (counts[place] >= perSource || count >= inAll) {
            throw Refusals.tooManyTries();
        }
        counts[place]++;
        count++;
    }

    /** Whoever has one address of the newer kind has 2^64 of them: they count as one source. */
    private int hash(SocketAddress source) {
        byte[] bytes = source instanceof InetSocketAddress socket && socket.getAddress() != null
                ? network(socket.getAddress())
                : new byte[0];
        int hash = salt;
        for (byte part : bytes) {
            hash = (hash ^ part) * 0x01000193;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private static byte[] network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
    }
}
