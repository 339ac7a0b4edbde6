package io.receivables.payments.jdbc;

import static io.receivables.payments.desk.journal.EventSamples.T;
import static io.receivables.payments.desk.journal.EventSamples.acknowledged;
import static io.receivables.payments.desk.journal.EventSamples.cad;
import static io.receivables.payments.desk.journal.EventSamples.requested;
import static io.receivables.payments.desk.journal.EventSamples.requestedBy;
import static io.receivables.payments.desk.journal.EventSamples.settled;
import static io.receivables.payments.desk.journal.EventSamples.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.payments.desk.PaymentDesk;
import io.receivables.payments.desk.PaymentDeskOptions;
import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentJournal;
import io.receivables.payments.desk.PaymentJournal.Entry;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.PaymentJournal.Unclaimed;
import io.receivables.payments.desk.PaymentProviders;
import io.receivables.payments.desk.PaymentStage;
import io.receivables.payments.desk.SettledPage;
import io.receivables.payments.desk.journal.EventParts;
import io.receivables.payments.desk.journal.EventSamples;
import io.receivables.payments.desk.journal.PaymentJournalContract;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal keeps on every database, beside what every journal keeps. */
abstract class JdbcPaymentJournalContract extends PaymentJournalContract {
    private DataSource database;
    private Pool pool;

    /** A database of which nobody has heard. */
    abstract DataSource newDatabase();

    /** A database with the tables of a journal, the same for all tests that only fill them. */
    abstract DataSource sharedDatabase();

    @Override
    protected PaymentJournal empty() {
        use(sharedDatabase());
        for (String table : List.of("money", "document", "name", "event", "payment", "unclaimed", "cursor")) {
            Databases.execute(database, "delete from payment_journal_" + table);
        }
        Databases.execute(database, "update payment_journal_last_money set money_number = 0");
        return JdbcPaymentJournal.over(database);
    }

    private void use(DataSource used) {
        if (pool != null) {
            pool.close();
        }
        pool = new Pool(used);
        database = pool.dataSource();
    }

    /** A journal whose tables a test may spoil. */
    private PaymentJournal ofItsOwn() {
        use(newDatabase());
        return JdbcPaymentJournal.open(database);
    }

    @Override
    protected PaymentJournal another(PaymentJournal journal) {
        return JdbcPaymentJournal.over(database);
    }

    @AfterEach
    void every_connection_came_back_as_it_was() {
        pool.close();
        assertThat(pool.lent()).isPositive();
        assertThat(pool.open()).isZero();
        assertThat(pool.spoiled()).isZero();
    }

    // ---- what survives

