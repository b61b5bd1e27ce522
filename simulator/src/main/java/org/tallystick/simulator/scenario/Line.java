package org.tallystick.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a scenario and the lines indented below it.
 *
 * @param number from 1
 * @param text as written, without what surrounds it
 * @param words what it asks or tells
 * @param outcome what stands after the arrow; empty when there is none
 */
record Line(int number, String text, List<Word> words, List<Word> outcome, List<Line> below) {

    /**
     * A word, or what stood between double quotes.
     *
     * @param line from 1
     * @param column from 1
     */
    record Word(String text, int line, int column) {}

    private static final String ARROW = "->";

    /**
     * The lines of a text, comments ({@code #} at the start of a word) and empty lines left out.
     *
     * <p>An indented line belongs to the line above that is not indented; if it begins with an amount, to the nearest line
     * above that does not. How deep it is indented means nothing, so that amounts can be aligned.
     */
    static List<Line> tree(String text) {
        List<Line> roots = new ArrayList<>();
        @Nullable Line last = null;
        int number = 0;
        for (String raw : text.split("\r?\n", -1)) {
            number++;
            List<Word> words = words(raw, number);
            if (words.isEmpty()) {
                continue;
            }
            Line line = of(number, raw.strip(), words);
            boolean indented = words.getFirst().column() > 1;
            if (indented && last == null) {
                throw new ScenarioError(number, words.getFirst().column(), "an indented line has nothing above it");
            }
            if (indented && last != null && startsWithAmount(line)) {
                last.below().add(line);
            } else {
                (indented ? roots.getLast().below() : roots).add(line);
                last = line;
            }
        }
        return roots;
    }

    private static boolean startsWithAmount(Line line) {
        return !line.words().isEmpty() && line.words().getFirst().text().matches("-?[0-9].*");
    }

    /** The words of this line and of those below it, for statements too long for one line. */
    List<Word> allWords() {
        List<Word> all = new ArrayList<>(words);
        below.forEach(line -> all.addAll(line.allWords()));
        return all;
    }

    private static Line of(int number, String text, List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).text().equals(ARROW)) {
                return new Line(
                        number,
                        text,
                        List.copyOf(words.subList(0, i)),
                        List.copyOf(words.subList(i + 1, words.size())),
                        new ArrayList<>());
            }
        }
        return new Line(number, text, List.copyOf(words), List.of(), new ArrayList<>());
    }

    private static List<Word> words(String raw, int number) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == ' ' || c == '\t' || c == ',' && isSeparator(raw, at)) {
                at++;
            } else if (c == '#') {
                return words;
            } else if (c == '"') {
                int end = raw.indexOf('"', at + 1);
                if (end < 0) {
                    throw new ScenarioError(number, at + 1, "a quotation mark is not closed");
                }
                words.add(new Word(raw.substring(at + 1, end), number, at + 1));
                at = end + 1;
            } else {
                int end = at;
                while (end < raw.length() && !endsWord(raw, end)) {
                    end++;
                }
                words.add(new Word(raw.substring(at, end), number, at + 1));
                at = end;
            }
        }
        return words;
    }

    private static boolean endsWord(String raw, int at) {
        char c = raw.charAt(at);
        return c == ' ' || c == '\t' || c == ',' && isSeparator(raw, at);
    }

    /** A comma before a blank or at the end separates; one inside an amount does not. */
    private static boolean isSeparator(String raw, int comma) {
        return comma + 1 == raw.length() || raw.charAt(comma + 1) == ' ' || raw.charAt(comma + 1) == '\t';
    }
}
