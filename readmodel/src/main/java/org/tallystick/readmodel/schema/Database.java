package org.tallystick.readmodel.schema;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.tallystick.readmodel.ReadModelConfig;
import org.tallystick.readmodel.UnusableDatabase;

/** A database with the schema as it should be, and connections to it. */
public final class Database implements AutoCloseable {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final int READERS = 8;

    /** Reads see one moment from the first statement of a transaction on. */
    private static final String READ_ONE_MOMENT = "set session characteristics as transaction isolation level ";

    private final String url;
    private final Properties login;
    private final SQLDialect dialect;
    private final HikariDataSource readers;
    private final DSLContext reading;

    private Database(String url, Properties login, SQLDialect dialect) {
        this.url = url;
        this.login = login;
        this.dialect = dialect;
        this.readers = new HikariDataSource(pool());
        this.reading = DSL.using(readers, dialect);
    }

    /**
     * Connects, and brings the schema up to date.
     *
     * @throws UnusableDatabase with the reason
     */
    public static Database open(ReadModelConfig config) {
        Properties login = new Properties();
        String url = url(config, login);
        SQLDialect dialect = config instanceof ReadModelConfig.Server ? SQLDialect.POSTGRES : SQLDialect.H2;
        // An embedded database in memory lives as long as a connection to it.
        try (Connection first = DriverManager.getConnection(url, login)) {
            migrate(url, login, dialect);
            return new Database(url, login, dialect);
        } catch (SQLException failed) {
            throw new UnusableDatabase("cannot open the database " + config + ": " + failed.getMessage(), failed);
        }
    }

    private static String url(ReadModelConfig config, Properties login) {
        String embedded = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
        return switch (config) {
            case ReadModelConfig.InMemory memory -> "jdbc:h2:mem:" + UUID.randomUUID() + embedded;
            case ReadModelConfig.InDirectory in -> {
                String path =
                        in.directory().toAbsolutePath().resolve("readmodel").toString();
                if (path.contains(";")) {
                    throw new UnusableDatabase("a directory of the read model has no semicolon in its path: " + path);
                }
                yield "jdbc:h2:file:" + path + embedded;
            }
            case ReadModelConfig.Server server -> {
                if (server.user() != null) {
                    login.setProperty("user", server.user());
                }
                if (server.password() != null) {
                    login.setProperty("password", server.password());
                }
                login.setProperty("ApplicationName", "tallystick");
                yield server.url();
            }
        };
    }

    private static void migrate(String url, Properties login, SQLDialect dialect) {
        try {
            Flyway.configure()
                    .dataSource(url, login.getProperty("user"), login.getProperty("password"))
                    .locations(
                            "classpath:db/migration",
                            dialect == SQLDialect.POSTGRES ? "classpath:db/postgresql" : "classpath:db/h2")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new UnusableDatabase("cannot bring the schema up to date: " + failed.getMessage(), failed);
        }
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("readmodel");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(login);
        config.setMaximumPoolSize(READERS);
        config.setConnectionInitSql(
                READ_ONE_MOMENT + (dialect == SQLDialect.POSTGRES ? "repeatable read, read only" : "snapshot"));
        return config;
    }

    /** For reading. */
    public DSLContext reading() {
        return reading;
    }

    /** A connection of one's own, for writing; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    /** For writing over a connection. */
    public DSLContext writing(Connection connection) {
        return DSL.using(connection, dialect);
    }

    public boolean isPostgres() {
        return dialect == SQLDialect.POSTGRES;
    }

    @Override
    public void close() {
        readers.close();
    }
}