    @Test
    void hostile_texts_come_back_as_they_were() {
        PaymentJournal journal = empty();
        List<String> texts = List.of(
                " ",
                "x'); drop table payment_journal_event; --",
                "\"quoted\" 'twice' `thrice` \\ %_ ? :name {fn now()}",
                "line\r\nline\ttab\u0001\u007f",
                "né à Šibenik, 日本語, עברית, 😀👨‍👩‍👧, e\u0301",
                "\u202eright to left\ufeff\uffff",
                "x".repeat(10_000),
                "😀".repeat(5_000));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String id = i + text.substring(0, Math.min(text.length(), 190));
            String key = i + text.substring(0, Math.min(text.length(), 9_990));
            List<PaymentEvent> events = EventSamples.ofEachKind(id, key, text);
            assertThat(journal.append(id, 0, events)).isEqualTo(Outcome.APPENDED);
            journal.keep(new Unclaimed(
                    "rail",
                    telling(PaymentFact.FAILED, key).event(text).raw(text, text).build()));
            journal.cursor(id, text);

            assertThat(EventParts.of(journal.events(id)).equals(EventParts.of(events)))
                    .isTrue();
            assertThat(journal.paymentOf("rail", key)).contains(id);
            assertThat(journal.paymentOf("rail", "ref-" + key)).contains(id);
            assertThat(journal.unclaimed("rail", key)).hasSize(1);
            assertThat(journal.cursor(id)).isEqualTo(text);
        }
        assertThat(journal.payments("", 100)).hasSize(texts.size());
        assertThat(journal.unclaimed(100))
                .extracting(each -> each.observation().rawText())
                .isEqualTo(texts);
    }

    @Test
    void what_was_said_is_kept_though_it_has_characters_that_are_none() {
        PaymentJournal journal = empty();
        String text = "nul \0, half \ud83d, other half \ude00.";
        PaymentEvent told = new PaymentEvent.Observed(
                telling(PaymentFact.SETTLED, "R").event(text).raw(text, text).build(), T);
        Unclaimed unclaimed = new Unclaimed(
                "rail", telling(PaymentFact.SETTLED, text).raw(text, text).build());
        assertThat(journal.append("P", 0, List.of(requested("P"), told))).isEqualTo(Outcome.APPENDED);
        journal.keep(unclaimed);

        assertThat(EventParts.of(journal.events("P").get(1))).isEqualTo(EventParts.of(told));
        assertThat(EventParts.of(journal.unclaimed("rail", text))).isEqualTo(EventParts.of(List.of(unclaimed)));
    }

    @Test
    void what_a_column_cannot_keep_is_refused_by_name_and_nothing_is_appended() {
        PaymentJournal journal = empty();
        String id = "the id of a payment";
        assertRefused(journal, "P\0", List.of(requested("P")), id, "NUL");
        assertRefused(journal, "half \ud83d", List.of(requested("P")), id, "surrogate");
        assertRefused(journal, "\ude00 half", List.of(requested("P")), id, "surrogate");
        assertRefused(journal, "x".repeat(201), List.of(requested("P")), id, "201", "200");
        assertRefused(journal, "P", List.of(requested("P", "F\0")), "the id of a document of payment P", "NUL");
        assertRefused(journal, "P", List.of(requestedBy("ra\0il", "P", "K")), "provider's name of payment P", "NUL");
        String name = "a key or reference of payment P";
        assertRefused(journal, "P", List.of(requestedBy("rail", "P", "K\0")), name, "NUL");
        assertRefused(journal, "P", List.of(requested("P"), settled("half \ud83d")), name, "surrogate");
        assertRefused(journal, "P", List.of(requested("P"), acknowledged("x".repeat(10_001))), name, "10001", "10000");
        PaymentEvent endless = new PaymentEvent.Absent("x".repeat(1_000_000), T);
        assertRefused(journal, "P", List.of(requested("P"), endless), "event 2 of payment P", "at most 1000000");

        assertThat(journal.payments("", 10)).isEmpty();
        assertThat(journal.events("P")).isEmpty();
        assertThat(journal.paymentOf("rail", "K-P")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.cursor("rail", "NUL \0"))
                .withMessageContaining("the cursor of rail has a NUL character");
    }

    private static void assertRefused(
            PaymentJournal journal, String paymentId, List<PaymentEvent> events, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(paymentId, 0, events))
                .withMessageContainingAll(parts);
    }

    @Test
    void what_a_column_cannot_keep_is_looked_for_and_not_found() {
        PaymentJournal journal = empty();
        for (String text : List.of("nul\0", "half \ud83d", "x".repeat(1_000_000), "' or 1=1 --")) {
            assertThat(journal.events(text)).isEmpty();
            assertThat(journal.paymentOf("rail", text)).isEmpty();
            assertThat(journal.paymentsFor(text)).isEmpty();
            assertThat(journal.unclaimed("rail", text)).isEmpty();
            assertThat(journal.dueAt(text)).isEmpty();
        }
    }

    @Test
    void names_are_kept_apart_to_the_last_character() {
        PaymentJournal journal = empty();
        String name = "字".repeat(9_999);
        journal.append("P", 0, List.of(requested("P"), acknowledged(name + "a")));
        journal.append("Q", 0, List.of(requested("Q"), acknowledged(name + "b")));

        assertThat(journal.paymentOf("rail", name + "a")).contains("P");
        assertThat(journal.paymentOf("rail", name + "b")).contains("Q");
        assertThat(journal.paymentOf("railK-", "P")).isEmpty();
    }

    // ---- the database

    @Test
    void it_can_be_read_with_sql() {
        PaymentJournal journal = empty();
        journal.append("P", 0, List.of(requested("P", "F-1"), acknowledged("R"), settled("R")));
        journal.plan("P", Optional.empty());

        assertThat(Databases.rows(
                        database,
                        "select p.payment_id, p.provider, e.event_number, e.kind, e.written_at"
                                + " from payment_journal_payment p join payment_journal_event e"
                                + " on e.payment_id = p.payment_id where p.due_at is null order by e.event_number"))
                .containsExactly(
                        "P|rail|1|requested|1777903200.123456789",
                        "P|rail|2|acknowledged|1777903200.123456789",
                        "P|rail|3|observed|1777903200.123456789");
        assertThat(Databases.rows(
                        database, "select provider, name, payment_id from payment_journal_name order by name"))
                .containsExactly("rail|K-P|P", "rail|R|P");
        assertThat(Databases.rows(database, "select document_id, payment_id from payment_journal_document"))
                .containsExactly("F-1|P");
        assertThat(Databases.rows(database, "select money_number, payment_id, event_number from payment_journal_money"))
                .containsExactly("1|P|3");
    }

    @Test
    void the_database_itself_lets_a_version_a_name_a_number_and_an_observation_in_once() {
        PaymentJournal journal = empty();
        journal.append("P", 0, List.of(requested("P"), settled("R")));
        journal.keep(new Unclaimed("rail", telling(PaymentFact.SETTLED, "S").build()));

        assertBroken(
                "payment_journal_event_pk",
                "insert into payment_journal_event (payment_id, event_number, kind, written_at, content)"
                        + " values ('P', 2, 'tried', 0, '{}')");
        assertBroken(
                "payment_journal_name_pk",
                "insert into payment_journal_name (name_key, provider, name, payment_id)"
                        + " select name_key, provider, name, payment_id from payment_journal_name");
        assertBroken(
                "payment_journal_money_pk",
                "insert into payment_journal_money (money_number, payment_id, event_number) values (1, 'P', 1)");
        assertBroken(
                "payment_journal_unclaimed_once",
                "insert into payment_journal_unclaimed (observation_key, reference_key, provider, content)"
                        + " select observation_key, reference_key, provider, content from payment_journal_unclaimed");
    }

    private void assertBroken(String constraint, String sql) {
        assertThatThrownBy(() -> Databases.execute(database, sql))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("23"))
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(constraint));
    }

    @Test
    void it_is_opened_again_and_beside_the_tables_of_others() {
        PaymentJournal journal = ofItsOwn();
        journal.append("P", 0, List.of(requested("P")));
        assertThat(JdbcPaymentJournal.open(database).events("P")).containsExactly(requested("P"));

        use(newDatabase());
        Databases.execute(database, "create table payment (id varchar(20))");
        Databases.execute(database, "create table flyway_schema_history (id varchar(20))");
        assertThat(JdbcPaymentJournal.open(database).append("P", 0, List.of(requested("P"))))
                .isEqualTo(Outcome.APPENDED);
    }

    @Test
    void what_a_later_version_wrote_is_told_as_such() {
        PaymentJournal journal = ofItsOwn();
        journal.append("P", 0, List.of(requested("P"), acknowledged("R")));
        Databases.execute(database, "update payment_journal_event set kind = 'repented' where event_number = 2");

        assertThatExceptionOfType(JdbcPaymentJournalException.class)
                .isThrownBy(() -> journal.events("P"))
                .withMessageStartingWith(
                        "reading event 2 of payment P: field \"kind\" is \"repented\", which this version")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_numbers_money_waits_for_who_did_so_before_and_what_is_no_money_waits_for_nobody() throws Exception {
        PaymentJournal journal = empty();
        assertThat(journal.append("P", 0, List.of(requested("P")))).isEqualTo(Outcome.APPENDED);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update payment_journal_last_money set money_number = money_number + 1");
            Future<Outcome> money = thread.submit(() -> journal.append("P", 1, List.of(settled("R"))));

            assertThat(journal.append("Q", 0, List.of(requested("Q"), acknowledged("S"))))
                    .isEqualTo(Outcome.APPENDED);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> money.get(200, TimeUnit.MILLISECONDS));
            assertThat(journal.events("P")).hasSize(1);
            other.rollback();
            assertThat(money.get()).isEqualTo(Outcome.APPENDED);
            other.setAutoCommit(true);
        } finally {
            thread.shutdown();
        }
        assertThat(journal.moneySince(0, 10)).containsExactly(new Entry(1, "P", 2));
    }

    // ---- what breaks

    @Test
    void a_connection_that_breaks_leaves_all_or_nothing() {
        PaymentJournal journal = empty();
        List<PaymentEvent> events =
                List.of(requested("P", "F-1", "F-2"), acknowledged("R"), settled("R"), settled("S"));
        int step = 1;
        while (!isAppended(Breaking.at(step, sharedDatabase()), events)) {
            assertThat(journal.events("P")).isEmpty();
            assertThat(journal.payments("", 10)).isEmpty();
            assertThat(journal.paymentsFor("F-1")).isEmpty();
            assertThat(journal.paymentOf("rail", "K-P")).isEmpty();
            assertThat(journal.paymentOf("rail", "R")).isEmpty();
            assertThat(journal.dueAt("P")).isEmpty();
            assertThat(journal.moneySince(0, 10)).isEmpty();
            step++;
        }

        // 4 looks, 1 payment, 2 documents, 4 events, 3 names, 2 numbers at 3 steps each, 1 commit
        assertThat(step - 1).isEqualTo(21);
        assertThat(EventParts.of(journal.events("P"))).isEqualTo(EventParts.of(events));
        assertThat(journal.moneySince(0, 10)).containsExactly(new Entry(1, "P", 3), new Entry(2, "P", 4));
    }

    private static boolean isAppended(DataSource database, List<PaymentEvent> events) {
        try {
            return JdbcPaymentJournal.over(database).append("P", 0, events) == Outcome.APPENDED;
        } catch (JdbcPaymentJournalException e) {
            assertThat(e).hasMessageStartingWith("appending events of payment P: ");
            return false;
        }
    }

    @Test
    void a_database_that_fails_says_at_what_and_nothing_is_recorded() {
        PaymentJournal journal = ofItsOwn();
        Databases.execute(database, "drop table payment_journal_money");

        assertThatExceptionOfType(JdbcPaymentJournalException.class)
                .isThrownBy(() -> journal.append("P", 0, List.of(requested("P"), settled("R"))))
                .withMessageStartingWith("appending events of payment P: ")
                .withCauseInstanceOf(SQLException.class);
        assertThatExceptionOfType(JdbcPaymentJournalException.class)
                .isThrownBy(() -> journal.moneySince(0, 1))
                .withMessageStartingWith("reading of money since 0: ");
        assertThat(journal.events("P")).isEmpty();
        assertThat(journal.paymentOf("rail", "R")).isEmpty();
    }

    @Test
    void who_gives_way_again_and_again_is_told_so() {
        PaymentJournal journal = ofItsOwn();
        // the number that is to be given is there already
        journal.append("P", 0, List.of(requested("P"), settled("R")));
        Databases.execute(database, "update payment_journal_last_money set money_number = 0");

        int before = pool.lent();
        assertThatExceptionOfType(JdbcPaymentJournalException.class)
                .isThrownBy(() -> journal.append("P", 2, List.of(settled("R"))))
                .withMessageStartingWith("appending events of payment P: ");
        assertThat(pool.lent() - before).isEqualTo(20);
        assertThat(journal.events("P")).hasSize(2);
    }

    @Test
    void connections_that_commit_by_hand_and_are_strict_are_used_as_they_are() throws Exception {
        empty();
        int each = 10;
        List<Connection> connections = new ArrayList<>();
        List<Pool> strict = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connections.add(connection);
            strict.add(new Pool(database));
            strict.get(i).add(connection);
        }
        List<Integer> appended = together(2, number -> {
            PaymentJournal journal = JdbcPaymentJournal.over(strict.get(number).dataSource());
            int done = 0;
            for (int i = 0; i < each; i++) {
                String id = number + "-" + i;
                done += journal.append(id, 0, List.of(requested(id), settled("R" + id))) == Outcome.APPENDED ? 1 : 0;
            }
            return done;
        });
        assertThat(appended).containsOnly(each);
        for (Connection connection : connections) {
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
            connection.close();
        }
        assertThat(strict).extracting(Pool::spoiled).containsOnly(0);
        assertThat(JdbcPaymentJournal.over(database).moneySince(0, 100))
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        () -> IntStream.rangeClosed(1, 2 * each).asLongStream().iterator());
    }

    // ---- desks over the database

    @Test
    void desks_over_connections_of_their_own_ask_once_and_book_once() throws Exception {
        empty();
        int payments = 6;
        int desks = 3;
        Rail rail = new Rail();
        CyclicBarrier step = new CyclicBarrier(desks, rail::settle);
        together(desks, number -> {
            PaymentDesk desk = desk(rail);
            for (int i = 0; i < payments; i++) {
                desk.request("rail", command(i));
            }
            step.await();
            return desk.work(100).observations();
        });

        PaymentDesk desk = desk(rail);
        assertThat(rail.calls()).isEqualTo(payments);
        SettledPage page = desk.settledSince("", 1_000);
        assertThat(page.isLast()).isTrue();
        assertThat(page.facts()).hasSize(2 * payments);
        assertThat(page.facts()).extracting(Fact::id).doesNotHaveDuplicates();
        assertThat(booked(page)).isEqualTo(cad("100.00").times(payments));
        assertThat(page.facts().stream().filter(Allocation.class::isInstance)).hasSize(payments);
        assertThat(desk.paymentsAfter("", 100))
                .hasSize(payments)
                .allSatisfy(payment -> assertThat(payment.stage()).isEqualTo(PaymentStage.SETTLED));
    }

    private static Money booked(SettledPage page) {
        return page.facts().stream()
                .filter(Payment.class::isInstance)
                .map(Payment.class::cast)
                .map(Payment::amount)
                .reduce(cad("0.00"), Money::plus);
    }

    private PaymentDesk desk(Rail rail) {
        return PaymentDesk.with(
                JdbcPaymentJournal.over(database),
                PaymentProviders.of(Map.of("rail", rail)),
                PaymentDeskOptions.of(InstantSource.fixed(T), ZoneOffset.UTC));
    }

    private static CollectCommand command(int number) {
        return CollectCommand.of("P-" + number, Payer.of("ACME", "Acme Inc."))
                .forItems(List.of(EventSamples.share("F-" + number, 1)))
                .build();
    }

    private interface Work<R> {
        R of(int number) throws Exception;
    }

    private static <R> List<R> together(int workers, Work<R> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<R>> tasks = IntStream.range(0, workers)
                    .mapToObj(number -> (Callable<R>) () -> {
                        start.await();
                        return work.of(number);
                    })
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
