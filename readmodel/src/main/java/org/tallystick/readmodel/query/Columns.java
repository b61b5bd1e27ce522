package org.tallystick.readmodel.query;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reading columns, and naming them where a table is met twice. */
final class Columns {

    private Columns() {}

    /** The value of a column that is never null. */
    static <T> T of(Record row, Field<T> column) {
        return Objects.requireNonNull(row.get(column), column::getName);
    }

    /** A column of a table under another name. */
    static <T> Field<T> as(String alias, Field<T> column) {
        return DSL.field(DSL.name(alias, column.getName()), column.getDataType());
    }

    static Table<?> as(String alias, Table<?> table) {
        return DSL.table(table.getQualifiedName()).as(alias);
    }

    /**
     * Of rows in order, one more than wanted, those of whole entries: the rows of the entry that is cut are left out.
     * Empty when the first entry alone has too many.
     */
    static <T> List<T> whole(List<T> rows, int most, ToLongFunction<T> entry) {
        if (rows.size() <= most) {
            return rows;
        }
        long cut = entry.applyAsLong(rows.get(most));
        return rows.subList(0, most).stream()
                .filter(row -> entry.applyAsLong(row) != cut)
                .toList();
    }
}
