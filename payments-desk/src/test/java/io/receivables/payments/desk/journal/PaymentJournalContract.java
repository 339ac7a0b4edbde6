package io.receivables.payments.desk.journal;

import static io.receivables.payments.desk.journal.EventSamples.T;
import static io.receivables.payments.desk.journal.EventSamples.acknowledged;
import static io.receivables.payments.desk.journal.EventSamples.cad;
import static io.receivables.payments.desk.journal.EventSamples.observed;
import static io.receivables.payments.desk.journal.EventSamples.requested;
import static io.receivables.payments.desk.journal.EventSamples.requestedBy;
import static io.receivables.payments.desk.journal.EventSamples.settled;
import static io.receivables.payments.desk.journal.EventSamples.telling;
import static io.receivables.payments.desk.journal.EventSamples.tried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentJournal;
import io.receivables.payments.desk.PaymentJournal.Due;
import io.receivables.payments.desk.PaymentJournal.Entry;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.PaymentJournal.Unclaimed;
import io.receivables.payments.spi.PaymentFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal keeps. A test of an implementation extends it and says how to open an empty one. */
public abstract class PaymentJournalContract {
    private static final int THREADS = 4;

    /** So many that those who append are at it at the same time. */
    private static final int MONEY_OF_EACH = 8;

    private PaymentJournal journal;

    /** A journal in which there is nothing yet. */
    protected abstract PaymentJournal empty();

    /** Another door to the same journal, such as one with a connection of its own. */
    protected abstract PaymentJournal another(PaymentJournal journal);

    @BeforeEach
    void open() {
        journal = empty();
    }

    private void appended(String paymentId, int version, PaymentEvent... events) {
        assertThat(journal.append(paymentId, version, List.of(events))).isEqualTo(Outcome.APPENDED);
    }

    // ---- appending

    @Test
    void an_empty_journal_knows_nothing() {
        assertThat(journal.events("P")).isEmpty();
        assertThat(journal.paymentOf("rail", "K-P")).isEmpty();
        assertThat(journal.paymentsFor("F-P")).isEmpty();
        assertThat(journal.payments("", 10)).isEmpty();
        assertThat(journal.moneySince(0, 10)).isEmpty();
        assertThat(journal.due(Instant.MAX, 10)).isEmpty();
        assertThat(journal.dueAt("P")).isEmpty();
        assertThat(journal.unclaimed(10)).isEmpty();
        assertThat(journal.unclaimed("rail", "R")).isEmpty();
        assertThat(journal.cursor("rail")).isEmpty();
    }

    @Test
    void events_are_kept_in_order() {
        appended("P", 0, requested("P"), tried(1));
        appended("P", 2, acknowledged("R"));

        assertThat(another(journal).events("P")).containsExactly(requested("P"), tried(1), acknowledged("R"));
    }

    @Test
    void events_of_every_kind_come_back_as_they_were() {
        List<PaymentEvent> all = EventSamples.ofEachKind("P", "K", "in words");
        assertThat(journal.append("P", 0, all)).isEqualTo(Outcome.APPENDED);

        Set<PaymentEvent.Kind> kinds = EnumSet.noneOf(PaymentEvent.Kind.class);
        all.forEach(event -> kinds.add(event.kind()));
        assertThat(kinds).containsExactlyInAnyOrder(PaymentEvent.Kind.values());
        assertThat(EventParts.of(another(journal).events("P"))).isEqualTo(EventParts.of(all));
    }

    @Test
    void payments_are_counted_apart() {
        appended("P", 0, requested("P"));
        appended("p", 0, requested("p"), tried(1));
        appended("P ", 0, requested("P "));

        assertThat(journal.events("P")).containsExactly(requested("P"));
        assertThat(journal.events("p")).hasSize(2);
        assertThat(journal.events("P ")).containsExactly(requested("P "));
    }

