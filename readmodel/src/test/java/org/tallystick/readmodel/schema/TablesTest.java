package org.tallystick.readmodel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tallystick.readmodel.ReadModelConfig;

/** The names and types in {@link Tables} are those of the migration. */
class TablesTest {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "bigint", Long.class,
            "integer", Integer.class,
            "character varying", String.class,
            "boolean", Boolean.class,
            "date", java.time.LocalDate.class,
            "binary varying", byte[].class);

    @Test
    void tablesAreAsTheMigrationMakesThem() throws Exception {
        TreeMap<String, Class<?>> migrated = new TreeMap<>();
        try (Database database = Database.open(ReadModelConfig.inMemory());
                Connection connection = database.connect();
                ResultSet columns = connection
                        .createStatement()
                        .executeQuery("select table_name, column_name, data_type from information_schema.columns"
                                + " where table_schema = 'public' and table_name not like 'flyway%'"
                                + " and table_name not like 'awaiting%'")) {
            while (columns.next()) {
                migrated.put(
                        columns.getString(1) + "." + columns.getString(2),
                        TYPES.get(columns.getString(3).toLowerCase(java.util.Locale.ROOT)));
            }
        }
        TreeMap<String, Class<?>> declared = new TreeMap<>();
        TreeSet<String> listed = new TreeSet<>();
        for (Class<?> table : Tables.class.getDeclaredClasses()) {
            for (Field field : table.getDeclaredFields()) {
                if (field.get(null) instanceof org.jooq.Field<?> column) {
                    declared.put(String.join(".", column.getQualifiedName().getName()), column.getType());
                } else if (field.get(null) instanceof java.util.List<?> all) {
                    all.forEach(column -> listed.add(String.join(
                            ".", ((org.jooq.Field<?>) column).getQualifiedName().getName())));
                }
            }
        }
        assertThat(declared).isEqualTo(migrated);
        assertThat(listed).isEqualTo(declared.keySet());
    }
}
