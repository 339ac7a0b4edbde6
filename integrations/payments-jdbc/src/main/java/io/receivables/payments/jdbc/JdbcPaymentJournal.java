package io.receivables.payments.jdbc;

import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentJournal;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a relational database, for several processes at once. It runs on H2 and on PostgreSQL, and is tested on both.
 *
 * <p>Each call is one transaction; every text goes through a prepared statement. Where concurrent transactions stand in each
 * other's way, also as a deadlock or a failed serialization, the one that was undone looks again and works anew: callers see
 * an {@link PaymentJournal.Outcome}. After twenty such turns, and at any other failure of the database, they see a {@link
 * JdbcPaymentJournalException}. Any isolation of connections will do; with a stricter one than {@code READ COMMITTED} more is
 * done anew. All connections lead to one database: a copy that lags behind does not show what was answered before.
 *
 * <table>
 *   <caption>Tables</caption>
 *   <tr><th>Name</th><th>What a row is</th></tr>
 *   <tr><td>payment_journal_payment</td><td>a payment: its provider, and when it is due</td></tr>
 *   <tr><td>payment_journal_event</td><td>an event: number, kind and time, and JSON for what it says</td></tr>
 *   <tr><td>payment_journal_name</td><td>a key or reference of a payment at its provider, which is no other's</td></tr>
 *   <tr><td>payment_journal_document</td><td>a document that a payment is for</td></tr>
 *   <tr><td>payment_journal_money</td><td>an event that says of money, with its number among these</td></tr>
 *   <tr><td>payment_journal_last_money</td><td>the last of these numbers; the only row</td></tr>
 *   <tr><td>payment_journal_unclaimed</td><td>an observation that is nobody's so far, as JSON</td></tr>
 *   <tr><td>payment_journal_cursor</td><td>how far a provider's history was read</td></tr>
 * </table>
 *
 * <p>Events hold personal data: who is asked to pay, their address, telephone and language, and the link to pay by, which
 * shows who owes. They hold no secret of a provider's configuration.
 *
 * <p>What events and observations say is kept whatever its characters, up to 1,000,000 characters of JSON. Ids of payments,
 * documents and providers have up to 200 characters, keys and references up to 10,000, neither with NUL characters nor with
 * halves of surrogate pairs; others are refused with an {@link IllegalArgumentException}, never cut. Payments come in the
 * order that the database has for texts.
 */
public final class JdbcPaymentJournal implements PaymentJournal {
    private static final String MIGRATIONS = "classpath:io/receivables/payments-jdbc";

    /** Flyway's own table of what it did, apart from those of the application. */
    private static final String HISTORY = "payment_journal_schema_history";

    private final Database database;

