package io.receivables.payments.jdbc;

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

    /** Each time that one gives way, another got on: who gives way so often meets something else than others. */
    private static final int MOST_TURNS = 20;

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something to do in a transaction; it may be done several times, of which the last one counts. */
    @FunctionalInterface
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    /**
     * Works in one transaction, as isolated as the connection has it, and anew where a concurrent one stood in the way: then
     * what the other did is there to be seen.
     *
     * @param what for whoever reads the exception
     */
    <T> T transaction(String what, Work<T> work) {
        for (int turn = 1; ; turn++) {
            try (Connection connection = dataSource.getConnection()) {
                return transaction(connection, work);
            } catch (SQLException e) {
                if (turn == MOST_TURNS || !isCollision(e)) {
                    throw new JdbcPaymentJournalException(what, e);
                }
            }
        }
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            T result = work.in(new Sql(connection));
            connection.commit();
            connection.setAutoCommit(autoCommit);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, autoCommit, e);
            throw e;
        }
    }

    private static void undo(Connection connection, boolean autoCommit, Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static boolean isCollision(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals(DUPLICATE_KEY) || state.startsWith(ROLLBACK) || state.equals(CONCURRENT_UPDATE);
    }
}
