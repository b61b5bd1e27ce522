package org.tallystick.bench.report;

import java.util.List;

/** What is told of several runs. */
public final class Median {

    private Median() {}

    /** The middle one; of an even number, the upper of the two. There is one at least. */
    public static <T extends Comparable<? super T>> T of(List<T> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