    @Test
    void who_decided_on_another_version_appends_nothing() {
        appended("P", 0, requested("P"), tried(1));

        assertThat(journal.append("P", 0, List.of(requested("P")))).isEqualTo(Outcome.CONFLICT);
        for (int version : new int[] {-1, 1, 3}) {
            assertThat(journal.append("P", version, List.of(settled("R")))).isEqualTo(Outcome.CONFLICT);
        }
        assertThat(journal.append("Q", 1, List.of(settled("R")))).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.events("P")).hasSize(2);
        assertThat(journal.events("Q")).isEmpty();
        assertThat(journal.paymentOf("rail", "R")).isEmpty();
        assertThat(journal.moneySince(0, 10)).isEmpty();
    }

    @Test
    void a_payment_begins_with_its_request() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append("P", 0, List.of(tried(1), requested("P"))))
                .withMessageContaining("payment P");
        assertThatIllegalArgumentException().isThrownBy(() -> journal.append("P", 0, List.of()));
        assertThat(journal.events("P")).isEmpty();
        assertThat(journal.payments("", 10)).isEmpty();
    }

    @Test
    void what_was_read_does_not_change_and_cannot_be_changed() {
        appended("P", 0, requested("P"), settled("R"));
        List<PaymentEvent> events = journal.events("P");
        List<Entry> money = journal.moneySince(0, 10);
        List<Due> due = journal.due(T, 10);
        appended("P", 2, observed(PaymentFact.RETURNED, "R"));
        journal.plan("P", Optional.empty());

        assertThat(events).hasSize(2);
        assertThat(money).hasSize(1);
        assertThat(due).hasSize(1);
        for (List<?> each : List.of(
                events,
                money,
                due,
                journal.payments("", 10),
                journal.paymentsFor("F-P"),
                journal.unclaimed(10),
                journal.unclaimed("rail", "R"))) {
            assertThatThrownBy(() -> each.add(null)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    // ---- names

    @Test
    void a_payment_is_found_by_its_key_and_by_every_reference_at_its_provider() {
        appended("P", 0, requested("P"), acknowledged("R-1"), observed(PaymentFact.DELIVERED, "R-2"));

        for (String name : List.of("K-P", "R-1", "R-2")) {
            assertThat(another(journal).paymentOf("rail", name)).contains("P");
        }
        assertThat(journal.paymentOf("rail", "P")).isEmpty();
        assertThat(journal.paymentOf("rail", "k-p")).isEmpty();
        assertThat(journal.paymentOf("other rail", "R-1")).isEmpty();
    }

    @Test
    void a_name_is_one_payments_at_a_provider_and_may_be_anothers_at_another() {
        appended("P", 0, requested("P"), acknowledged("R"));
        appended("P", 2, acknowledged("R"), settled("R"));
        appended("Q", 0, requestedBy("other rail", "Q", "K-P"), acknowledged("R"));

        assertThat(journal.paymentOf("rail", "R")).contains("P");
        assertThat(journal.paymentOf("other rail", "R")).contains("Q");
        assertThat(journal.paymentOf("other rail", "K-P")).contains("Q");
    }

    @Test
    void of_events_with_a_name_of_another_payment_none_is_appended() {
        appended("P", 0, requested("P"), acknowledged("R"));
        appended("Q", 0, requested("Q"));

        assertThat(journal.append("Q", 1, List.of(acknowledged("new"), settled("R"))))
                .isEqualTo(Outcome.NAME_TAKEN);
        assertThat(journal.append("N", 0, List.of(requestedBy("rail", "N", "R", "F-N"), settled("S"))))
                .isEqualTo(Outcome.NAME_TAKEN);

        assertThat(journal.events("Q")).hasSize(1);
        assertThat(journal.events("N")).isEmpty();
        assertThat(journal.payments("", 10)).containsExactly("P", "Q");
        assertThat(journal.paymentsFor("F-N")).isEmpty();
        assertThat(journal.dueAt("N")).isEmpty();
        assertThat(journal.paymentOf("rail", "new")).isEmpty();
        assertThat(journal.paymentOf("rail", "S")).isEmpty();
        assertThat(journal.moneySince(0, 10)).isEmpty();
    }

    @Test
    void a_wrong_version_is_told_before_a_name_that_is_taken() {
        appended("P", 0, requested("P"), acknowledged("R"));

        assertThat(journal.append("Q", 1, List.of(acknowledged("R")))).isEqualTo(Outcome.CONFLICT);
    }

    // ---- lists

    @Test
    void the_payments_of_a_document_come_by_id_each_once() {
        appended("Q", 0, requested("Q", "F-1", "F-2"));
        appended("P", 0, requested("P", "F-2", "F-2"));

        assertThat(journal.paymentsFor("F-1")).containsExactly("Q");
        assertThat(journal.paymentsFor("F-2")).containsExactly("P", "Q");
        assertThat(journal.paymentsFor("f-2")).isEmpty();
    }

    @Test
    void payments_come_by_id_page_by_page() {
        for (String id : List.of("C", "A", "B", "D")) {
            appended(id, 0, requested(id));
        }

        assertThat(journal.payments("", 3)).containsExactly("A", "B", "C");
        assertThat(journal.payments("C", 3)).containsExactly("D");
        assertThat(journal.payments("D", 3)).isEmpty();
        assertThat(journal.payments("AA", 1)).containsExactly("B");
    }

    // ---- money

    @Test
    void what_says_of_money_is_numbered_from_1_with_its_payment_and_version() {
        Observed fee = new Observed(
                telling(PaymentFact.DELIVERED, "R-Q").fee(cad("1.00")).build(), T);
        appended("P", 0, requested("P"), observed(PaymentFact.DELIVERED, "R-P"), settled("R-P"));
        appended("Q", 0, requested("Q"), fee);
        appended("P", 3, observed(PaymentFact.RETURNED, "R-P"), observed(PaymentFact.PARTIALLY_SETTLED, "R-P"));

        assertThat(journal.moneySince(0, 10))
                .containsExactly(
                        new Entry(1, "P", 3), new Entry(2, "Q", 2), new Entry(3, "P", 4), new Entry(4, "P", 5));
        assertThat(journal.moneySince(1, 2)).containsExactly(new Entry(2, "Q", 2), new Entry(3, "P", 4));
        assertThat(journal.moneySince(4, 10)).isEmpty();
        assertThat(journal.moneySince(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void an_append_that_came_to_nothing_takes_no_number() {
        appended("P", 0, requested("P"), settled("R"));
        assertThat(journal.append("P", 0, List.of(requested("P"), settled("R"))))
                .isEqualTo(Outcome.CONFLICT);
        assertThat(journal.append("Q", 0, List.of(requested("Q"), settled("S"), settled("R"))))
                .isEqualTo(Outcome.NAME_TAKEN);
        appended("P", 2, settled("R"));

        assertThat(journal.moneySince(0, 10)).containsExactly(new Entry(1, "P", 2), new Entry(2, "P", 3));
    }

    // ---- what is due

    @Test
    void a_payment_is_due_from_the_time_of_its_request_to_the_nanosecond() {
        appended("P", 0, requested("P"), tried(1));

        assertThat(journal.dueAt("P")).contains(T);
        assertThat(journal.due(T.minusNanos(1), 10)).isEmpty();
        assertThat(journal.due(T, 10)).containsExactly(new Due("P", T));
        assertThat(journal.due(T.plusNanos(1), 10)).containsExactly(new Due("P", T));
    }

    @Test
    void events_after_the_request_leave_the_time_as_it_is() {
        appended("P", 0, requested("P"));
        journal.plan("P", Optional.empty());
        appended("P", 1, tried(1), settled("R"));

        assertThat(journal.dueAt("P")).isEmpty();
        assertThat(journal.due(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void who_is_due_longest_comes_first() {
        List<Instant> times =
                List.of(T, T.minusNanos(1), T.plusNanos(1), Instant.EPOCH.minusNanos(1), Instant.MIN, Instant.EPOCH);
        for (int i = 0; i < times.size(); i++) {
            appended("P" + i, 0, requested("P" + i));
            journal.plan("P" + i, Optional.of(times.get(i)));
        }

        assertThat(journal.due(Instant.MAX, 10))
                .containsExactly(
                        new Due("P4", Instant.MIN),
                        new Due("P3", Instant.EPOCH.minusNanos(1)),
                        new Due("P5", Instant.EPOCH),
                        new Due("P1", T.minusNanos(1)),
                        new Due("P0", T),
                        new Due("P2", T.plusNanos(1)));
        assertThat(journal.due(T, 3)).extracting(Due::paymentId).containsExactly("P4", "P3", "P5");
        assertThat(journal.due(Instant.EPOCH, 10)).hasSize(3);
    }

    @Test
    void a_time_is_moved_by_who_saw_it_as_it_is() {
        appended("P", 0, requested("P"));

        assertThat(journal.move(new Due("P", T.plusNanos(1)), Optional.of(T.plusSeconds(1))))
                .isFalse();
        assertThat(journal.move(new Due("Q", T), Optional.of(T))).isFalse();
        assertThat(journal.dueAt("P")).contains(T);

        assertThat(journal.move(new Due("P", T), Optional.of(T.plusSeconds(1)))).isTrue();
        assertThat(journal.move(new Due("P", T), Optional.of(T.plusSeconds(2)))).isFalse();
        assertThat(another(journal).dueAt("P")).contains(T.plusSeconds(1));

        assertThat(journal.move(new Due("P", T.plusSeconds(1)), Optional.empty()))
                .isTrue();
        assertThat(journal.move(new Due("P", T.plusSeconds(1)), Optional.of(T))).isFalse();
        assertThat(journal.dueAt("P")).isEmpty();
    }

    @Test
    void a_time_is_planned_whatever_it_was() {
        appended("P", 0, requested("P"));
        journal.plan("P", Optional.of(Instant.MAX));
        assertThat(journal.due(Instant.MAX, 10)).containsExactly(new Due("P", Instant.MAX));
        journal.plan("P", Optional.empty());
        assertThat(journal.dueAt("P")).isEmpty();
        journal.plan("P", Optional.of(T));
        assertThat(journal.due(T, 10)).containsExactly(new Due("P", T));
    }

    @Test
    void a_payment_that_nobody_asked_for_is_never_due() {
        journal.plan("P", Optional.of(T));

        assertThat(journal.dueAt("P")).isEmpty();
        assertThat(journal.due(Instant.MAX, 10)).isEmpty();
    }

    // ---- what is nobody's so far

    private static Unclaimed unclaimed(String provider, String providerRef, String eventId, String text) {
        return new Unclaimed(
                provider,
                telling(PaymentFact.SETTLED, providerRef)
                        .event(eventId)
                        .raw("8", text)
                        .build());
    }

    @Test
    void what_is_kept_comes_back_as_it_was_and_in_the_order_of_being_kept() {
        List<Unclaimed> all = List.of(
                unclaimed("rail", "R-2", "e1", "first"),
                unclaimed("rail", "R-1", "e1", "second"),
                unclaimed("rail", "R-2", "e0", "third"),
                unclaimed("other rail", "R-2", "e1", "fourth"));
        all.forEach(journal::keep);

        assertThat(EventParts.of(another(journal).unclaimed(10))).isEqualTo(EventParts.of(all));
        assertThat(EventParts.of(journal.unclaimed(2))).isEqualTo(EventParts.of(all.subList(0, 2)));
        assertThat(EventParts.of(journal.unclaimed("rail", "R-2")))
                .isEqualTo(EventParts.of(List.of(all.get(0), all.get(2))));
        assertThat(journal.unclaimed("rail", "e1")).isEmpty();
        assertThat(journal.unclaimed("rail", "r-2")).isEmpty();
    }

    @Test
    void what_is_kept_already_is_kept_once_as_it_was() {
        Unclaimed first = unclaimed("rail", "R", "e", "first");
        journal.keep(first);
        journal.keep(unclaimed("rail", "R", "f", "other"));
        journal.keep(unclaimed("rail", "R", "e", "again"));

        assertThat(journal.unclaimed(10)).hasSize(2);
        assertThat(EventParts.of(journal.unclaimed(1))).isEqualTo(EventParts.of(List.of(first)));
    }

    @Test
    void what_reads_alike_when_put_together_is_kept_apart() {
        journal.keep(unclaimed("rail", "R", "12", ""));
        journal.keep(unclaimed("rail", "R1", "2", ""));
        journal.keep(unclaimed("railR", "1", "2", ""));

        assertThat(journal.unclaimed(10)).hasSize(3);
    }

    @Test
    void what_found_its_payment_is_dropped_and_may_be_kept_anew() {
        Unclaimed one = unclaimed("rail", "R", "e", "one");
        Unclaimed two = unclaimed("rail", "R", "f", "two");
        journal.keep(one);
        journal.keep(two);
        journal.drop(one);
        journal.drop(one);
        assertThat(EventParts.of(journal.unclaimed("rail", "R"))).isEqualTo(EventParts.of(List.of(two)));
        journal.keep(one);
        assertThat(EventParts.of(journal.unclaimed(10))).isEqualTo(EventParts.of(List.of(two, one)));
    }

    // ---- how far histories were read

    @Test
    void how_far_a_history_was_read_is_kept_for_each_provider() {
        journal.cursor("rail", "page 1");
        journal.cursor("other rail", "");
        journal.cursor("rail", "page 2");

        assertThat(another(journal).cursor("rail")).isEqualTo("page 2");
        assertThat(journal.cursor("other rail")).isEmpty();
        journal.cursor("rail", "");
        assertThat(journal.cursor("rail")).isEmpty();
    }

    // ---- several at once

    @Test
    void of_several_who_ask_for_one_payment_one_appends() throws Exception {
        for (int round = 0; round < 10; round++) {
            String paymentId = "P" + round;
            List<Outcome> outcomes = together(number -> {
                PaymentJournal mine = another(journal);
                return () -> mine.append(paymentId, 0, List.of(requested(paymentId), settled("R" + paymentId)));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED).doesNotContain(Outcome.NAME_TAKEN);
        }
        assertThat(journal.moneySince(0, 100)).hasSize(10);
    }

    @Test
    void of_several_who_decided_on_one_version_one_appends() throws Exception {
        appended("P", 0, requested("P"));
        for (int round = 1; round <= 10; round++) {
            int version = round;
            List<Outcome> outcomes = together(number -> {
                PaymentJournal mine = another(journal);
                return () -> mine.append("P", version, List.of(settled("R-" + version + "-" + number)));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED).doesNotContain(Outcome.NAME_TAKEN);
            assertThat(journal.events("P")).hasSize(version + 1);
        }
        assertThat(journal.moneySince(0, 100)).hasSize(10);
    }

    @Test
    void of_several_who_take_one_name_one_appends() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "R-" + round;
            List<Outcome> outcomes = together(number -> {
                String paymentId = name + "/" + number;
                PaymentJournal mine = another(journal);
                return () -> mine.append(paymentId, 0, List.of(requested(paymentId), acknowledged(name)));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED).doesNotContain(Outcome.CONFLICT);
        }
        assertThat(journal.payments("", 100)).hasSize(10);
    }

    @Test
    void several_who_take_the_same_names_in_different_orders_do_not_block_each_other() throws Exception {
        for (int round = 0; round < 10; round++) {
            int number = round;
            List<Outcome> outcomes = together(thread -> {
                String paymentId = number + "-" + thread;
                PaymentEvent one = acknowledged(number + "a");
                PaymentEvent other = acknowledged(number + "b");
                PaymentJournal mine = another(journal);
                return () -> mine.append(
                        paymentId,
                        0,
                        thread % 2 == 0
                                ? List.of(requested(paymentId), one, other)
                                : List.of(requested(paymentId), other, one));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED).doesNotContain(Outcome.CONFLICT);
        }
    }

    @Test
    void of_several_who_move_one_time_one_does() throws Exception {
        appended("P", 0, requested("P"));
        for (int round = 0; round < 10; round++) {
            Due seen = new Due("P", journal.dueAt("P").orElseThrow());
            List<Boolean> moved = together(number -> {
                PaymentJournal mine = another(journal);
                return () -> mine.move(seen, Optional.of(seen.at().plusNanos(number + 1L)));
            });
            assertThat(moved).containsOnlyOnce(true);
        }
    }

    @Test
    void several_who_keep_the_same_keep_it_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            Unclaimed same = unclaimed("rail", "R", "e" + round, "");
            together(number -> {
                PaymentJournal mine = another(journal);
                return () -> {
                    mine.keep(same);
                    mine.cursor("rail", same.observation().eventId());
                    return number;
                };
            });
        }
        assertThat(journal.unclaimed(100)).hasSize(10);
        assertThat(journal.cursor("rail")).isEqualTo("e9");
    }

    @Test
    void who_reads_along_while_others_append_misses_no_money() throws Exception {
        int rounds = 12;
        int writers = THREADS - 1;
        AtomicInteger writing = new AtomicInteger(writers);
        CyclicBarrier round = new CyclicBarrier(writers);
        List<Entry> read = new ArrayList<>();
        together(number -> {
            PaymentJournal mine = another(journal);
            return number == writers
                    ? () -> follow(mine, writing, read)
                    : () -> write(mine, "writer " + number, rounds, round, writing);
        });

        assertThat(read).hasSize(writers * rounds * MONEY_OF_EACH).isEqualTo(journal.moneySince(0, 10_000));
    }

    /** Appends, in each round at the same time as the others. */
    private static int write(
            PaymentJournal journal, String writer, int rounds, CyclicBarrier round, AtomicInteger writing)
            throws Exception {
        try {
            for (int i = 0; i < rounds; i++) {
                String paymentId = writer + "-" + i;
                List<PaymentEvent> events = new ArrayList<>(List.of(requested(paymentId)));
                events.addAll(Collections.nCopies(MONEY_OF_EACH, settled("R" + paymentId)));
                round.await(20, TimeUnit.SECONDS);
                assertThat(journal.append(paymentId, 0, events)).isEqualTo(Outcome.APPENDED);
            }
            return rounds;
        } finally {
            writing.decrementAndGet();
        }
    }

    /** Reads on from where it is, until nobody writes and nothing more is there. */
    private static int follow(PaymentJournal journal, AtomicInteger writing, List<Entry> read) {
        while (true) {
            boolean isLast = writing.get() == 0;
            List<Entry> page = journal.moneySince(read.size(), 1_000);
            for (Entry entry : page) {
                assertThat(entry.position()).isEqualTo(read.size() + 1L);
                read.add(entry);
            }
            if (!page.isEmpty()) {
                Entry last = page.get(page.size() - 1);
                assertThat(journal.events(last.paymentId())).hasSizeGreaterThanOrEqualTo(last.version());
            } else if (isLast) {
                return read.size();
            }
        }
    }

    private interface Worker<R> {
        Callable<R> of(int number);
    }

    private static <R> List<R> together(Worker<R> worker) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<R>> tasks = IntStream.range(0, THREADS)
                    .mapToObj(worker::of)
                    .map(task -> (Callable<R>) () -> {
                        start.await();
                        return task.call();
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
