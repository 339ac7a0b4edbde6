package io.receivables.payments.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Empty databases for tests. */
final class Databases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Map<String, DataSource> SHARED = new ConcurrentHashMap<>();

    private Databases() {}

    /** A database in memory, which lasts as long as the process. */
    static DataSource h2() {
        String url = "jdbc:h2:mem:journal" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        JdbcConnectionPool connections = JdbcConnectionPool.create(url, "sa", "");
        connections.setLoginTimeout(5);
        return connections;
    }

    /** A database of the one server of this process. */
    static DataSource postgres() {
        EmbeddedPostgres server = Server.started();
        String name = "journal" + NUMBER.incrementAndGet();
        execute(server.getPostgresDatabase(), "create database " + name);
        return server.getDatabase("postgres", name);
    }

    /** A database with the tables of a journal, made when it is first asked for. */
    static DataSource shared(String name, Supplier<DataSource> maker) {
        return SHARED.computeIfAbsent(name, each -> {
            DataSource made = maker.get();
            JdbcPaymentJournal.migrate(made);
            return new Pool(made).dataSource();
        });
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What a query finds, the columns of a row joined by bars. */
    static List<String> rows(DataSource dataSource, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(String.join("|", row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return found;
    }

    /** The server, started when it is first asked for. */
    private static final class Server {
        private static final @Nullable EmbeddedPostgres RUNNING;
        private static final String WHY_NOT;

        static {
            EmbeddedPostgres running = null;
            String whyNot = "";
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(), "stops the server"));
            } catch (IOException | IllegalStateException e) {
                whyNot = String.valueOf(e);
            }
            RUNNING = running;
            WHY_NOT = whyNot;
        }

        private static void close() {
            try {
                if (RUNNING != null) {
                    RUNNING.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static EmbeddedPostgres started() {
            Assumptions.assumeTrue(RUNNING != null, () -> "PostgreSQL does not start on this platform: " + WHY_NOT);
            return Objects.requireNonNull(RUNNING);
        }
    }
}
