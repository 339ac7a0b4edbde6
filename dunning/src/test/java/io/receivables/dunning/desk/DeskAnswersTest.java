package io.receivables.dunning.desk;

import static io.receivables.dunning.desk.DeskFixture.MONDAY;
import static io.receivables.dunning.desk.DeskFixture.POLICY;
import static io.receivables.dunning.desk.DeskFixture.cad;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Instalment;
import io.receivables.core.Severity;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.SalesInvolvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the desk answers and tells, where there are several of a kind. */
class DeskAnswersTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final DeskFixture office = new DeskFixture();

    private static PlanOffered offer(String id, String amount) {
        return new PlanOffered(
                id,
                "B",
                MONDAY,
                List.of(ItemReference.of("F-3", 1)),
                List.of(Instalment.of(MONDAY.plusDays(5), cad(amount))),
                MONDAY.plusDays(3));
    }

    @Test
    void of_several_offers_the_one_that_is_named_is_agreed_to() {
        office.desk.record(offer("PL-1", "100.00"));
        office.desk.record(offer("PL-2", "200.00"));
        office.desk.record(new PlanDeclined("PL-1", "B", MONDAY));

        office.desk.agreePlan("B", "PL-2", MONDAY);
        Recorded agreed = office.desk.agreePlan("B", "PL-2", MONDAY);

        assertThat(agreed.collectionFacts())
                .singleElement()
                .satisfies(fact -> assertThat(
                                ((PaymentPlan) fact).instalments().get(0).amount())
                        .isEqualTo(cad("200.00")));
        Recorded refused = office.desk.agreePlan("B", "PL-1", MONDAY);
        assertThat(refused.isRecorded()).isFalse();
        assertThat(refused)
                .isNotEqualTo(agreed)
                .hasToString("REFUSED " + refused.problem().orElseThrow());
        assertThat(agreed)
                .isEqualTo(office.desk.agreePlan("B", "PL-2", MONDAY))
                .hasSameHashCodeAs(office.desk.agreePlan("B", "PL-2", MONDAY))
                .hasToString("KNOWN");
    }

    @Test
    void a_plan_that_comes_too_late_names_the_letters_that_were_approved_and_no_others() {
        DeskFixture invoices = DeskFixture.of(POLICY.grouped(Grouping.PER_INVOICE));
        DunningPlan plan = invoices.plan(MONDAY);
        Letter approved = plan.letters().get(0);
        assertThat(plan.letters())
                .filteredOn(letter -> letter.customerId().equals(approved.customerId()))
                .hasSize(2);
        invoices.desk.record(
                new HoldSet("H", approved.customerId(), MONDAY, List.of(), TUESDAY, HoldReason.MANUAL, "they called"));

        Acceptance acceptance = invoices.desk.accept(plan, Approval.only(approved.id()));

        assertThat(acceptance.conflicting()).containsExactly(approved);
        assertThat(acceptance.accepted()).isEmpty();
    }

    @Test
    void sales_are_told_of_the_step_that_says_so_and_of_no_other() {
        DeskFixture told = DeskFixture.of(POLICY.withSteps(List.of(
                DunningStep.reminder(1, 3),
                DunningStep.reminder(2, 13).sales(SalesInvolvement.INFORMED),
                DunningStep.reminder(3, 23))));
        List<String> sales = new ArrayList<>();
        for (int days : new int[] {0, 10, 20}) {
            told.accept(MONDAY.plusDays(days));
            told.dispatch(MONDAY.plusDays(days));
        }
        told.sender.asked().stream()
                .filter(letter -> letter.customer().id().equals("A"))
                .forEach(letter -> sales.add(letter.salesRepresentative()));

        assertThat(sales).containsExactly("", "Roy", "");
    }

    // ---- reminders

    private static List<LocalDate> dates(List<ReminderSent> reminders) {
        return reminders.stream().map(ReminderSent::date).toList();
    }

    @Test
    void a_reminder_is_of_the_day_on_which_it_went_out() {
        Letter toB = office.accepted("B", MONDAY);
        List<DunningEvent> events = new ArrayList<>(office.journal.events("B"));
        events.add(new LetterSending(toB.id(), "B", MONDAY, 1));
        assertThat(Reminders.of(events)).as("while it is in doubt").isEmpty();

        events.add(new LetterSent(toB.id(), "B", TUESDAY, 1, ""));
        events.add(new LetterAcknowledged(toB.id(), "B", TUESDAY.plusDays(1), "opened"));

        assertThat(dates(Reminders.of(events))).containsExactly(TUESDAY);
    }

    // ---- texts

    @Test
    void decisions_tell_what_they_are() {
        assertThat(Approval.all().by("L-1", Channel.PHONE))
                .hasToString("Approval[all, channels={L-1=PHONE}, notes={}, left out=[]]");
        assertThat(Approval.only("L-2").noting("L-2", "Friday"))
                .asString()
                .startsWith("Approval[[L-2], channels={}, notes={L-2=Friday}");
        assertThat(Call.noAnswer("C-1", MONDAY)).hasToString("Call[C-1 2026-05-04, no-answer]");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_desk_refuses_is_an_error(DeskProblem problem) {
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    }
}
