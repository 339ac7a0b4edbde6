package io.receivables.dunning.jdbc;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.OfLetter;
import io.receivables.dunning.desk.DunningJournal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A journal in a relational database, for several processes at once. It runs on H2 and on PostgreSQL, and is tested on
 * both.
 *
 * <p>That an action is taken once does not hang on this class alone: the database has a primary key over customer and
 * version and a unique key over customer and event, so that of two writers with one version it lets one through. Each
 * append is one transaction; every text goes through a prepared statement.
 *
 * <p>Texts are kept as they are or refused, never cut: ids of up to 200 characters, what people write of up to 10,000,
 * neither with NUL characters nor with halves of surrogate pairs; dates of the years 1 to 9999.
 */
public final class JdbcJournal implements DunningJournal {
    private static final String MIGRATIONS = "classpath:io/receivables/dunning-jdbc";

    /** Flyway's own table of what it did, apart from those of the application. */
    private static final String HISTORY = "dunning_schema_history";

    /** Drivers take no more than so many placeholders, and some to spare. */
    private static final int KEYS_AT_ONCE = 1_000;

    private static final String INSERT_EVENT = "insert into dunning_event"
            + " (customer_id, event_number, event_key, kind, event_date, " + Column.names() + ")"
            + " values (?, ?, ?, ?, ?, " + Column.placeholders() + ")";

    private final Database database;

    private JdbcJournal(DataSource dataSource) {
        this.database = new Database(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Opens the journal in the default schema of a data source's connections, after bringing its tables up to date.
     *
     * @throws org.flywaydb.core.api.FlywayException if the tables are not those of this version or an earlier one
     */
    public static JdbcJournal open(DataSource dataSource) {
        migrate(dataSource);
        return over(dataSource);
    }

    /** The journal, where the tables are up to date: for applications whose own account may not create tables. */
    public static JdbcJournal over(DataSource dataSource) {
        return new JdbcJournal(dataSource);
    }

    /** Creates the tables, or brings them up to date; other tables of the schema are left alone. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(JdbcJournal.class.getClassLoader())
                .dataSource(dataSource)
                .locations(MIGRATIONS)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    // ---- appending

    @Override
    public Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events) {
        events.forEach(event -> checkCustomer(customerId, event));
        Map<String, EventRow> rows = new LinkedHashMap<>();
        events.forEach(event -> rows.putIfAbsent(event.id(), EventRow.of(event)));
        try {
            return tryToAppend(customerId, expectedVersion, events, rows);
        } catch (Database.Collision first) {
            return afterCollision(customerId, events);
        }
    }

    private static void checkCustomer(String customerId, DunningEvent event) {
        if (!event.customerId().equals(customerId)) {
            throw new IllegalArgumentException(
                    "event \"" + event.id() + "\" is of customer " + event.customerId() + ", not of " + customerId);
        }
    }

    private Outcome tryToAppend(
            String customerId, long expectedVersion, List<? extends DunningEvent> events, Map<String, EventRow> rows)
            throws Database.Collision {
        return database.transaction("appending events of customer " + customerId, connection -> {
            checkLetters(connection, customerId, events);
            List<DunningEvent> further = unknown(connection, customerId, events);
            if (further.isEmpty()) {
                return Outcome.KNOWN;
            }
            if (version(connection, customerId) != expectedVersion) {
                return Outcome.CONFLICT;
            }
            insert(connection, expectedVersion, further, rows);
            noteLetters(connection, customerId, further);
            return Outcome.APPENDED;
        });
    }

    /** Somebody else was faster: either they told the same, or the version is another one now. */
    private Outcome afterCollision(String customerId, List<? extends DunningEvent> events) {
        return database.read("looking again at customer " + customerId, connection -> {
            checkLetters(connection, customerId, events);
            return unknown(connection, customerId, events).isEmpty() ? Outcome.KNOWN : Outcome.CONFLICT;
        });
    }

    /** Those of the events that the customer does not have, each once. */
    private static List<DunningEvent> unknown(
            Connection connection, String customerId, List<? extends DunningEvent> events) throws SQLException {
        Map<String, DunningEvent> unknown = new LinkedHashMap<>();
        events.forEach(event -> unknown.putIfAbsent(key(event), event));
        List<String> keys = List.copyOf(unknown.keySet());
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            known(connection, customerId, some).forEach(unknown::remove);
        }
        return List.copyOf(unknown.values());
    }

    private static List<String> known(Connection connection, String customerId, List<String> keys) throws SQLException {
        List<String> known = new ArrayList<>();
        String placeholders = String.join(", ", Collections.nCopies(keys.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "select event_key from dunning_event where customer_id = ? and event_key in (" + placeholders + ")")) {
            int index = 1;
            statement.setString(index++, customerId);
            for (String key : keys) {
                statement.setString(index++, key);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
        }
        return known;
    }

    private static void insert(
            Connection connection, long version, List<DunningEvent> events, Map<String, EventRow> rows)
            throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(INSERT_EVENT);
                PreparedStatement item = connection.prepareStatement("insert into dunning_event_item"
                        + " (customer_id, event_number, line, document_id, instalment) values (?, ?, ?, ?, ?)");
                PreparedStatement instalment = connection.prepareStatement("insert into dunning_event_instalment"
                        + " (customer_id, event_number, line, due_date, amount, currency) values (?, ?, ?, ?, ?, ?)")) {
            long number = version;
            for (DunningEvent each : events) {
                number++;
                EventRow row = Objects.requireNonNull(rows.get(each.id()));
                addEvent(event, row, number, key(each));
                addItems(item, row, number);
                addInstalments(instalment, row, number);
            }
            event.executeBatch();
            item.executeBatch();
            instalment.executeBatch();
        }
    }