    private JdbcPaymentJournal(DataSource dataSource) {
        this.database = new Database(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Opens the journal in the default schema of a data source's connections, after bringing its tables up to date.
     *
     * @throws org.flywaydb.core.api.FlywayException if the tables are not those of this version or an earlier one
     */
    public static JdbcPaymentJournal open(DataSource dataSource) {
        migrate(dataSource);
        return over(dataSource);
    }

    /** The journal, where the tables are up to date: for applications whose own account may not create tables. */
    public static JdbcPaymentJournal over(DataSource dataSource) {
        return new JdbcPaymentJournal(dataSource);
    }

    /** Creates the tables, or brings them up to date; other tables of the schema are left alone. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(JdbcPaymentJournal.class.getClassLoader())
                .dataSource(dataSource)
                .locations(MIGRATIONS)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    // ---- events

    @Override
    public Outcome append(String paymentId, int expectedVersion, List<? extends PaymentEvent> events) {
        Appending appending = new Appending(paymentId, expectedVersion, events);
        return database.transaction("appending events of payment " + paymentId, appending::in);
    }

    /** An event as it is kept. */
    private record KeptEvent(int number, String kind, Instant at, String content) {
        PaymentEvent of(String paymentId) {
            return JsonText.read(
                    "event " + number + " of payment " + paymentId, content, json -> EventJson.event(kind, at, json));
        }
    }

    @Override
    public List<PaymentEvent> events(String paymentId) {
        if (!Keepable.isId(paymentId)) {
            return List.of();
        }
        List<KeptEvent> kept = database.transaction(
                "reading the events of payment " + paymentId,
                sql -> sql.list(
                        row -> new KeptEvent(
                                row.getInt(1),
                                row.getString(2),
                                EpochSeconds.instant(row.getBigDecimal(3)),
                                row.getString(4)),
                        "select event_number, kind, written_at, content from payment_journal_event"
                                + " where payment_id = ? order by event_number",
                        paymentId));
        return kept.stream().map(each -> each.of(paymentId)).toList();
    }

    @Override
    public Optional<String> paymentOf(String provider, String name) {
        String key = Key.of(provider, name);
        return database.transaction("looking for a payment of " + provider, sql -> Appending.owner(sql, key));
    }

    @Override
    public List<String> paymentsFor(String documentId) {
        if (!Keepable.isId(documentId)) {
            return List.of();
        }
        return texts(
                "looking for the payments of document " + documentId,
                "select payment_id from payment_journal_document where document_id = ? order by payment_id",
                documentId);
    }

    @Override
    public List<String> payments(String after, int most) {
        return texts(
                "reading the payments after " + after,
                "select payment_id from payment_journal_payment where payment_id > ? order by payment_id limit ?",
                after,
                most);
    }

    private List<String> texts(String what, String query, Object... values) {
        return List.copyOf(database.transaction(what, sql -> sql.list(row -> row.getString(1), query, values)));
    }

    @Override
    public List<Entry> moneySince(long position, int most) {
        return List.copyOf(database.transaction(
                "reading of money since " + position,
                sql -> sql.list(
                        row -> new Entry(row.getLong(1), row.getString(2), row.getInt(3)),
                        "select money_number, payment_id, event_number from payment_journal_money"
                                + " where money_number > ? order by money_number limit ?",
                        position,
                        most)));
    }

    // ---- what is due

    @Override
    public List<Due> due(Instant now, int most) {
        return List.copyOf(database.transaction(
                "looking for payments that are due",
                sql -> sql.list(
                        row -> new Due(row.getString(1), EpochSeconds.instant(row.getBigDecimal(2))),
                        "select payment_id, due_at from payment_journal_payment"
                                + " where due_at <= ? order by due_at, payment_id limit ?",
                        EpochSeconds.of(now),
                        most)));
    }

    @Override
    public boolean move(Due from, Optional<Instant> to) {
        return database.transaction(
                "moving the time of payment " + from.paymentId(),
                sql -> sql.update(
                                "update payment_journal_payment set due_at = ? where payment_id = ? and due_at = ?",
                                secondsOrNull(to),
                                from.paymentId(),
                                EpochSeconds.of(from.at()))
                        == 1);
    }

    @Override
    public void plan(String paymentId, Optional<Instant> at) {
        database.transaction(
                "planning payment " + paymentId,
                sql -> sql.update(
                        "update payment_journal_payment set due_at = ? where payment_id = ?",
                        secondsOrNull(at),
                        paymentId));
    }

    private static @Nullable BigDecimal secondsOrNull(Optional<Instant> at) {
        return at.map(EpochSeconds::of).orElse(null);
    }

    @Override
    public Optional<Instant> dueAt(String paymentId) {
        if (!Keepable.isId(paymentId)) {
            return Optional.empty();
        }
        return database.transaction(
                "looking when payment " + paymentId + " is due",
                sql -> sql.first(
                        row -> EpochSeconds.instant(row.getBigDecimal(1)),
                        "select due_at from payment_journal_payment where payment_id = ? and due_at is not null",
                        paymentId));
    }

    // ---- what is nobody's so far

    @Override
    public void keep(Unclaimed unclaimed) {
        String what = "keeping an observation of " + unclaimed.provider();
        String provider = Keepable.id("the name of a provider", unclaimed.provider());
        String content = Keepable.content(what, JsonText.of(ObservationJson.of(unclaimed.observation())));
        database.transaction(what, sql -> isKept(sql, unclaimed) ? 0 : insert(sql, unclaimed, provider, content));
    }

    private static boolean isKept(Sql sql, Unclaimed unclaimed) throws SQLException {
        return sql.first(
                        row -> row.getLong(1),
                        "select kept_number from payment_journal_unclaimed where observation_key = ?",
                        observationKey(unclaimed))
                .isPresent();
    }

    private static int insert(Sql sql, Unclaimed unclaimed, String provider, String content) throws SQLException {
        return sql.update(
                "insert into payment_journal_unclaimed (observation_key, reference_key, provider, content)"
                        + " values (?, ?, ?, ?)",
                observationKey(unclaimed),
                Key.of(provider, unclaimed.observation().providerRef()),
                provider,
                content);
    }

    private static String observationKey(Unclaimed unclaimed) {
        return Key.of(
                unclaimed.provider(),
                unclaimed.observation().providerRef(),
                unclaimed.observation().eventId());
    }

    @Override
    public void drop(Unclaimed claimed) {
        database.transaction(
                "dropping an observation of " + claimed.provider(),
                sql -> sql.update(
                        "delete from payment_journal_unclaimed where observation_key = ?", observationKey(claimed)));
    }

    @Override
    public List<Unclaimed> unclaimed(String provider, String providerRef) {
        return readUnclaimed("where reference_key = ? order by kept_number", Key.of(provider, providerRef));
    }

    @Override
    public List<Unclaimed> unclaimed(int most) {
        return readUnclaimed("order by kept_number limit ?", most);
    }

    /** An observation as it is kept. */
    private record KeptObservation(String provider, String content) {
        Unclaimed unclaimed() {
            return new Unclaimed(
                    provider,
                    JsonText.read(
                            "an observation of " + provider + " that is nobody's",
                            content,
                            ObservationJson::observation));
        }
    }

    private List<Unclaimed> readUnclaimed(String which, Object value) {
        List<KeptObservation> kept = database.transaction(
                "reading observations that are nobody's",
                sql -> sql.list(
                        row -> new KeptObservation(row.getString(1), row.getString(2)),
                        "select provider, content from payment_journal_unclaimed " + which,
                        value));
        return kept.stream().map(KeptObservation::unclaimed).toList();
    }

    // ---- how far histories were read

    @Override
    public String cursor(String provider) {
        return database.transaction(
                "looking how far the history of " + provider + " was read",
                sql -> sql.first(
                                row -> row.getString(1),
                                "select read_up_to from payment_journal_cursor where provider = ?",
                                provider)
                        .orElse(""));
    }

    @Override
    public void cursor(String provider, String cursor) {
        String name = Keepable.id("the name of a provider", provider);
        String kept = Keepable.name("the cursor of " + provider, cursor);
        database.transaction("noting how far the history of " + provider + " was read", sql -> {
            int moved = sql.update("update payment_journal_cursor set read_up_to = ? where provider = ?", kept, name);
            return moved == 1
                    ? moved
                    : sql.update("insert into payment_journal_cursor (read_up_to, provider) values (?, ?)", kept, name);
        });
    }
}
