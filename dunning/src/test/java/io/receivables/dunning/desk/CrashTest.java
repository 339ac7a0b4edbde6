package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The process is killed before or after each step of a day, and started again. A step is whatever is seen outside: an
 * append to the journal, the note of a run, a call of the sender.
 */
class CrashTest {
    /** Ends the process: nobody may catch it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts steps and kills at given ones: 2n before the step n, 2n + 1 after it. */
    private static final class Fate {
        private final Set<Integer> deaths;
        private int moment;

        Fate(Set<Integer> deaths) {
            this.deaths = deaths;
        }

        void moment() {
            if (deaths.contains(moment++)) {
                throw new Killed();
            }
        }
    }

    private static final class MortalJournal implements DunningJournal {
        private final DunningJournal kept;
        private final Fate fate;

        MortalJournal(DunningJournal kept, Fate fate) {
            this.kept = kept;
            this.fate = fate;
        }

        @Override
        public Outcome append(String customerId, long expectedVersion, List<? extends DunningEvent> events) {
            fate.moment();
            Outcome outcome = kept.append(customerId, expectedVersion, events);
            fate.moment();
            return outcome;
        }

        @Override
        public void ranOn(LocalDate date) {
            fate.moment();
            kept.ranOn(date);
            fate.moment();
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
        public Optional<String> customerOfLetter(String letterId) {
            return kept.customerOfLetter(letterId);
        }

        @Override
        public List<String> customersWithLettersUnderWay() {
            return kept.customersWithLettersUnderWay();
        }

        @Override
        public Cases cases() {
            return kept.cases();
        }
    }

    private record MortalSender(FakeSender kept, Fate fate) implements LetterSender {
        @Override
        public SendOutcome send(OutgoingLetter letter) {
            fate.moment();
            SendOutcome outcome = kept.send(letter);
            fate.moment();
            return outcome;
        }

        @Override
        public SendOutcome find(String key) {
            return kept.find(key);
        }
    }

    /** What remains of a day: how letters and items stand, and what arrived. */
    private record End(
            Map<String, LetterState.Status> letters, Map<ItemReference, String> items, Set<String> delivered) {}

    /** A day on which the process dies at given moments. */
    private static final class Day {
        private final Fate fate;
        private final DeskFixture office;
        private final MortalSender sender;
        private int deaths;

        Day(Set<Integer> deaths) {
            fate = new Fate(deaths);
            office = new DeskFixture(
                    new MortalJournal(new InMemoryJournal(), fate),
                    Policies.of(POLICY.grouped(Grouping.PER_INVOICE).withAttempts(5)));
            sender = new MortalSender(office.sender, fate);
        }

        End live() {
            while (true) {
                try {
                    work();
                    return end();
                } catch (Killed e) {
                    deaths++;
                }
            }
        }

        /** What a host does when it starts, and all day. */
        private void work() {
            DunningDesk desk = DunningDesk.over(office.journal, office.policies);
            desk.resume(sender, MONDAY);
            office.accept(MONDAY);
            office.dispatch(sender, MONDAY);
            // notifications of the provider come for all that it has, as often as nobody says thanks
            office.sender.delivered().keySet().forEach(letterId -> desk.delivered(letterId, "delivered", MONDAY));
        }

        private End end() {
            Cases cases = office.journal.cases();
            Map<String, LetterState.Status> letters = new TreeMap<>();
            Map<ItemReference, String> items = new java.util.HashMap<>();
            for (String customer : List.of("A", "B", "C")) {
                for (DunningEvent event : cases.events(customer)) {
                    if (event instanceof DunningEvent.OfLetter ofLetter) {
                        letters.put(
                                ofLetter.letterId(),
                                cases.letter(ofLetter.letterId()).orElseThrow().status());
                    }
                }
            }
            cases.forEach((item, state) -> items.put(item, told(state)));
            return new End(letters, items, office.sender.delivered().keySet());
        }

        private static String told(CaseState state) {
            return state.stage() + " " + state.level() + " " + state.lastActionDay() + " "
                    + state.pending().isPresent() + " " + state.isUndeliverable();
        }
    }

    @Test
    void killed_at_any_moment_and_started_again_the_day_ends_as_if_nothing_had_been() {
        Day undisturbed = new Day(Set.of());
        End expected = undisturbed.live();
        int moments = undisturbed.fate.moment;
        // one note of the run, four letters: 3 appends of acceptance, 4 x (begin, send, end), 4 deliveries; two moments
        // each
        assertThat(moments).isEqualTo(2 * (1 + 3 + 4 * 3 + 4));
        assertThat(expected.letters()).hasSize(4).containsValues(LetterState.Status.ACKNOWLEDGED);
        assertThat(expected.delivered()).hasSize(4);

        for (int moment = 0; moment < moments; moment++) {
            Day day = new Day(Set.of(moment));
            assertThat(day.live()).as("killed at %s", moment).isEqualTo(expected);
            assertThat(day.deaths).isEqualTo(1);
        }
    }

    @Test
    void killed_twice_the_day_ends_the_same() {
        Day undisturbed = new Day(Set.of());
        End expected = undisturbed.live();
        int moments = undisturbed.fate.moment;

        for (int first = 0; first < moments; first++) {
            for (int second = first + 1; second < Math.min(first + 4, moments); second++) {
                Day day = new Day(Set.of(first, second));
                assertThat(day.live()).as("killed at %s and %s", first, second).isEqualTo(expected);
                assertThat(day.deaths).isEqualTo(2);
            }
        }
    }
}
