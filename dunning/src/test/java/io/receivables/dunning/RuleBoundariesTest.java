package io.receivables.dunning;

import static io.receivables.dunning.Scene.CUSTOMER;
import static io.receivables.dunning.Scene.day;
import static io.receivables.dunning.Scene.euro;
import static io.receivables.dunning.Scene.item;
import static io.receivables.dunning.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Reversal;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.SalesInvolvement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which rule counts where several could, on which day one begins or ends, and what is told of it. */
class RuleBoundariesTest {
    private static final DunningStep REMINDER = DunningStep.reminder(1, 10);

    private static DunningPolicy policy(DunningStep... steps) {
        return DunningPolicy.of("test", steps).onCalendar(DunningPolicy.EVERY_DAY);
    }

    private static Scene scene() {
        return new Scene(REMINDER).invoice("F-1", "2026-05-01", "100.00");
    }

    private static Rule rule(Scene scene, String date) {
        return scene.why(date, "F-1").rule();
    }

    private static String words(Scene scene, String date) {
        return scene.why(date, "F-1").lines(Locale.ENGLISH).get(1);
    }

    // ---- which rule counts

    @Test
    void a_hold_to_come_changes_the_answer_of_whatever_else_suspends() {
        Scene scene = scene().hold("2026-05-20", "2026-05-25", "F-1");
        scene.dispute("2026-05-02", "F-1");

        Explanation disputed = scene.why("2026-05-11", "F-1");
        assertThat(disputed.rule()).isEqualTo(Rule.DISPUTED);
        assertThat(disputed.changesOn()).contains(day("2026-05-20"));
        assertThat(rule(scene, "2026-05-20")).isEqualTo(Rule.ON_HOLD);
    }

    @Test
    void of_all_that_suspends_an_item_the_first_of_the_order_counts() {
        DunningPolicy policy =
                policy(REMINDER).onAlert(AlertKind.OTHER, AlertResponse.HOLD).withAlertHoldDays(3);
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-01", "100.00");
        scene.dispute("2026-05-02", "F-1");
        scene.event(new PlanOffered(
                        "O",
                        CUSTOMER,
                        day("2026-05-03"),
                        List.of(item("F-1")),
                        List.of(Instalment.of(day("2026-06-01"), euro("100.00"))),
                        day("2026-05-30")))
                .promise("2026-05-03", "100.00", "2026-05-25", "F-1")
                .hold("2026-05-04", "2026-05-15", "F-1")
                .alert(new Alert("A", CUSTOMER, AlertKind.OTHER, day("2026-05-15")));

        assertThat(rule(scene, "2026-05-15")).isEqualTo(Rule.ON_HOLD);
        assertThat(rule(scene, "2026-05-16")).isEqualTo(Rule.ALERT_HOLD);
        assertThat(rule(scene, "2026-05-25")).isEqualTo(Rule.PROMISED);
        assertThat(rule(scene, "2026-05-26")).isEqualTo(Rule.PLAN_OFFERED);
        assertThat(rule(scene, "2026-05-31")).isEqualTo(Rule.DISPUTED);
    }

    @Test
    void credit_of_equal_due_dates_covers_the_lower_number() {
        Scene scene = new Scene(REMINDER);
        for (String id : List.of("F-2", "F-3", "F-1")) {
            scene.invoice(id, "2026-05-01", "100.00");
        }
        scene.fact(Invoice.of("F-0", CUSTOMER, day("2026-04-01"), euro("10.00")).dueOn(day("2026-05-02")))
                .unapplied("2026-05-03", "120.00");

        assertThat(told(scene.plan("2026-05-12")))
                .containsExactly(
                        "2026-05-12 F-2/1 level-1 EUR 80.00",
                        "2026-05-12 F-3/1 level-1 EUR 100.00",
                        "2026-05-12 F-0/1 level-1 EUR 10.00");
    }

    @Test
    void a_promise_in_one_currency_is_none_in_another() {
        Scene scene = new Scene(REMINDER)
                .invoice("U-1", CUSTOMER, "2026-05-01", Money.of("100.00", "USD"))
                .invoice("F-1", "2026-05-02", "100.00")
                .promise("2026-05-05", "100.00", "2026-05-20");

        assertThat(told(scene.plan("2026-05-12"))).containsExactly("2026-05-12 U-1/1 level-1 USD 100.00");
    }

    // ---- returned payments

