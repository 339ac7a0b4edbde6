package io.receivables.dunning.jdbc;

import static io.receivables.dunning.journal.EventSamples.DAY;
import static io.receivables.dunning.journal.EventSamples.accepted;
import static io.receivables.dunning.journal.EventSamples.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.DunningJournal.Outcome;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.SendOutcome;
import io.receivables.dunning.journal.DunningJournalContract;
import io.receivables.dunning.journal.EventSamples;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal keeps on every database, beside what every journal keeps. */
abstract class JdbcJournalContract extends DunningJournalContract {
    private DataSource database;
    private Pool pool;

    /** A database of which nobody has heard. */
    abstract DataSource newDatabase();

    /** A database with the tables of a journal, the same for all tests that only fill them. */
    abstract DataSource sharedDatabase();

    @Override
    protected DunningJournal empty() {
        use(sharedDatabase());
        for (String table : List.of("event_item", "event_instalment", "letter", "event")) {
            Databases.execute(database, "delete from dunning_" + table);
        }
        Databases.execute(database, "update dunning_last_run set run_date = null");
        return JdbcJournal.over(database);
    }

    private void use(DataSource used) {
        if (pool != null) {
            pool.close();
        }
        pool = new Pool(used);
        database = pool.dataSource();
    }

    /** A journal whose tables a test may spoil. */
    private DunningJournal ofItsOwn() {
        use(newDatabase());
        return JdbcJournal.open(database);
    }

    @Override
    protected DunningJournal another(DunningJournal journal) {
        return JdbcJournal.over(database);
    }

    // ---- what survives

    @Test
    void hostile_texts_come_back_as_they_were() {
        DunningJournal journal = empty();
        List<String> texts = List.of(
                "",
                " ",
                "x'); drop table dunning_event; --",
                "\"quoted\" 'twice' `thrice` \\ %_ ? :name {fn now()}",
                "line\r\nline\ttab\u0001\u007f",
                "né à Šibenik, 日本語, עברית, 😀👨‍👩‍👧, e\u0301",
                "\u202eright to left\ufeff\uffff",
                "x".repeat(10_000),
                "😀".repeat(5_000));
        long version = 0;
        List<DunningEvent> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String id = text.isBlank() ? "blank " + i : i + text.substring(0, Math.min(text.length(), 190));
            List<DunningEvent> events = EventSamples.ofEachKind("A'\"; --é😀", id, text, i + 1);
            assertThat(journal.append("A'\"; --é😀", version, events)).isEqualTo(Outcome.APPENDED);
            version += events.size();
            all.addAll(events);
        }

