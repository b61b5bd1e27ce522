package org.tallystick.simulator.simulation;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.store.StateSink;

/** The canonical form of a state, word by word, to see where two states differ. */
final class StateWords implements StateSink {

    /** Account and asset, available, held. */
    private static final int WORDS_PER_HOLDING = 3;

    private static final List<String> NOTHING = List.of("0", "0");

    private final List<String> words = new ArrayList<>();

    private StateWords() {}

    @Override
    public void putLong(long value) {
        words.add(Long.toString(value));
    }

    @Override
    public void putText(String value) {
        words.add(value);
    }

    @Override
    public void putBytes(byte[] value) {
        words.add(HexFormat.of().formatHex(value));
    }

    private static List<String> of(Ledger ledger) {
        StateWords sink = new StateWords();
        ledger.writeTo(sink);
        return sink.words;
    }

    /**
     * Where a state differs from the expected one; empty where it does not. Holdings that came into being with nothing in
     * them are no difference: a batch that is undone may leave them.
     */
    static String difference(Ledger expected, Ledger found) {
        List<String> one = of(expected);
        List<String> other = of(found);
        int at = firstDifference(one, other);
        if (at < one.size() && at < other.size()) {
            other = withoutNewEmptyHoldings(one, other, at);
            at = firstDifference(one, other);
        }
        return one.equals(other)
                ? ""
                : "from word " + at + " on the state is " + around(other, at) + " and not " + around(one, at);
    }

    private static int firstDifference(List<String> one, List<String> other) {
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return at;
    }

    /** If what differs first is the number of holdings: the state without those at the end that are empty. */
    private static List<String> withoutNewEmptyHoldings(List<String> one, List<String> other, int at) {
        if (!one.get(at).matches("[0-9]{1,9}") || !other.get(at).matches("[0-9]{1,9}")) {
            return other;
        }
        int before = Integer.parseInt(one.get(at));
        int after = Integer.parseInt(other.get(at));
        int from = at + 1 + WORDS_PER_HOLDING * before;
        int to = at + 1 + WORDS_PER_HOLDING * after;
        if (after < before || to > other.size()) {
            return other;
        }
        for (int row = from; row < to; row += WORDS_PER_HOLDING) {
            if (!other.subList(row + 1, row + WORDS_PER_HOLDING).equals(NOTHING)) {
                return other;
            }
        }
        List<String> without = new ArrayList<>(other.subList(0, at));
        without.add(one.get(at));
        without.addAll(other.subList(at + 1, from));
        without.addAll(other.subList(to, other.size()));
        return without;
    }

    private static List<String> around(List<String> words, int at) {
        return words.subList(Math.max(0, at - 4), Math.min(words.size(), at + 8));
    }
}