    @Test
    void a_return_on_the_day_of_a_letter_is_no_news_after_it() {
        Scene scene = scene();
        String payment = scene.pay("2026-05-05", "40.00", "F-1");
        scene.run("2026-05-11");
        scene.returned("2026-05-11", payment);

        assertThat(rule(scene, "2026-05-12")).isEqualTo(Rule.LADDER_DONE);
    }

    @Test
    void a_debit_that_was_rejected_later_is_not_known_yet() {
        Scene scene = scene().event(new DebitRejected("D", CUSTOMER, day("2026-05-15"), item("F-1"), "no funds"));

        assertThat(rule(scene, "2026-05-14")).isEqualTo(Rule.STEP_DUE);
        assertThat(rule(scene, "2026-05-15")).isEqualTo(Rule.RETURNED);
    }

    @Test
    void cash_that_was_allocated_elsewhere_is_no_returned_payment_even_beside_one() {
        Scene scene = scene().invoice("F-2", "2026-05-01", "100.00").invoice("F-3", "2026-05-01", "100.00");
        scene.pay("2026-05-02", "100.00", "F-1"); // P-1, A-2
        scene.returned("2026-05-03", scene.pay("2026-05-02", "100.00", "F-3"));
        scene.fact(Reversal.ofAllocation("R", "A-2", day("2026-05-04")))
                .fact(Allocation.ofPayment("A", "P-1", "F-2", day("2026-05-04"), euro("100.00")));

        assertThat(rule(scene, "2026-05-05")).isEqualTo(Rule.STEP_NOT_DUE);
        assertThat(scene.why("2026-05-05", "F-3").rule()).isEqualTo(Rule.RETURNED);
    }

    // ---- days on which an answer changes

    @Test
    void a_plan_is_broken_after_the_days_of_grace_and_of_tolerance() {
        Scene scene = new Scene(policy(REMINDER).withPromiseGraceDays(2).withPlanToleranceDays(3))
                .invoice("F-1", "2026-05-01", "100.00")
                .plan("2026-05-05", "F-1", Instalment.of(day("2026-05-20"), euro("100.00")));

        // the 20th, two days of grace and three of tolerance
        assertThat(scene.why("2026-05-11", "F-1").changesOn()).contains(day("2026-05-26"));
        assertThat(rule(scene, "2026-05-25")).isEqualTo(Rule.ON_PLAN);
        assertThat(rule(scene, "2026-05-26")).isEqualTo(Rule.STEP_DUE);
    }

    @Test
    void a_courtesy_notice_that_waits_for_sales_waits_until_the_due_date() {
        Scene scene = new Scene(DunningStep.courtesy(3).sales(SalesInvolvement.ASKED_FIRST), REMINDER)
                .invoice("F-1", "2026-05-01", "100.00");

        assertThat(rule(scene, "2026-04-28")).isEqualTo(Rule.SALES_TO_ANSWER);
        assertThat(scene.why("2026-04-28", "F-1").changesOn()).contains(day("2026-05-02"));
    }

    @Test
    void only_an_alert_that_asks_for_a_courtesy_notice_gets_one() {
        Scene scene = new Scene(policy(REMINDER).onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY))
                .invoice("F-1", "2026-05-01", "100.00")
                .alert(new Alert("A", CUSTOMER, AlertKind.LIMIT_BREACH, day("2026-04-20")));