    private static void addEvent(PreparedStatement statement, EventRow row, long number, String key)
            throws SQLException {
        int index = 1;
        statement.setString(index++, row.customerId());
        statement.setLong(index++, number);
        statement.setString(index++, key);
        statement.setString(index++, row.kind().code());
        statement.setObject(index++, row.date());
        for (Column column : Column.values()) {
            column.write(statement, index++, row.value(column));
        }
        statement.addBatch();
    }

    private static void addItems(PreparedStatement statement, EventRow row, long number) throws SQLException {
        for (int line = 0; line < row.items().size(); line++) {
            statement.setString(1, row.customerId());
            statement.setLong(2, number);
            statement.setInt(3, line + 1);
            statement.setString(4, row.items().get(line).documentId());
            statement.setInt(5, row.items().get(line).instalment());
            statement.addBatch();
        }
    }

    private static void addInstalments(PreparedStatement statement, EventRow row, long number) throws SQLException {
        for (int line = 0; line < row.instalments().size(); line++) {
            statement.setString(1, row.customerId());
            statement.setLong(2, number);
            statement.setInt(3, line + 1);
            statement.setObject(4, row.instalments().get(line).dueDate());
            statement.setLong(5, row.instalments().get(line).amount().minorUnits());
            statement.setString(
                    6, row.instalments().get(line).amount().currency().getCurrencyCode());
            statement.addBatch();
        }
    }

    // ---- letters

    private static void checkLetters(Connection connection, String customerId, List<? extends DunningEvent> events)
            throws SQLException {
        Set<String> letters = new LinkedHashSet<>();
        for (DunningEvent event : events) {
            if (event instanceof OfLetter ofLetter) {
                letters.add(ofLetter.letterId());
            }
        }
        for (String letter : letters) {
            String owner = customerOfLetter(connection, letter).orElse(customerId);
            if (!owner.equals(customerId)) {
                throw new IllegalArgumentException(
                        "letter " + letter + " is of customer " + owner + ", not of " + customerId);
            }
        }
    }

    private static void noteLetters(Connection connection, String customerId, List<DunningEvent> events)
            throws SQLException {
        Map<String, Boolean> underWay = new LinkedHashMap<>();
        for (DunningEvent event : events) {
            if (event instanceof OfLetter ofLetter) {
                underWay.put(ofLetter.letterId(), DunningJournal.isUnderWay(ofLetter));
            }
        }
        try (PreparedStatement update =
                        connection.prepareStatement("update dunning_letter set under_way = ? where letter_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into dunning_letter (under_way, letter_id, customer_id) values (?, ?, ?)")) {
            for (Map.Entry<String, Boolean> letter : underWay.entrySet()) {
                update.setBoolean(1, letter.getValue());
                update.setString(2, letter.getKey());
                if (update.executeUpdate() == 0) {
                    insert.setBoolean(1, letter.getValue());
                    insert.setString(2, letter.getKey());
                    insert.setString(3, customerId);
                    insert.executeUpdate();
                }
            }
        }
    }

    // ---- reading

    @Override
    public long version(String customerId) {
        return database.read("reading the version of customer " + customerId, c -> version(c, customerId));
    }

    private static long version(Connection connection, String customerId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select max(event_number) from dunning_event where customer_id = ?")) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public List<DunningEvent> events(String customerId) {
        return database.read(
                "reading the events of customer " + customerId, c -> List.copyOf(EventReader.of(c, customerId)));
    }

    @Override
    public Optional<String> customerOfLetter(String letterId) {
        // ids come from the notifications of others, who may send anything
        return Keepable.isId(letterId)
                ? database.read("looking for letter " + letterId, c -> customerOfLetter(c, letterId))
                : Optional.empty();
    }

    private static Optional<String> customerOfLetter(Connection connection, String letterId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select customer_id from dunning_letter where letter_id = ?")) {
            statement.setString(1, letterId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public List<String> customersWithLettersUnderWay() {
        return database.read("looking for letters under way", connection -> {
            List<String> customers = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                            "select distinct customer_id from dunning_letter where under_way = true");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    customers.add(rows.getString(1));
                }
            }
            // databases order texts by rules of their own
            return customers.stream().sorted().toList();
        });
    }

    @Override
    public Cases cases() {
        return database.snapshot("reading all events", connection -> {
            Cases cases = Cases.of(EventReader.all(connection));
            return lastRun(connection).map(cases::ranOn).orElse(cases);
        });
    }

    // ---- runs

    @Override
    public void ranOn(LocalDate date) {
        try {
            database.transaction("noting the run of " + date, connection -> {
                if (!advanceTo(connection, date)) {
                    throw new IllegalArgumentException("the run of " + date + " comes after that of "
                            + lastRun(connection).orElseThrow() + ", which was accepted already");
                }
                return date;
            });
        } catch (Database.Collision e) {
            throw new JdbcJournalException("noting the run of " + date, e.cause());
        }
    }

    private static boolean advanceTo(Connection connection, LocalDate date) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update dunning_last_run set run_date = ? where run_date is null or run_date <= ?")) {
            statement.setObject(1, date);
            statement.setObject(2, date);
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<LocalDate> lastRun(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select run_date from dunning_last_run");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getObject(1, LocalDate.class)) : Optional.empty();
        }
    }

    // ---- keys

    private static String key(DunningEvent event) {
        try {
            byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
