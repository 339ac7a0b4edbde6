package io.receivables.dunning;

import static io.receivables.dunning.Scene.CUSTOMER;
import static io.receivables.dunning.Scene.day;
import static io.receivables.dunning.Scene.euro;
import static io.receivables.dunning.Scene.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Instalment;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan tells of itself, and the calendar of the plans to come. */
class DunningPlanTest {
    private static final DunningStep REMINDER = DunningStep.reminder(1, 10);

    private static DunningPolicy policy(DunningStep... steps) {
        return DunningPolicy.of("test", steps).onCalendar(DunningPolicy.EVERY_DAY);
    }

    private static Scene twoInvoices() {
        return new Scene(REMINDER, DunningStep.reminder(2, 20))
                .invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "OTHER", "2026-05-03", euro("50.00"));
    }

    // ---- a plan

    @Test
    void a_plan_counts_the_items_that_each_rule_decided_about() {
        DunningPlan plan = twoInvoices().invoice("F-3", "2026-05-01", "10.00").plan("2026-05-11");

        assertThat(plan.counts()).isEqualTo(Map.of(Rule.STEP_DUE, 2, Rule.STEP_NOT_DUE, 1));
        assertThat(plan).hasToString("DunningPlan[2026-05-11, letters=1, {STEP_NOT_DUE=1, STEP_DUE=2}]");
        assertThat(plan.actions().get(0).daysPastDue()).isEqualTo(10);
    }

    @Test
    void a_ledger_is_planned_for_as_one_without_promises_and_plans() {
        Scene scene = twoInvoices();
        DunningPlan plan = DunningRun.plan(scene.ledger(), scene.cases(), scene.policies(), day("2026-05-11"));

        assertThat(plan.letters()).isEqualTo(scene.plan("2026-05-11").letters()).hasSize(1);
    }

    @Test
    void letters_of_the_same_day_and_customer_have_names_of_their_own() {
        Scene scene = new Scene(policy(REMINDER).grouped(Grouping.PER_INVOICE))
                .invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "2026-05-01", "100.00");

        assertThat(scene.plan("2026-05-11").letters())
                .extracting(Letter::id)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void reasons_are_given_for_an_instalment_or_a_whole_document() {
        Scene scene = new Scene(REMINDER)
                .instalments(
                        "F-1",
                        "2026-04-01",
                        Instalment.of(day("2026-05-01"), euro("50.00")),
                        Instalment.of(day("2026-06-01"), euro("70.00")));
        DunningPlan plan = scene.plan("2026-05-11");

        assertThat(plan.why(ItemReference.of("F-1", 2)))
                .singleElement()
                .extracting(Explanation::rule)
                .isEqualTo(Rule.NOT_DUE);
        assertThat(plan.why(ItemReference.of("F-1"))).hasSize(2).isEqualTo(plan.why("F-1"));
    }

    @Test
    void explanations_are_equal_if_they_say_the_same() {
        Scene scene = twoInvoices();
        Explanation why = scene.why("2026-05-11", "F-1");

        assertThat(scene.why("2026-05-11", "F-1")).isEqualTo(why).hasSameHashCodeAs(why);
        assertThat(why.date()).isEqualTo(day("2026-05-11"));
        assertThat(scene.why("2026-05-12", "F-1")).isNotEqualTo(why);
        assertThat(scene.why("2026-05-11", "F-2")).isNotEqualTo(why);
        assertThat(why).asString().startsWith("F-1/1 on 2026-05-11: STEP_DUE {item=F-1/1, customer=ACME,");
    }

    // ---- which step, and when

    @Test
    void a_courtesy_notice_may_be_moved_to_the_due_date_itself() {
        // due on Monday 2026-06-01; a day before it is a Sunday
        Scene scene = new Scene(DunningPolicy.of("test", DunningStep.courtesy(1), REMINDER))
                .invoice("F-1", "2026-06-01", "100.00");

        assertThat(scene.runDaily("2026-05-25", "2026-06-05"))
                .containsExactly("2026-06-01 F-1/1 courtesy-1 EUR 100.00");
    }

    @Test
    void too_little_for_a_step_waits_for_the_day_of_a_more_severe_one() {
        Scene scene = new Scene(policy(REMINDER.atLeast(euro("150.00")), DunningStep.reminder(2, 20))
                        .catchingUp(CatchUp.MOST_SEVERE))
                .invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.why("2026-05-11", "F-1").rule()).isEqualTo(Rule.BELOW_MINIMUM);
        assertThat(scene.why("2026-05-11", "F-1").changesOn()).contains(day("2026-05-21"));
        assertThat(scene.runDaily("2026-05-11", "2026-05-25")).containsExactly("2026-05-21 F-1/1 level-2 EUR 100.00");
    }

    @Test
    void of_several_alerts_the_first_is_answered_first() {
        DunningPolicy policy = policy(REMINDER).onAlert(AlertKind.OTHER, AlertResponse.COURTESY);
        Scene scene = new Scene(policy)
                .invoice("F-1", "2026-05-01", "100.00")
                .alert(
                        new Alert("C", CUSTOMER, AlertKind.OTHER, day("2026-04-21")),
                        new Alert("B", CUSTOMER, AlertKind.OTHER, day("2026-04-20")),
                        new Alert("A", CUSTOMER, AlertKind.OTHER, day("2026-04-21")));

        assertThat(scene.runDaily("2026-04-21", "2026-04-25"))
                .containsExactly(
                        "2026-04-21 F-1/1 alert-B EUR 100.00",
                        "2026-04-22 F-1/1 alert-A EUR 100.00",
                        "2026-04-23 F-1/1 alert-C EUR 100.00");
    }

    // ---- the calendar

    private static DunningCalendar calendar(int days) {
        Scene scene = twoInvoices();
        return DunningCalendar.of(scene.log(), Cases.none(), scene.policies(), scene.options("2026-05-11"), days);
    }

    @Test
    void a_calendar_has_the_letters_of_today_and_of_the_days_ahead() {
        DunningCalendar calendar = calendar(11);

        // F-1 on the 11th and the 21st; F-2 on the 13th, and on the 23rd beyond the eleven days
        assertThat(calendar.letters())
                .extracting(letter -> letter.date() + " " + letter.customerId())
                .containsExactly("2026-05-11 ACME", "2026-05-13 OTHER", "2026-05-21 ACME");
        assertThat(calendar.load()).isEqualTo(Map.of(day("2026-05-11"), 1, day("2026-05-13"), 1, day("2026-05-21"), 1));
        assertThat(calendar.on(day("2026-05-13")))
                .singleElement()
                .extracting(letter -> letter.actions().get(0).item())
                .isEqualTo(item("F-2"));
        assertThat(calendar.on(day("2026-05-12"))).isEmpty();
        assertThat(calendar.ofCustomer(CUSTOMER))
                .extracting(Letter::date)
                .isEqualTo(List.<LocalDate>of(day("2026-05-11"), day("2026-05-21")));
        assertThat(calendar(10).letters()).hasSize(2);
    }

    @Test
    void a_calendar_looks_one_day_ahead_at_least_and_ten_years_at_most() {
        assertThat(calendar(1).letters()).hasSize(1);
        for (int days : new int[] {0, 3661}) {
            assertThatThrownBy(() -> calendar(days))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("days " + days + " are not between 1 and 3660");
        }
    }
}