        assertThat(rule(scene, "2026-04-20")).isEqualTo(Rule.NOT_DUE);
    }

    @Test
    void a_part_payment_on_the_day_of_a_letter_restarts_the_ladder() {
        Scene scene = new Scene(policy(REMINDER, DunningStep.reminder(2, 20)).onPartPayment(PartPayment.RESTARTS))
                .invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        scene.pay("2026-05-11", "40.00", "F-1");

        assertThat(scene.runDaily("2026-05-12", "2026-06-05"))
                .containsExactly("2026-05-21 F-1/1 level-1 EUR 60.00", "2026-05-31 F-1/1 level-2 EUR 60.00");
    }

    /** A letter about EUR 150.00 and more. */
    private static Scene atLeast150() {
        return new Scene(policy(REMINDER.atLeast(euro("150.00"))).withGraceDays(3))
                .invoice("F-1", "2026-05-01", "100.00");
    }

    @Test
    void what_is_below_a_minimum_waits_for_what_becomes_overdue_after_the_days_of_grace() {
        Scene scene = atLeast150().invoice("F-2", "2026-05-15", "50.00");

        assertThat(rule(scene, "2026-05-18")).isEqualTo(Rule.BELOW_MINIMUM);
        assertThat(scene.why("2026-05-11", "F-1").changesOn()).contains(day("2026-05-19"));
        assertThat(rule(scene, "2026-05-19")).isEqualTo(Rule.STEP_DUE);
        assertThat(words(scene, "2026-05-18"))
                .isEqualTo("DUN-35: EUR 100.00 is below the minimum of EUR 150.00 for the next step (level-1)");
    }

    @Test
    void what_became_overdue_today_changes_nothing_any_more() {
        Scene scene = atLeast150().invoice("F-2", "2026-05-07", "20.00");

        assertThat(rule(scene, "2026-05-11")).isEqualTo(Rule.BELOW_MINIMUM);
        assertThat(scene.why("2026-05-11", "F-1").changesOn()).isEmpty();
    }

    @Test
    void what_is_below_a_minimum_waits_for_the_end_of_what_suspends_another_item() {
        Scene scene = atLeast150().invoice("F-2", "2026-05-01", "50.00").hold("2026-05-05", "2026-05-20", "F-2");

        assertThat(rule(scene, "2026-05-20")).isEqualTo(Rule.BELOW_MINIMUM);
        assertThat(scene.why("2026-05-11", "F-1").changesOn()).contains(day("2026-05-21"));
        assertThat(rule(scene, "2026-05-21")).isEqualTo(Rule.STEP_DUE);
    }

    // ---- what is told

    @Test
    void an_explanation_names_what_it_is_about() {
        assertThat(words(scene().hold("2026-05-05", "2026-05-20", "F-1"), "2026-05-11"))
                .isEqualTo("DUN-11: on hold until 2026-05-20: asked for");
        assertThat(words(
                        scene().plan("2026-05-05", "F-1", Instalment.of(day("2026-05-20"), euro("100.00"))),
                        "2026-05-11"))
                .isEqualTo("DUN-14: payment plan PL-1 is in good order (running)");
        assertThat(words(scene().promise("2026-05-05", "70.00", "2026-05-20", "F-1"), "2026-05-11"))
                .isEqualTo("DUN-15: promise PR-1: EUR 70.00 by 2026-05-20");
        assertThat(words(scene().unapplied("2026-05-05", "130.00"), "2026-05-11"))
                .isEqualTo("DUN-18: the customer's credit of EUR 100.00 covers it");
        assertThat(words(scene(), "2026-05-05"))
                .isEqualTo("DUN-33: 4 days past due: the next step (level-1) comes at 10");
        Scene pending = scene();
        pending.event(pending.plan("2026-05-11").letters().get(0).accepted().get(0));
        assertThat(words(pending, "2026-05-11"))
                .isEqualTo("DUN-20: action F-1/1:level-1:0 was accepted and has no outcome yet");
        assertThat(pending.why("2026-05-11", "F-1").facts()).containsEntry("changesOn", "");
        assertThat(scene().why("2026-05-05", "F-1").facts()).containsEntry("changesOn", "2026-05-11");
    }

    @Test
    void each_instalment_is_explained_by_itself() {
        Scene scene = new Scene(REMINDER)
                .instalments(
                        "F-1",
                        "2026-05-02",
                        Instalment.of(day("2026-05-03"), euro("50.00")),
                        Instalment.of(day("2026-06-01"), euro("70.00")));

        assertThat(scene.plan("2026-05-13").why("F-1"))
                .extracting(why -> why.item() + " " + why.rule() + " " + why.claimed())
                .containsExactly("F-1/1 STEP_DUE EUR 50.00", "F-1/2 NOT_DUE EUR 70.00");
        assertThat(scene.why("2026-05-02", "F-1").rule())
                .as("on the day of issue")
                .isEqualTo(Rule.NOT_DUE);
    }

    @Test
    void letters_come_by_customer_id_whatever_the_order_of_the_books() {
        Scene scene = new Scene(REMINDER);
        for (String customer : List.of("B", "C", "A")) {
            scene.invoice("F-" + customer, customer, "2026-05-01", euro("10.00"));
        }

        assertThat(scene.plan("2026-05-11").letters())
                .extracting(Letter::customerId)
                .containsExactly("A", "B", "C");
    }
}
