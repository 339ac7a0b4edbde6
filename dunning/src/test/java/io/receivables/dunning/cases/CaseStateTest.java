package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseEvents.CUSTOMER;
import static io.receivables.dunning.cases.CaseEvents.may;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known about an item, as a value. */
class CaseStateTest {
    private static final ItemReference ITEM = ItemReference.of("F-1", 1);

    private static final DunningEvent ACCEPTED = CaseEvents.accepted(ITEM, StepKind.REMINDER, 1, "L-1", 4);

    private static CaseState after(DunningEvent... events) {
        List<DunningEvent> all = new ArrayList<>(List.of(ACCEPTED, CaseEvents.sent("L-1", 4)));
        all.addAll(List.of(events));
        return Cases.of(all).state(ITEM);
    }

    private static HoldSet hold(String id, int until) {
        return new HoldSet(id, CUSTOMER, may(5), List.of(ITEM), may(until), HoldReason.MANUAL, "talks");
    }

    private static PlanOffered offer(String id, int until) {
        List<Instalment> instalments = List.of(Instalment.of(may(30), Money.of("100.00", "EUR")));
        return new PlanOffered(id, CUSTOMER, may(6), List.of(ITEM), instalments, may(until));
    }

    @Test
    void states_are_equal_if_all_that_is_known_is() {
        CaseState sent = after();

        assertThat(after()).isEqualTo(sent).hasSameHashCodeAs(sent);
        assertThat(after().hashCode()).isNotEqualTo(CaseState.INITIAL.hashCode());
        assertThat(sent)
                .isNotEqualTo(CaseState.INITIAL)
                .isNotEqualTo(Cases.of(List.of(ACCEPTED)).state(ITEM))
                .isNotEqualTo(after(hold("H-1", 20)))
                .isNotEqualTo(after(offer("PL-1", 20)))
                .isNotEqualTo("level 1");
    }

    @Test
    void a_release_ends_its_hold_on_the_day_before_and_no_other() {
        CaseState state = after(hold("H-1", 20), hold("H-2", 15), new HoldReleased("H-1", CUSTOMER, may(7)));

        assertThat(state.holds())
                .extracting(each -> each.id() + " " + each.until())
                .containsExactly("H-1 2026-05-06", "H-2 2026-05-15");
    }

    @Test
    void of_two_offers_the_one_that_is_not_declined_stays() {
        assertThat(after(offer("PL-1", 20), offer("PL-2", 15)).offerUntil()).isEqualTo(CaseEvents.day(may(20)));
        assertThat(after(offer("PL-1", 20), offer("PL-2", 15), new PlanDeclined("PL-1", CUSTOMER, may(7)))
                        .offerUntil())
                .isEqualTo(CaseEvents.day(may(15)));
        assertThat(after(offer("PL-1", 20), new PlanDeclined("PL-1", CUSTOMER, may(7))))
                .isEqualTo(after());
    }
}
