package io.receivables.dunning.jdbc;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in transactions of their own, and gives connections back as they were. */
final class Database {
    /** The SQL state of a unique key that was there already: somebody else was faster. */
    private static final String DUPLICATE_KEY = "23505";

    /** SQL states of this class tell of a transaction that the database undid for the sake of another. */
    private static final String ROLLBACK = "40";

    /** H2 has a state of its own for a row that another transaction has changed. */
    private static final String CONCURRENT_UPDATE = "90131";

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something to do in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** A concurrent transaction stood in the way; nothing was done. */
    static final class Collision extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final SQLException cause;

        Collision(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }

    /** Works in one transaction, as isolated as the connection has it. */
    <T> T transaction(String what, Work<T> work) throws Collision {
        try (Connection connection = dataSource.getConnection()) {
            return transaction(connection, work);
        } catch (SQLException e) {
            if (isCollision(e)) {
                throw new Collision(e);
            }
            throw new JdbcJournalException(what, e);
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** {@link #transaction} of what is only read. */
    <T> T read(String what, Work<T> work) {
        try {
            return transaction(what, work);
        } catch (Collision e) {
            throw new JdbcJournalException(what, e.cause());
        }
    }

    /** {@link #read} of several things as they were at one moment. */
    <T> T snapshot(String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            // asking has begun a transaction where the connection does not commit by itself
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return transaction(connection, work);
            } finally {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            throw new JdbcJournalException(what, e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static boolean isCollision(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals(DUPLICATE_KEY) || state.startsWith(ROLLBACK) || state.equals(CONCURRENT_UPDATE);
    }
}
