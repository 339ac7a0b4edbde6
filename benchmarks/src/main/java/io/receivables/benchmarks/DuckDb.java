package io.receivables.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** An in-memory DuckDB on two threads, and the statements of {@code duckdb.sql} by name. */
final class DuckDb implements AutoCloseable {
    private static final Map<String, String> STATEMENTS = statements();

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb open() {
        return failing(() -> {
            DuckDb db = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
            db.run("SET threads = 2");
            return db;
        });
    }

    /** The text of a statement, with values in the place of {@code ${names}}. */
    static String statement(String name, String... namesAndValues) {
        String sql = Objects.requireNonNull(STATEMENTS.get(name), name);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sql = sql.replace("${" + namesAndValues[i] + "}", namesAndValues[i + 1]);
        }
        return sql;
    }

    private static Map<String, String> statements() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String section : text().split("-- @", -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                byName.put(section.substring(0, end), section.substring(end + 1).strip());
            }
        }
        return byName;
    }

    /** All statements as they are in the file. */
    static String text() {
        try (InputStream file = DuckDb.class.getResourceAsStream("duckdb.sql")) {
            return new String(Objects.requireNonNull(file, "duckdb.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String version() {
        try (DuckDb db = open()) {
            return failing(() -> db.connection.getMetaData().getDatabaseProductVersion());
        }
    }

    void run(String sql) {
        failing(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    PreparedStatement prepare(String sql) {
        return failing(() -> connection.prepareStatement(sql));
    }

    /** The number in the only row and column. */
    long number(String sql) {
        return failing(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The figures of a query of days, customers, currencies, parts and figures. */
    Answer answer(String query) {
        Answer answer = new Answer();
        return failing(() -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT day - DATE '1970-01-01', customer, currency, part, figure::BIGINT FROM (" + query
                                    + ")");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answer.add(
                            LocalDate.ofEpochDay(row.getLong(1)),
                            row.getInt(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getLong(5));
                }
            }
            return answer;
        });
    }

    /** How a row is written, value by value. */
    interface RowWriter<T> {
        void write(DuckDBAppender row, T value) throws SQLException;
    }

    /** Adds many rows to a table. */
    <T> void append(String table, Iterable<T> values, RowWriter<T> writer) {
        failing(() -> {
            try (DuckDBAppender appender = ((DuckDBConnection) connection).createAppender("main", table)) {
                for (T value : values) {
                    appender.beginRow();
                    writer.write(appender, value);
                    appender.endRow();
                }
            }
            return table;
        });
    }

    @Override
    public void close() {
        failing(() -> {
            connection.close();
            return true;
        });
    }

    /** What may fail in a database. */
    interface Call<T> {
        T get() throws SQLException;
    }

    static <T> T failing(Call<T> call) {
        try {
            return call.get();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
