package io.receivables.dunning.journal;

import static io.receivables.dunning.journal.EventSamples.DAY;
import static io.receivables.dunning.journal.EventSamples.accepted;
import static io.receivables.dunning.journal.EventSamples.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEventKind;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.DunningJournal.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal keeps. A test of an implementation extends it and says how to open an empty one. */
public abstract class DunningJournalContract {
    private static final int THREADS = 4;

    private DunningJournal journal;

    /** A journal in which there is nothing yet. */
    protected abstract DunningJournal empty();

    /** Another door to the same journal, such as one with a connection of its own. */
    protected abstract DunningJournal another(DunningJournal journal);

    @BeforeEach
    void open() {
        journal = empty();
    }

    // ---- appending

    @Test
    void an_empty_journal_knows_nobody() {
        assertThat(journal.version("ACME")).isZero();
        assertThat(journal.events("ACME")).isEmpty();
        assertThat(journal.customerOfLetter("L-1")).isEmpty();
        assertThat(journal.customersWithLettersUnderWay()).isEmpty();
        assertThat(journal.cases().lastRun()).isEmpty();
        assertThat(journal.cases().events("ACME")).isEmpty();
    }

    @Test
    void events_are_kept_in_order_and_counted() {
        assertThat(journal.append("ACME", 0, List.of(call("ACME", "C-2"), call("ACME", "C-1"))))
                .isEqualTo(Outcome.APPENDED);
        assertThat(journal.append("ACME", 2, List.of(call("ACME", "C-0")))).isEqualTo(Outcome.APPENDED);

        assertThat(journal.version("ACME")).isEqualTo(3);
        assertThat(journal.events("ACME"))
                .containsExactly(call("ACME", "C-2"), call("ACME", "C-1"), call("ACME", "C-0"));
    }

    @Test
    void customers_are_counted_apart() {
        journal.append("ACME", 0, List.of(call("ACME", "C-1")));

        assertThat(journal.append("Acme", 0, List.of(call("Acme", "C-1")))).isEqualTo(Outcome.APPENDED);
        assertThat(journal.append("ACME ", 0, List.of(call("ACME ", "C-1")))).isEqualTo(Outcome.APPENDED);
        assertThat(journal.version("ACME")).isEqualTo(1);
        assertThat(journal.events("ACME ")).containsExactly(call("ACME ", "C-1"));
    }

