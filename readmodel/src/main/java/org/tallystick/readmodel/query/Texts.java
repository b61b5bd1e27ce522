package org.tallystick.readmodel.query;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Texts that people ask for. They are parameters, never part of a statement; what no stored text can be finds nothing. */
final class Texts {

    private Texts() {}

    static Condition is(Field<String> column, String text) {
        return isPrintable(text) ? column.eq(text) : DSL.falseCondition();
    }

    /** That a column begins with a text, taken as it stands; an empty one begins everything. */
    static Condition beginsWith(Field<String> column, String text) {
        if (text.isEmpty()) {
            return DSL.noCondition();
        }
        return isPrintable(text) ? column.startsWith(text) : DSL.falseCondition();
    }

    /** Codes and instruction ids are of printable ASCII characters. */
    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
