package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.HoldReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several runners and dispatchers at once over one journal. */
class RacesTest {
    private static final int RUNNERS = 4;

    private final DeskFixture office = new DeskFixture();

    @RepeatedTest(20)
    void of_several_runners_one_has_each_letter_and_each_letter_is_sent_once() throws Exception {
        List<Acceptance> acceptances = together(() -> {
            DunningPlan plan = office.plan(MONDAY);
            return DunningDesk.over(office.journal, office.policies).accept(plan);
        });
        together(() -> DunningDesk.over(office.journal, office.policies)
                .dispatch(office.sender, office.log(), DunningOptions.standard(MONDAY)));

        List<String> accepted = acceptances.stream()
                .flatMap(acceptance -> acceptance.accepted().stream())
                .map(Letter::customerId)
                .toList();
        assertThat(accepted).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(acceptances)
                .allSatisfy(acceptance -> assertThat(acceptance.conflicting()).isEmpty());
        assertThat(office.sender.asked())
                .extracting(letter -> letter.customer().id())
                .containsExactlyInAnyOrder("A", "B", "C");
        assertThat(events(ActionAccepted.class)).hasSize(4);
        assertThat(events(LetterSending.class)).hasSize(3);
        assertThat(events(LetterSent.class)).hasSize(3);
    }

    @RepeatedTest(20)
    void runners_that_dispatch_at_once_and_holds_that_come_between_never_send_twice() throws Exception {
        List<Callable<Object>> workers = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            String hold = "H-" + i;
            workers.add(() -> {
                DunningDesk desk = DunningDesk.over(office.journal, office.policies);
                desk.accept(office.plan(MONDAY));
                desk.record(new HoldSet(hold, "B", MONDAY, List.of(), MONDAY, HoldReason.MANUAL, ""));
                return desk.dispatch(office.sender, office.log(), DunningOptions.standard(MONDAY));
            });
        }
        together(workers);
        office.accept(MONDAY);
        office.dispatch(MONDAY);

        assertThat(office.sender.asked()).extracting(OutgoingLetter::letterId).doesNotHaveDuplicates();
        assertThat(office.sender.delivered().values().stream()
                        .map(letter -> letter.customer().id()))
                .contains("A", "C");
        assertThat(events(HoldSet.class)).hasSize(RUNNERS);
    }

    @Test
    void a_fact_that_loses_every_race_is_an_error_and_never_lost_in_silence() {
        DunningJournal busy = new BusyJournal();
        DunningDesk desk = DunningDesk.over(busy, office.policies);

        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> desk.record(new DunningEvent.ContactCorrected("A", MONDAY)))
                .withMessageContaining("customer A")
                .withMessageContaining("100");
    }

    /** Somebody else is always faster. */
    private static final class BusyJournal implements DunningJournal {
        private final InMemoryJournal kept = new InMemoryJournal();

        @Override
        public Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events) {
            return Outcome.CONFLICT;
        }

        @Override
        public long version(String customerId) {
            return kept.version(customerId);
        }

        @Override
        public List<DunningEvent> events(String customerId) {
            return kept.events(customerId);
        }

        @Override
        public java.util.Optional<String> customerOfLetter(String letterId) {
            return kept.customerOfLetter(letterId);
        }

        @Override
        public List<String> customersWithLettersUnderWay() {
            return kept.customersWithLettersUnderWay();
        }

        @Override
        public io.receivables.dunning.cases.Cases cases() {
            return kept.cases();
        }

        @Override
        public void ranOn(java.time.LocalDate date) {
            kept.ranOn(date);
        }
    }

    private <E extends DunningEvent> List<E> events(Class<E> type) {
        return Stream.of("A", "B", "C")
                .flatMap(customer -> office.journal.events(customer).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toList());
    }

    private static <T> List<T> together(Callable<T> task) throws Exception {
        return together(java.util.Collections.nCopies(RUNNERS, task));
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