    @Test
    void who_decided_on_an_old_version_appends_nothing() {
        journal.append("ACME", 0, List.of(call("ACME", "C-1")));

        assertThat(journal.append("ACME", 0, List.of(call("ACME", "C-2")))).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.append("ACME", 2, List.of(call("ACME", "C-2")))).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.append("ACME", -1, List.of(call("ACME", "C-2")))).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.append("OTHER", 1, List.of(call("OTHER", "C-2")))).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.events("ACME")).containsExactly(call("ACME", "C-1"));
        assertThat(journal.events("OTHER")).isEmpty();
    }

    @Test
    void what_is_known_is_known_at_whatever_version() {
        journal.append("ACME", 0, List.of(call("ACME", "C-1"), call("ACME", "C-2")));

        for (long version : new long[] {0, 1, 2, 99}) {
            assertThat(journal.append("ACME", version, List.of(call("ACME", "C-2"), call("ACME", "C-1"))))
                    .isEqualTo(Outcome.KNOWN);
        }
        assertThat(journal.append("ACME", 2, List.of())).isEqualTo(Outcome.KNOWN);
        assertThat(journal.version("ACME")).isEqualTo(2);
    }

    @Test
    void of_events_that_are_known_in_part_the_others_are_appended_at_the_right_version() {
        journal.append("ACME", 0, List.of(call("ACME", "C-1")));
        List<DunningEvent> both = List.of(call("ACME", "C-1"), call("ACME", "C-2"));

        assertThat(journal.append("ACME", 0, both)).isEqualTo(Outcome.CONFLICT);
        assertThat(journal.version("ACME")).isEqualTo(1);
        assertThat(journal.append("ACME", 1, both)).isEqualTo(Outcome.APPENDED);
        assertThat(journal.events("ACME")).containsExactly(call("ACME", "C-1"), call("ACME", "C-2"));
    }

    @Test
    void an_event_that_comes_twice_in_one_go_counts_once() {
        assertThat(journal.append("ACME", 0, List.of(call("ACME", "C-1"), call("ACME", "C-1"))))
                .isEqualTo(Outcome.APPENDED);
        assertThat(journal.version("ACME")).isEqualTo(1);
    }

    @Test
    void the_first_of_two_events_of_one_id_is_kept() {
        LetterSent first = new LetterSent("L-1", "ACME", DAY, 1, "receipt");
        journal.append("ACME", 0, List.of(accepted("ACME", "L-1", "F-1"), first));

        assertThat(journal.append("ACME", 2, List.of(new LetterSent("L-1", "ACME", DAY.plusDays(1), 1, "other"))))
                .isEqualTo(Outcome.KNOWN);
        assertThat(journal.events("ACME")).last().isEqualTo(first);
    }

    @Test
    void events_of_another_customer_are_refused_and_nothing_is_appended() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append("ACME", 0, List.of(call("ACME", "C-1"), call("OTHER", "C-2"))))
                .withMessageContaining("OTHER")
                .withMessageContaining("ACME");
        assertThat(journal.version("ACME")).isZero();
        assertThat(journal.version("OTHER")).isZero();
    }

    @Test
    void a_letter_of_another_customer_is_refused_and_nothing_is_appended() {
        journal.append("ACME", 0, List.of(accepted("ACME", "L-1", "F-1")));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        journal.append("OTHER", 0, List.of(call("OTHER", "C-1"), accepted("OTHER", "L-1", "F-2"))))
                .withMessageContaining("L-1")
                .withMessageContaining("ACME");
        assertThat(journal.version("OTHER")).isZero();
        assertThat(journal.customerOfLetter("L-1")).contains("ACME");
    }

    @Test
    void what_was_read_does_not_change_and_cannot_be_changed() {
        journal.append("ACME", 0, List.of(call("ACME", "C-1")));
        List<DunningEvent> read = journal.events("ACME");
        journal.append("ACME", 1, List.of(call("ACME", "C-2")));

        assertThat(read).hasSize(1);
        assertThatThrownBy(() -> read.add(call("ACME", "C-3"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void events_of_every_kind_come_back_as_they_were() {
        List<DunningEvent> all = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            all.addAll(EventSamples.ofEachKind("ACME", "id-" + number, "in words", number));
        }
        journal.append("ACME", 0, all);

        Set<DunningEventKind> kinds = EnumSet.noneOf(DunningEventKind.class);
        all.forEach(event -> kinds.add(event.kind()));
        assertThat(kinds).containsExactlyInAnyOrder(DunningEventKind.values());
        assertThat(another(journal).events("ACME")).containsExactlyElementsOf(all);
        assertThat(another(journal).cases().events("ACME")).containsExactlyElementsOf(all);
    }

    // ---- letters

    @Test
    void a_letter_is_under_way_until_it_is_sent_withdrawn_or_given_up() {
        DunningEvent accepted = accepted("ACME", "L-1", "F-1");
        DunningEvent sending = new LetterSending("L-1", "ACME", DAY, 1);
        assertUnderWay(true, accepted);
        assertUnderWay(true, accepted, sending);
        assertUnderWay(false, accepted, sending, new LetterSent("L-1", "ACME", DAY, 1, ""));
        assertUnderWay(false, accepted, sending, new LetterAcknowledged("L-1", "ACME", DAY, "delivered"));
        assertUnderWay(false, accepted, new LetterWithdrawn("L-1", "ACME", DAY, "paid"));
        DunningEvent failed = new LetterFailed("L-1", "ACME", DAY, 1, "full", false);
        assertUnderWay(true, accepted, sending, failed);
        assertUnderWay(false, accepted, sending, new LetterFailed("L-1", "ACME", DAY, 1, "gone", true));
        DunningEvent sent = new LetterSent("L-1", "ACME", DAY, 1, "");
        assertUnderWay(true, accepted, sending, sent, failed);
        assertUnderWay(false, accepted, sending, sent, failed, new LetterSent("L-1", "ACME", DAY, 2, ""));
    }

    /** Whether a letter is under way after events that come in one go, and after the same one by one. */
    private void assertUnderWay(boolean isUnderWay, DunningEvent... events) {
        List<String> expected = isUnderWay ? List.of("ACME") : List.of();
        DunningJournal inOneGo = empty();
        inOneGo.append("ACME", 0, List.of(events));
        assertThat(inOneGo.customersWithLettersUnderWay()).isEqualTo(expected);
        assertThat(inOneGo.customerOfLetter("L-1")).contains("ACME");

        DunningJournal oneByOne = empty();
        for (int i = 0; i < events.length; i++) {
            oneByOne.append("ACME", i, List.of(events[i]));
        }
        assertThat(oneByOne.customersWithLettersUnderWay()).isEqualTo(expected);
    }

    @Test
    void a_customer_with_several_letters_under_way_is_told_once_and_in_order_of_ids() {
        journal.append("B", 0, List.of(accepted("B", "L-3", "F-3")));
        journal.append("A", 0, List.of(accepted("A", "L-1", "F-1"), accepted("A", "L-2", "F-2")));
        journal.append("C", 0, List.of(call("C", "C-1")));

        assertThat(journal.customersWithLettersUnderWay()).containsExactly("A", "B");
        journal.append("A", 2, List.of(new LetterWithdrawn("L-1", "A", DAY, "paid")));
        assertThat(journal.customersWithLettersUnderWay()).containsExactly("A", "B");
        journal.append("A", 3, List.of(new LetterWithdrawn("L-2", "A", DAY, "paid")));
        assertThat(journal.customersWithLettersUnderWay()).containsExactly("B");
    }

    // ---- everything

    @Test
    void the_cases_are_those_of_all_events() {
        List<DunningEvent> ofA = List.of(accepted("A", "L-1", "F-1"), new LetterSending("L-1", "A", DAY, 1));
        List<DunningEvent> ofB = List.of(accepted("B", "L-2", "F-2"));
        journal.append("A", 0, ofA);
        journal.append("B", 0, ofB);

        Cases cases = journal.cases();

        assertThat(cases.events("A")).isEqualTo(ofA);
        assertThat(cases.events("B")).isEqualTo(ofB);
        assertThat(cases.letter("L-1")).map(LetterState::status).contains(LetterState.Status.SENDING);
        assertThat(cases.customer("A").version()).isEqualTo(2);
        assertThat(cases.state(ItemReference.of("F-2", 1)).pending()).isPresent();
        assertThat(cases.lastRun()).isEmpty();
    }

    @Test
    void the_latest_run_is_remembered_and_an_earlier_one_refused() {
        journal.ranOn(DAY);
        journal.ranOn(DAY);
        assertThat(journal.cases().lastRun()).contains(DAY);

        journal.ranOn(DAY.plusDays(1));
        assertThat(another(journal).cases().lastRun()).contains(DAY.plusDays(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.ranOn(DAY))
                .withMessageContaining(DAY.toString())
                .withMessageContaining(DAY.plusDays(1).toString());
        assertThat(journal.cases().lastRun()).contains(DAY.plusDays(1));
    }

    // ---- several at once

    @Test
    void of_several_who_decided_on_one_version_one_appends() throws Exception {
        for (int round = 0; round < 10; round++) {
            long version = round;
            List<Outcome> outcomes = together(number -> {
                DunningJournal mine = another(journal);
                return () -> mine.append("ACME", version, List.of(call("ACME", "C-" + version + "-" + number)));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED).doesNotContain(Outcome.KNOWN);
            assertThat(journal.version("ACME")).isEqualTo(version + 1);
        }
    }

    @Test
    void of_several_who_tell_the_same_one_appends_and_it_is_known_to_the_others_at_the_latest_when_told_again()
            throws Exception {
        for (int round = 0; round < 10; round++) {
            long version = round;
            DunningEvent same = call("ACME", "C-" + round);
            List<Outcome> outcomes = together(number -> {
                DunningJournal mine = another(journal);
                return () -> mine.append("ACME", version, List.of(same));
            });
            assertThat(outcomes).containsOnlyOnce(Outcome.APPENDED);
            assertThat(journal.append("ACME", version, List.of(same))).isEqualTo(Outcome.KNOWN);
        }
    }

    @Test
    void several_who_try_again_all_get_on() throws Exception {
        int each = 10;
        together(number -> {
            DunningJournal mine = another(journal);
            return () -> {
                for (int i = 0; i < each; i++) {
                    DunningEvent event = call("ACME", number + "-" + i);
                    while (mine.append("ACME", mine.version("ACME"), List.of(event)) != Outcome.APPENDED) {
                        Thread.onSpinWait();
                    }
                }
                return Outcome.APPENDED;
            };
        });

        assertThat(journal.events("ACME")).hasSize(THREADS * each).doesNotHaveDuplicates();
        assertThat(journal.version("ACME")).isEqualTo((long) THREADS * each);
    }

    private interface Worker {
        Callable<Outcome> of(int number);
    }

    private static List<Outcome> together(Worker worker) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Outcome>> running = IntStream.range(0, THREADS)
                    .mapToObj(worker::of)
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }
}
