package org.tallystick.simulator.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.simulator.scenario.Line.Word;

/** Reads the words of a line one after the other; whatever does not fit is an error at its column. */
final class Words {

    private final Line line;
    private final List<Word> words;
    private int next;

    Words(Line line, List<Word> words) {
        this.line = line;
        this.words = words;
    }

    static Words of(Line line) {
        return new Words(line, line.words());
    }

    /** With the lines below it. */
    static Words ofAll(Line line) {
        return new Words(line, line.allWords());
    }

    Line line() {
        return line;
    }

    boolean isAtEnd() {
        return next == words.size();
    }

    ScenarioError error(String message) {
        return errorAt(Math.max(0, next - 1), message);
    }

    private ScenarioError errorAt(int position, String message) {
        if (position < words.size()) {
            return new ScenarioError(
                    words.get(position).line(), words.get(position).column(), message);
        }
        if (words.isEmpty()) {
            return new ScenarioError(line.number(), 1, message);
        }
        Word last = words.getLast();
        return new ScenarioError(last.line(), last.column() + last.text().length(), message);
    }

    /** The same words from here on, to look ahead in. */
    Words ahead() {
        Words ahead = new Words(line, words);
        ahead.next = next;
        return ahead;
    }

    /** Any word. */
    String take(String what) {
        if (isAtEnd()) {
            throw errorAt(next, "expected " + what + ", but the line ends");
        }
        return words.get(next++).text();
    }

    @Nullable
    String peek() {
        return isAtEnd() ? null : words.get(next).text();
    }

    /** Whether these words come next; if so, they are taken. */
    boolean takeIf(String... expected) {
        if (words.size() - next < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!words.get(next + i).text().equals(expected[i])) {
                return false;
            }
        }
        next += expected.length;
        return true;
    }

    /** These words must come next. */
    void expect(String... expected) {
        for (String word : expected) {
            if (isAtEnd()) {
                throw errorAt(next, "expected '" + word + "', but the line ends");
            }
            if (!words.get(next).text().equals(word)) {
                throw errorAt(
                        next,
                        "expected '" + word + "', found '" + words.get(next).text() + "'");
            }
            next++;
        }
    }

    void expectEnd() {
        if (!isAtEnd()) {
            throw errorAt(next, "did not expect '" + words.get(next).text() + "'");
        }
    }

    LocalDate date() {
        String text = take("a date such as 2025-01-15");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw error("'" + text + "' is not a date such as 2025-01-15");
        }
    }

    YearMonth month() {
        String text = take("a month such as 2025-01");
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw error("'" + text + "' is not a month such as 2025-01");
        }
    }

    int integer(String what) {
        String text = take(what);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw error("'" + text + "' is not " + what);
        }
    }

    /** A decimal number, possibly with a percent sign, as a whole number of units of its last allowed place. */
    long decimal(String what, int places) {
        return units(take(what), places, what);
    }

    /** An amount of an asset: {@code 1,000,000.00}. */
    long amount(int scale) {
        String text = take("an amount");
        return units(text.replace(",", ""), scale, "an amount with at most " + scale + " decimal places");
    }

    private long units(String text, int places, String what) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        try {
            return new BigDecimal(digits).movePointRight(places).longValueExact();
        } catch (NumberFormatException unreadable) {
            throw error("'" + text + "' is not " + what);
        } catch (ArithmeticException inexact) {
            throw error("'" + text + "' has too many digits for " + what);
        }
    }
}