        assertThat(journal.events("A'\"; --é😀").equals(all)).isTrue();
        assertThat(journal.cases().events("A'\"; --é😀").equals(all)).isTrue();
        assertThat(journal.version("A'\"; --é😀")).isEqualTo(all.size());
    }

    @Test
    void ids_of_the_greatest_length_are_kept_apart_to_the_last_character() {
        DunningJournal journal = empty();
        String customer = "é".repeat(199);
        String letter = "字".repeat(199);
        for (String end : List.of("a", "b")) {
            String id = customer + end;
            assertThat(journal.append(id, 0, List.of(accepted(id, letter + end, "D".repeat(199) + end))))
                    .isEqualTo(Outcome.APPENDED);
        }

        assertThat(journal.customerOfLetter(letter + "b")).contains(customer + "b");
        assertThat(journal.customersWithLettersUnderWay()).containsExactly(customer + "a", customer + "b");
    }

    @Test
    void random_texts_of_any_characters_come_back_as_they_were() {
        DunningJournal journal = empty();
        Random random = new Random(20261122);
        List<DunningEvent> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = i + randomText(random, 1 + random.nextInt(90));
            all.addAll(EventSamples.ofEachKind("A", id, randomText(random, random.nextInt(300)), 1 + random.nextInt(90))
                    .subList(0, 12));
        }
        journal.append("A", 0, all);

        List<DunningEvent> distinct = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        all.stream().filter(event -> ids.add(event.id())).forEach(distinct::add);
        assertThat(journal.events("A").equals(distinct)).isTrue();
    }

    /** Any characters that are some, at least one of them not blank. */
    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder("x");
        while (text.length() < length) {
            int character = random.nextInt(Character.MAX_CODE_POINT) + 1;
            boolean isCharacter = character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE;
            if (isCharacter && character != ':') {
                text.appendCodePoint(random.nextBoolean() ? character : 1 + character % 255);
            }
        }
        return text.toString().replace(':', ';');
    }

    @Test
    void what_cannot_be_kept_is_refused_by_name_and_nothing_is_appended() {
        DunningJournal journal = empty();
        assertRefused(journal, new InsolvencyOpened("A", DAY, "x".repeat(10_001)), "WORDS", "10001", "10000");
        assertRefused(journal, new InsolvencyOpened("A", DAY, "nul\0"), "WORDS", "NUL");
        assertRefused(journal, new InsolvencyOpened("A", DAY, "half \ud83d"), "WORDS", "surrogate");
        assertRefused(journal, new InsolvencyOpened("A", DAY, "\ude00 half"), "WORDS", "surrogate");
        assertRefused(journal, new LetterSending("L\0", "A", DAY, 1), "LETTER_ID", "NUL");
        assertRefused(journal, new InsolvencyOpened("A", LocalDate.of(10_000, 1, 1), ""), "event_date", "10000");
        assertRefused(journal, new InsolvencyOpened("A", LocalDate.of(0, 12, 31), ""), "event_date", "0000");
        assertRefused(
                journal,
                new HoldSet("H", "A", DAY, List.of(), LocalDate.MAX, HoldReason.MANUAL, ""),
                "UNTIL_DATE",
                "9999");
        assertThat(journal.version("A")).isZero();
        assertThat(journal.append("A", 0, List.of(new InsolvencyOpened("A", LocalDate.of(9999, 12, 31), ""))))
                .isEqualTo(Outcome.APPENDED);
        assertThat(journal.append("A", 1, List.of(new InsolvencyOpened("A", LocalDate.of(1, 1, 1), ""))))
                .isEqualTo(Outcome.APPENDED);
        assertThat(journal.events("A"))
                .extracting(DunningEvent::date)
                .containsExactly(LocalDate.of(9999, 12, 31), LocalDate.of(1, 1, 1));
    }

    private static void assertRefused(DunningJournal journal, DunningEvent event, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append("A", 0, List.of(call("A", "C"), event)))
                .withMessageContainingAll(parts)
                .withMessageContaining(event.kind().code());
    }

    @Test
    void the_letter_of_a_notification_that_makes_no_sense_is_unknown() {
        DunningJournal journal = empty();

        assertThat(journal.customerOfLetter("nul\0")).isEmpty();
        assertThat(journal.customerOfLetter("half \ud83d")).isEmpty();
        assertThat(journal.customerOfLetter("x".repeat(1_000_000))).isEmpty();
        assertThat(journal.customerOfLetter("' or 1=1 --")).isEmpty();
    }

    // ---- the database

    @Test
    void events_can_be_read_with_sql() throws SQLException {
        DunningJournal journal = empty();
        journal.append("A", 0, EventSamples.ofEachKind("A", "id", "in words", 1));

        assertThat(rows("select customer_id, event_number, kind, document_id, instalment, step, amount, currency"
                        + " from dunning_event where kind = 'action-accepted'"))
                .containsExactly("A|1|action-accepted|id|1|level-1|101|CAD");
        assertThat(rows(
                        "select e.kind, i.line, i.document_id, i.instalment from dunning_event e join dunning_event_item i"
                                + " on e.customer_id = i.customer_id and e.event_number = i.event_number"
                                + " where e.kind = 'call-made' order by i.line"))
                .containsExactly("call-made|1|id|1", "call-made|2|id|0", "call-made|3|id|2");
        assertThat(rows("select due_date, amount, currency from dunning_event_instalment order by line"))
                .containsExactly("2026-05-05|101|CAD", "2026-05-06|7|JPY");
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i).strip());
                }
                found.add(String.join("|", row));
            }
        }
        return found;
    }

    @Test
    void the_database_itself_lets_an_event_and_a_version_in_once() {
        DunningJournal journal = empty();
        journal.append("A", 0, List.of(call("A", "C-1"), call("A", "C-2")));
        String copy = "insert into dunning_event (customer_id, event_number, event_key, kind, event_date)"
                + " select customer_id, NUMBER, KEY, kind, event_date from dunning_event where event_number = 1";

        assertBroken("dunning_event_once", copy.replace("NUMBER", "3").replace("KEY", "event_key"));
        assertBroken("dunning_event_pk", copy.replace("NUMBER", "2").replace("KEY", "'x'"));
        assertThat(journal.version("A")).isEqualTo(2);
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
        DunningJournal journal = ofItsOwn();
        journal.append("A", 0, List.of(call("A", "C-1")));
        assertThat(JdbcJournal.open(database).events("A")).containsExactly(call("A", "C-1"));

        use(newDatabase());
        Databases.execute(database, "create table customers (id varchar(20))");
        Databases.execute(database, "create table flyway_schema_history (id varchar(20))");
        assertThat(JdbcJournal.open(database).append("A", 0, List.of(call("A", "C-1"))))
                .isEqualTo(Outcome.APPENDED);
    }

    @Test
    void many_events_are_read_through_a_cursor_with_what_belongs_to_them() {
        DunningJournal journal = empty();
        int customers = 5;
        for (int i = 0; i < customers; i++) {
            String customer = "customer " + i;
            List<DunningEvent> events = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                events.addAll(EventSamples.ofEachKind(customer, i + "-" + number, "text", number));
            }
            journal.append(customer, 0, events);
        }

        Cases cases = journal.cases();

        for (int i = 0; i < customers; i++) {
            assertThat(cases.events("customer " + i))
                    .isEqualTo(journal.events("customer " + i))
                    .hasSize(96);
        }
    }

    // ---- connections

    @AfterEach
    void every_connection_came_back_as_it_was() {
        pool.close();
        assertThat(pool.lent()).isPositive();
        assertThat(pool.open()).isZero();
        assertThat(pool.spoiled()).isZero();
    }

    @Test
    void connections_come_back_after_a_refusal() {
        DunningJournal journal = empty();
        journal.append("A", 0, List.of(accepted("A", "L", "F")));
        journal.ranOn(DAY);

        assertThatIllegalArgumentException().isThrownBy(() -> journal.append("B", 0, List.of(accepted("B", "L", "F"))));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.ranOn(DAY.minusDays(1)));
        assertThat(journal.append("A", 0, List.of(call("A", "C")))).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void a_connection_that_commits_by_hand_and_is_strict_is_used_as_it_is() throws SQLException {
        empty();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            Pool strict = new Pool(database);
            strict.add(connection);
            DunningJournal journal = JdbcJournal.over(strict.dataSource());

            assertThat(journal.append("A", 0, List.of(call("A", "C")))).isEqualTo(Outcome.APPENDED);
            assertThat(journal.cases().events("A")).hasSize(1);
            assertThat(strict.lent()).isEqualTo(2);
            assertThat(strict.spoiled()).isZero();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
        assertThat(JdbcJournal.over(database).version("A")).isEqualTo(1);
    }

    @Test
    void a_database_that_fails_says_at_what_and_nothing_is_recorded() {
        DunningJournal journal = ofItsOwn();
        Databases.execute(database, "drop table dunning_letter");

        assertThatExceptionOfType(JdbcJournalException.class)
                .isThrownBy(() -> journal.append("A", 0, List.of(call("A", "C"), accepted("A", "L", "F"))))
                .withMessageContaining("customer A")
                .withCauseInstanceOf(SQLException.class);
        assertThatExceptionOfType(JdbcJournalException.class)
                .isThrownBy(() -> journal.customersWithLettersUnderWay())
                .withMessageContaining("letters under way");
        assertThat(journal.version("A")).isZero();
    }

    @Test
    void an_append_that_fails_half_way_leaves_nothing_behind() {
        DunningJournal journal = ofItsOwn();
        Databases.execute(database, "alter table dunning_event_instalment add constraint few check (amount < 100)");
        List<DunningEvent> events = EventSamples.ofEachKind("A", "id", "text", 1);

        assertThatExceptionOfType(JdbcJournalException.class)
                .isThrownBy(() -> journal.append("A", 0, events))
                .withMessageContaining("customer A");

        assertThat(journal.version("A")).isZero();
        assertThat(journal.customerOfLetter("id")).isEmpty();
    }

    // ---- desks over the database

    @Test
    void several_desks_over_connections_of_their_own_send_each_letter_once() throws Exception {
        empty();
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        int desks = 3;
        CyclicBarrier together = new CyclicBarrier(desks);
        ExecutorService threads = Executors.newFixedThreadPool(desks);
        try {
            List<Future<Integer>> accepted = new ArrayList<>();
            for (int i = 0; i < desks; i++) {
                accepted.add(threads.submit(() -> {
                    Office office = new Office(JdbcJournal.over(database));
                    together.await();
                    int letters = office.accept().accepted().size();
                    together.await();
                    office.dispatch(letter -> {
                        sent.add(letter.customer().id());
                        return SendOutcome.sent("");
                    });
                    return letters;
                }));
            }
            int total = 0;
            for (Future<Integer> each : accepted) {
                total += each.get();
            }
            assertThat(total).isEqualTo(Office.CUSTOMERS);
        } finally {
            threads.shutdown();
        }

        assertThat(sent).hasSize(Office.CUSTOMERS).doesNotHaveDuplicates();
        assertThat(JdbcJournal.over(database).customersWithLettersUnderWay()).isEmpty();
    }

    @Test
    void a_desk_goes_on_where_another_process_died() {
        Office first = new Office(empty());
        first.accept();
        List<String> arrived = new ArrayList<>();
        assertThatThrownBy(() -> first.dispatch(letter -> {
                    if (arrived.size() == 2) {
                        throw new AssertionError("killed");
                    }
                    arrived.add(letter.key());
                    return SendOutcome.sent("");
                }))
                .isInstanceOf(AssertionError.class);

        Office second = new Office(JdbcJournal.over(database));
        LetterSender provider = new LetterSender() {
            @Override
            public SendOutcome send(OutgoingLetter letter) {
                arrived.add(letter.key());
                return SendOutcome.sent("");
            }

            @Override
            public SendOutcome find(String key) {
                return arrived.contains(key) ? SendOutcome.sent("") : SendOutcome.notSent("never seen");
            }
        };
        assertThat(second.resume(provider).failed()).hasSize(1);
        assertThat(second.accept().accepted()).isEmpty();
        second.dispatch(provider);

        assertThat(arrived).hasSize(Office.CUSTOMERS).doesNotHaveDuplicates();
        assertThat(second.dispatch(provider).sent()).isEmpty();
    }
}
