package io.receivables.dunning.jdbc;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEventKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in the order of customers and versions. Three cursors of one order go side by side: over the events, and
 * over the items and the instalments that belong to them; of each, the driver holds one fetch at a time.
 */
final class EventReader {
    private static final int FETCH = 1_000;

    /** In place of a customer: all of them. */
    private static final @Nullable String ALL = null;

    private EventReader() {}

    static List<DunningEvent> all(Connection connection) throws SQLException {
        return read(connection, ALL);
    }

    static List<DunningEvent> of(Connection connection, String customerId) throws SQLException {
        return read(connection, customerId);
    }

    private static List<DunningEvent> read(Connection connection, @Nullable String customerId) throws SQLException {
        List<DunningEvent> read = new ArrayList<>();
        try (Cursor events =
                        new Cursor(connection, "dunning_event", "event_date, kind, " + Column.names(), customerId);
                Cursor items =
                        new Cursor(connection, "dunning_event_item", "line, document_id, instalment", customerId);
                Cursor instalments = new Cursor(
                        connection, "dunning_event_instalment", "line, due_date, amount, currency", customerId)) {
            while (events.next()) {
                EventRow row = row(events.rows());
                row.about(items(events, items)).in(instalments(events, instalments));
                read.add(row.event());
            }
        }
        return read;
    }

    private static EventRow row(ResultSet rows) throws SQLException {
        int index = Cursor.FIRST;
        LocalDate date = rows.getObject(index++, LocalDate.class);
        DunningEventKind kind = DunningEventKind.ofCode(rows.getString(index++));
        EventRow row = new EventRow(rows.getString(1), kind, date);
        for (Column column : Column.values()) {
            row.put(column, column.read(rows, index++));
        }
        return row;
    }

    private static List<ItemReference> items(Cursor event, Cursor items) throws SQLException {
        List<ItemReference> found = new ArrayList<>();
        while (items.nextOf(event)) {
            ResultSet row = items.rows();
            found.add(new ItemReference(row.getString(Cursor.FIRST + 1), row.getInt(Cursor.FIRST + 2)));
        }
        return found;
    }

    private static List<Instalment> instalments(Cursor event, Cursor instalments) throws SQLException {
        List<Instalment> found = new ArrayList<>();
        while (instalments.nextOf(event)) {
            ResultSet row = instalments.rows();
            Money amount =
                    Money.ofMinor(row.getLong(Cursor.FIRST + 2), Money.currency(row.getString(Cursor.FIRST + 3)));
            found.add(Instalment.of(row.getObject(Cursor.FIRST + 1, LocalDate.class), amount));
        }
        return found;
    }

    /** Rows of a table in the order of the events that they belong to. */
    private static final class Cursor implements AutoCloseable {
        /** The index of the first column after customer and number of the event. */
        static final int FIRST = 3;

        private final PreparedStatement statement;
        private final ResultSet rows;
        private boolean isAhead;
        private boolean isOver;

        Cursor(Connection connection, String table, String columns, @Nullable String customerId) throws SQLException {
            boolean hasLines = columns.startsWith("line");
            statement = connection.prepareStatement("select customer_id, event_number, " + columns + " from " + table
                    + (customerId == null ? "" : " where customer_id = ?")
                    + " order by customer_id, event_number"
                    + (hasLines ? ", line" : ""));
            try {
                statement.setFetchSize(FETCH);
                if (customerId != null) {
                    statement.setString(1, customerId);
                }
                rows = statement.executeQuery();
            } catch (SQLException | RuntimeException e) {
                statement.close();
                throw e;
            }
        }

        ResultSet rows() {
            return rows;
        }

        boolean next() throws SQLException {
            isOver = !rows.next();
            return !isOver;
        }

        /** Goes to the next row if that belongs to an event; otherwise the row waits for its own. */
        boolean nextOf(Cursor event) throws SQLException {
            if (!isAhead && !isOver) {
                isAhead = next();
            }
            boolean isOfEvent = isAhead
                    && rows.getLong(2) == event.rows.getLong(2)
                    && rows.getString(1).equals(event.rows.getString(1));
            isAhead &= !isOfEvent;
            return isOfEvent;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
