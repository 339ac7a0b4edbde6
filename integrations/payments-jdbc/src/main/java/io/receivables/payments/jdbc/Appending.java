package io.receivables.payments.jdbc;

import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.PaymentNames;
import io.receivables.payments.spi.Share;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Appends events of one payment in a transaction: looks first whether they fit, then writes. Where another transaction comes
 * between, a primary key stops one of the two, and it looks again.
 *
 * <p>All write in one order (the payment, its events, names by their keys, the number of money last), so that none waits for
 * one that waits for it.
 */
final class Appending {
    /** An event with its JSON. */
    private record Row(PaymentEvent event, int number, String content) {}

    private final String paymentId;
    private final int version;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Prepares to append.
     *
     * @throws IllegalArgumentException if the first event of a payment is not its request, or if a text cannot be kept
     */
    Appending(String paymentId, int version, List<? extends PaymentEvent> events) {
        this.paymentId = Keepable.id("the id of a payment", paymentId);
        this.version = version;
        for (PaymentEvent event : events) {
            int number = version + rows.size() + 1;
            String what = "event " + number + " of payment " + paymentId;
            rows.add(new Row(event, number, Keepable.content(what, JsonText.of(EventJson.of(event)))));
        }
        if (isFirst() && (rows.isEmpty() || events.get(0).kind() != PaymentEvent.Kind.REQUESTED)) {
            throw new IllegalArgumentException("the events of payment " + paymentId + " do not begin with its request");
        }
    }

    private boolean isFirst() {
        return version == 0;
    }

    private Requested request() {
        return (Requested) rows.get(0).event();
    }

    Outcome in(Sql sql) throws SQLException {
        if (known(sql) != version) {
            return Outcome.CONFLICT;
        }
        String provider = isFirst() ? request().provider() : provider(sql);
        Map<String, String> names = names(provider);
        Map<String, String> further = new TreeMap<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            Optional<String> owner = owner(sql, name.getKey());
            if (owner.isEmpty()) {
                further.put(name.getKey(), name.getValue());
            } else if (!owner.get().equals(paymentId)) {
                return Outcome.NAME_TAKEN;
            }
        }
        if (isFirst()) {
            addPayment(sql);
        }
        addEvents(sql);
        addNames(sql, provider, further);
        addMoney(sql);
        return Outcome.APPENDED;
    }

    // ---- looking

    private int known(Sql sql) throws SQLException {
        return sql.first(
                        row -> row.getInt(1),
                        "select max(event_number) from payment_journal_event where payment_id = ?",
                        paymentId)
                .orElseThrow();
    }

    private String provider(Sql sql) throws SQLException {
        return sql.first(
                        row -> row.getString(1),
                        "select provider from payment_journal_payment where payment_id = ?",
                        paymentId)
                .orElseThrow();
    }

    /** The names that the events give, by their keys and in the order of these. */
    private Map<String, String> names(String provider) {
        Map<String, String> names = new TreeMap<>();
        for (Row row : rows) {
            for (String name : PaymentNames.of(row.event())) {
                names.put(
                        Key.of(provider, name),
                        Keepable.name("a key or reference of payment " + paymentId + " at its provider", name));
            }
        }
        return names;
    }

    static Optional<String> owner(Sql sql, String nameKey) throws SQLException {
        return sql.first(
                row -> row.getString(1), "select payment_id from payment_journal_name where name_key = ?", nameKey);
    }

    // ---- writing

    private void addPayment(Sql sql) throws SQLException {
        String provider = Keepable.id(
                "the provider's name of payment " + paymentId, request().provider());
        sql.update(
                "insert into payment_journal_payment (payment_id, provider, due_at) values (?, ?, ?)",
                paymentId,
                provider,
                EpochSeconds.of(request().at()));
        List<String> documents = request().command().shares().stream()
                .map(Share::documentId)
                .distinct()
                .toList();
        for (String document : documents) {
            sql.update(
                    "insert into payment_journal_document (document_id, payment_id) values (?, ?)",
                    Keepable.id("the id of a document of payment " + paymentId, document),
                    paymentId);
        }
    }

    private void addEvents(Sql sql) throws SQLException {
        for (Row row : rows) {
            sql.update(
                    "insert into payment_journal_event (payment_id, event_number, kind, written_at, content)"
                            + " values (?, ?, ?, ?, ?)",
                    paymentId,
                    row.number(),
                    row.event().kind().code(),
                    EpochSeconds.of(row.event().at()),
                    row.content());
        }
    }

    private void addNames(Sql sql, String provider, Map<String, String> names) throws SQLException {
        for (Map.Entry<String, String> name : names.entrySet()) {
            sql.update(
                    "insert into payment_journal_name (name_key, provider, name, payment_id) values (?, ?, ?, ?)",
                    name.getKey(),
                    provider,
                    name.getValue(),
                    paymentId);
        }
    }

    private void addMoney(Sql sql) throws SQLException {
        for (Row row : rows) {
            if (PaymentNames.isAboutMoney(row.event())) {
                sql.update(
                        "insert into payment_journal_money (money_number, payment_id, event_number) values (?, ?, ?)",
                        nextMoney(sql),
                        paymentId,
                        row.number());
            }
        }
    }

    /** The next number. Its row stays locked until the commit, so that numbers become visible in their order. */
    private static long nextMoney(Sql sql) throws SQLException {
        sql.update("update payment_journal_last_money set money_number = money_number + 1");
        return sql.first(row -> row.getLong(1), "select money_number from payment_journal_last_money")
                .orElseThrow();
    }
}
