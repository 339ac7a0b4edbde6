package io.receivables.dunning;

import static io.receivables.dunning.Scene.day;
import static io.receivables.dunning.Scene.euro;
import static io.receivables.dunning.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Reversal;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What dunning promises, and the traps that others fell into. Items are due on 2026-05-01, a Friday, unless said otherwise. */
class GuaranteesTest {
    private static final DunningStep[] TEN_TWENTY_THIRTY = {
        DunningStep.reminder(1, 10), DunningStep.reminder(2, 20), DunningStep.reminder(3, 30)
    };

    private static Scene scene() {
        return new Scene(TEN_TWENTY_THIRTY);
    }

    private static DunningPolicy policy() {
        return DunningPolicy.of("test", TEN_TWENTY_THIRTY).onCalendar(DunningPolicy.EVERY_DAY);
    }

    // ---- a run proposes, and depends on its arguments alone

    @Test
    void a_dry_run_is_the_run() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        DunningPlan dry = scene.plan("2026-05-11");

        DunningPlan run = scene.run("2026-05-11");

        assertThat(dry.letters()).isEqualTo(run.letters()).hasSize(1);
        assertThat(dry.why("F-1")).isEqualTo(run.why("F-1"));
    }

    @Test
    void a_run_before_one_that_was_accepted_is_refused() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");

        assertThatThrownBy(() -> scene.plan("2026-05-10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-05-10 is before the run of 2026-05-11");
    }

    // ---- once

    @Test
    void twenty_two_runs_in_a_day_remind_once() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");

        List<String> done = new ArrayList<>();
        for (int run = 0; run < 22; run++) {
            done.addAll(told(scene.run("2026-05-11")));
        }

        assertThat(done).containsExactly("2026-05-11 F-1/1 level-1 EUR 100.00");
    }

    @Test
    void what_was_accepted_and_has_no_outcome_is_not_proposed_again() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        DunningEvent accepted =
                scene.plan("2026-05-11").letters().get(0).accepted().get(0);

        scene.event(accepted);

        assertThat(scene.plan("2026-05-25").letters()).isEmpty();
        assertThat(scene.why("2026-05-25", "F-1").rule()).isEqualTo(Rule.ACTION_PENDING);
    }

    @Test
    void the_key_of_an_action_does_not_depend_on_the_run() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.plan("2026-05-11").actions().get(0).key())
                .isEqualTo(scene.plan("2026-05-12").actions().get(0).key())
                .hasToString("F-1/1:level-1:0");
    }

    @Test
    void a_fee_comes_once_for_each_level() {
        Scene scene = new Scene(
                        DunningStep.reminder(1, 5).fee(Fee.fixed(euro("10.00"))),
                        DunningStep.reminder(2, 10).fee(Fee.percentOfOriginal("15")))
                .invoice("F-1", "2026-05-01", "100.00");

        // 10.00 at level 1; 15 % of the original 100.00 at level 2, not of 110.00
        assertThat(scene.run("2026-05-06").letters().get(0).fees()).containsEntry("EUR", euro("10.00"));
        assertThat(scene.run("2026-05-06").letters()).isEmpty();
        assertThat(scene.run("2026-05-11").letters().get(0).fees()).containsEntry("EUR", euro("15.00"));
    }

    @Test
    void a_fixed_fee_of_a_letter_comes_once_whatever_the_number_of_items() {
        Scene scene = new Scene(DunningStep.reminder(1, 5).fee(Fee.fixed(euro("10.00"))))
                .invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "2026-05-02", "60.00");

        Letter letter = scene.run("2026-05-07").letters().get(0);

        assertThat(letter.actions()).hasSize(2);
        assertThat(letter.fees()).containsExactly(Map.entry("EUR", euro("10.00")));
    }

    // ---- catching up

    @Test
    void a_missed_day_is_caught_up() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-10");

        // no run on the 11th and the 21st
        assertThat(told(scene.run("2026-05-14"))).containsExactly("2026-05-14 F-1/1 level-1 EUR 100.00");
        assertThat(told(scene.run("2026-05-24"))).containsExactly("2026-05-24 F-1/1 level-2 EUR 100.00");
    }

    @Test
    void after_a_long_gap_steps_come_one_by_one() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.runDaily("2026-07-01", "2026-07-10"))
                .containsExactly(
                        "2026-07-01 F-1/1 level-1 EUR 100.00",
                        "2026-07-02 F-1/1 level-2 EUR 100.00",
                        "2026-07-03 F-1/1 level-3 EUR 100.00");
    }

    @Test
    void or_the_most_severe_step_at_once_where_the_policy_says_so() {
        Scene scene = new Scene(policy().catchingUp(CatchUp.MOST_SEVERE)).invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.runDaily("2026-05-22", "2026-06-30"))
                .containsExactly("2026-05-22 F-1/1 level-2 EUR 100.00", "2026-05-31 F-1/1 level-3 EUR 100.00");
    }

    @Test
    void a_formal_notice_is_never_passed_over() {
        DunningPolicy policy = DunningPolicy.of(
                        "test",
                        DunningStep.reminder(1, 10),
                        DunningStep.formalNotice(2, 20),
                        DunningStep.handOver(3, 30, Successor.LAWYER))
                .onCalendar(DunningPolicy.EVERY_DAY)
                .catchingUp(CatchUp.MOST_SEVERE);
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.runDaily("2026-07-01", "2026-07-05"))
                .containsExactly("2026-07-01 F-1/1 level-2 EUR 100.00", "2026-07-02 F-1/1 level-3 EUR 100.00");
    }

    @Test
    void a_severe_step_for_which_too_little_is_claimed_gives_way_to_a_milder_one() {
        DunningPolicy policy = DunningPolicy.of(
                        "test",
                        DunningStep.reminder(1, 10),
                        DunningStep.reminder(2, 20),
                        DunningStep.reminder(3, 30).atLeast(euro("100.01")))
                .onCalendar(DunningPolicy.EVERY_DAY)
                .catchingUp(CatchUp.MOST_SEVERE);

        assertThat(new Scene(policy).invoice("F-1", "2026-05-01", "100.00").runDaily("2026-07-01", "2026-07-05"))
                .containsExactly("2026-07-01 F-1/1 level-2 EUR 100.00");
        assertThat(new Scene(policy).invoice("F-1", "2026-05-01", "100.01").runDaily("2026-07-01", "2026-07-05"))
                .containsExactly("2026-07-01 F-1/1 level-3 EUR 100.01");
    }

    @Test
    void a_step_that_waits_for_the_one_before_is_not_reached_by_catching_up() {
        DunningPolicy policy = DunningPolicy.of(
                        "test",
                        DunningStep.reminder(1, 10),
                        DunningStep.reminder(2, 20).afterPrevious(7))
                .onCalendar(DunningPolicy.EVERY_DAY)
                .catchingUp(CatchUp.MOST_SEVERE);
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.runDaily("2026-07-01", "2026-07-20"))
                .containsExactly("2026-07-01 F-1/1 level-1 EUR 100.00", "2026-07-08 F-1/1 level-2 EUR 100.00");
    }

    // ---- payments

    @Test
    void a_part_payment_skips_no_level_and_restarts_nothing() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        scene.pay("2026-05-15", "40.00", "F-1");

        assertThat(scene.runDaily("2026-05-12", "2026-06-15"))
                .containsExactly("2026-05-21 F-1/1 level-2 EUR 60.00", "2026-05-31 F-1/1 level-3 EUR 60.00");
    }

    @Test
    void paying_the_oldest_invoices_skips_no_level_of_the_next_one() {
        Scene scene = new Scene(DunningStep.reminder(1, 5), DunningStep.reminder(2, 7), DunningStep.reminder(3, 11))
                .invoice("A", "2026-05-31", "249.95")
                .invoice("B", "2026-05-31", "500.00")
                .invoice("C", "2026-06-02", "700.00");
        scene.pay("2026-06-02", "249.95", "A");
        scene.pay("2026-06-02", "500.00", "B");
        scene.pay("2026-06-03", "200.00", "C");

        assertThat(scene.runDaily("2026-06-03", "2026-06-20"))
                .containsExactly(
                        "2026-06-07 C/1 level-1 EUR 500.00",
                        "2026-06-09 C/1 level-2 EUR 500.00",
                        "2026-06-13 C/1 level-3 EUR 500.00");
    }

    @Test
    void a_part_payment_restarts_the_ladder_where_the_policy_says_so() {
        Scene scene = new Scene(policy().onPartPayment(PartPayment.RESTARTS)).invoice("F-1", "2026-05-01", "100.00");
        scene.runDaily("2026-05-11", "2026-05-21");
        scene.pay("2026-05-25", "40.00", "F-1");

        // ten days after the 25th, and again as actions of their own
        assertThat(scene.runDaily("2026-05-26", "2026-06-20"))
                .containsExactly("2026-06-04 F-1/1 level-1 EUR 60.00", "2026-06-14 F-1/1 level-2 EUR 60.00");
        assertThat(scene.cases().state(Scene.item("F-1")).cycle()).isEqualTo(1);
    }

    @Test
    void full_payment_ends_it_and_counts_on_the_day_of_the_run() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        scene.pay("2026-05-21", "100.00", "F-1");

        assertThat(scene.runDaily("2026-05-21", "2026-07-01")).isEmpty();
        assertThat(scene.why("2026-07-01", "F-1").rule()).isEqualTo(Rule.SETTLED);
    }

    @Test
    void a_returned_payment_reopens_the_case_where_it_stood_after_an_early_contact() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        String payment = scene.pay("2026-05-14", "100.00", "F-1");
        scene.runDaily("2026-05-14", "2026-05-24");
        scene.returned("2026-05-25", payment);

        assertThat(scene.runDaily("2026-05-25", "2026-06-01"))
                .containsExactly(
                        "2026-05-25 F-1/1 returned-2026-05-25 EUR 100.00",
                        "2026-05-26 F-1/1 level-2 EUR 100.00",
                        "2026-05-31 F-1/1 level-3 EUR 100.00");
    }

    @Test
    void the_early_contact_is_made_as_the_policy_says_or_not_at_all() {
        Scene by_mail = new Scene(policy().contactOnReturn(Channel.EMAIL)).invoice("F-1", "2026-05-01", "100.00");
        by_mail.returned("2026-04-22", by_mail.pay("2026-04-20", "100.00", "F-1"));
        Scene never = new Scene(policy().withoutContactOnReturn()).invoice("F-1", "2026-05-01", "100.00");
        never.returned("2026-04-22", never.pay("2026-04-20", "100.00", "F-1"));

        Letter letter = by_mail.plan("2026-04-23").letters().get(0);
        assertThat(letter.channel()).isEqualTo(Channel.EMAIL);
        assertThat(letter.step().kind()).isEqualTo(StepKind.RETURN_CONTACT);
        assertThat(never.plan("2026-04-23").letters()).isEmpty();
    }

    @Test
    void money_that_was_only_allocated_elsewhere_is_no_returned_payment() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00").invoice("F-2", "2026-05-01", "100.00");
        scene.pay("2026-05-02", "100.00", "F-1");
        scene.fact(Reversal.ofAllocation("R", "A-2", day("2026-05-04")));

        assertThat(scene.plan("2026-05-05").letters()).isEmpty();
        assertThat(scene.why("2026-05-05", "F-1").rule()).isEqualTo(Rule.COVERED_BY_CREDIT);
    }

    // ---- what is late

    @Test
    void due_today_is_not_overdue() {
        Scene scene = new Scene(DunningStep.reminder(1, 0)).invoice("F-1", "2026-05-31", "100.00");

        assertThat(scene.runDaily("2026-05-30", "2026-06-02")).containsExactly("2026-06-01 F-1/1 level-1 EUR 100.00");
    }

    @Test
    void a_courtesy_notice_comes_before_the_due_date_or_never() {
        DunningStep[] steps = {
            DunningStep.courtesy(10), DunningStep.courtesy(3), DunningStep.reminder(1, 5),
        };

        assertThat(new Scene(steps).invoice("F-1", "2026-05-31", "100.00").runDaily("2026-05-15", "2026-06-05"))
                .containsExactly(
                        "2026-05-21 F-1/1 courtesy-10 EUR 100.00",
                        "2026-05-28 F-1/1 courtesy-3 EUR 100.00",
                        "2026-06-05 F-1/1 level-1 EUR 100.00");
        assertThat(new Scene(steps).invoice("F-1", "2026-05-31", "100.00").runDaily("2026-05-31", "2026-06-05"))
                .containsExactly("2026-05-31 F-1/1 courtesy-3 EUR 100.00", "2026-06-05 F-1/1 level-1 EUR 100.00");
        assertThat(new Scene(steps).invoice("F-1", "2026-05-31", "100.00").runDaily("2026-06-01", "2026-06-05"))
                .containsExactly("2026-06-05 F-1/1 level-1 EUR 100.00");
    }

    @Test
    void credit_notes_are_never_dunned() {
        Scene scene = scene().creditNote("2026-04-01", "30.00").invoice("F-1", "2026-05-01", "100.00");

        // 30.00 of credit stand against 100.00
        assertThat(told(scene.run("2026-05-11"))).containsExactly("2026-05-11 F-1/1 level-1 EUR 70.00");
    }

    @Test
    void credit_covers_what_is_due_first() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "2026-05-02", "50.00")
                .unapplied("2026-05-03", "120.00");

        // F-1 is covered whole; of F-2, 20.00 are: 30.00 remain
        assertThat(told(scene.run("2026-05-12"))).containsExactly("2026-05-12 F-2/1 level-1 EUR 30.00");
        assertThat(scene.why("2026-05-12", "F-1").rule()).isEqualTo(Rule.COVERED_BY_CREDIT);
    }

    @Test
    void only_the_instalment_that_is_late_is_dunned() {
        Scene scene = scene().instalments(
                        "F-1",
                        "2026-04-01",
                        Instalment.of(day("2026-05-01"), euro("50.00")),
                        Instalment.of(day("2026-06-01"), euro("70.00")));

        assertThat(told(scene.run("2026-05-11"))).containsExactly("2026-05-11 F-1/1 level-1 EUR 50.00");
        assertThat(told(scene.run("2026-06-11")))
                .containsExactly("2026-06-11 F-1/1 level-2 EUR 50.00", "2026-06-11 F-1/2 level-1 EUR 70.00");
    }

    @Test
    void what_is_left_is_dunned_and_not_the_total() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.pay("2026-05-02", "99.99", "F-1");

        assertThat(told(scene.run("2026-05-11"))).containsExactly("2026-05-11 F-1/1 level-1 EUR 0.01");
    }

    @Test
    void what_is_disputed_is_left_out() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "1000.00").dispute("2026-05-05", "F-1", "200.00");

        assertThat(told(scene.run("2026-05-11"))).containsExactly("2026-05-11 F-1/1 level-1 EUR 800.00");
    }

    @Test
    void a_dispute_of_everything_waits_and_goes_on_where_it_stopped() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        String dispute = scene.dispute("2026-05-15", "F-1");
        assertThat(scene.runDaily("2026-05-15", "2026-05-31")).isEmpty();

        scene.resolved("2026-06-01", dispute);

        assertThat(scene.runDaily("2026-06-01", "2026-06-01")).containsExactly("2026-06-01 F-1/1 level-2 EUR 100.00");
    }

    // ---- what suspends

    @Test
    void a_hold_ends_by_itself() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00").hold("2026-05-05", "2026-05-20", "F-1");

        assertThat(scene.runDaily("2026-05-05", "2026-05-21")).containsExactly("2026-05-21 F-1/1 level-1 EUR 100.00");
    }

    @Test
    void a_hold_of_a_customer_holds_everything() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "OTHER", "2026-05-01", euro("70.00"))
                .hold("2026-05-05", "2026-05-20");

        assertThat(told(scene.run("2026-05-11"))).containsExactly("2026-05-11 F-2/1 level-1 EUR 70.00");
    }

    @Test
    void a_promise_is_waited_for_and_a_broken_one_goes_on_the_day_after() {
        Scene scene =
                scene().invoice("F-1", "2026-05-01", "100.00").promise("2026-05-05", "100.00", "2026-05-20", "F-1");

        assertThat(scene.runDaily("2026-05-05", "2026-05-25"))
                .containsExactly("2026-05-21 F-1/1 level-1 EUR 100.00", "2026-05-22 F-1/1 level-2 EUR 100.00");
    }

    @Test
    void a_promise_for_the_account_is_for_what_is_due_first() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "2026-05-02", "50.00")
                .promise("2026-05-05", "100.00", "2026-05-20");

        assertThat(told(scene.run("2026-05-12"))).containsExactly("2026-05-12 F-2/1 level-1 EUR 50.00");
    }

    @Test
    void a_broken_instalment_of_a_plan_reopens_the_case_where_it_stood() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00");
        scene.run("2026-05-11");
        scene.plan(
                "2026-05-12",
                "F-1",
                Instalment.of(day("2026-05-30"), euro("50.00")),
                Instalment.of(day("2026-06-30"), euro("50.00")));
        scene.pay("2026-05-30", "50.00", "F-1");

        assertThat(scene.runDaily("2026-05-12", "2026-07-02"))
                .containsExactly("2026-07-01 F-1/1 level-2 EUR 50.00", "2026-07-02 F-1/1 level-3 EUR 50.00");
    }

    @Test
    void insolvency_stops_everything_until_it_is_over() {
        Scene scene = scene().invoice("F-1", "2026-05-01", "100.00")
                .event(new InsolvencyOpened(Scene.CUSTOMER, day("2026-05-03"), "court of commerce"));
        assertThat(scene.runDaily("2026-05-03", "2026-06-30")).isEmpty();

        scene.event(new InsolvencyClosed(Scene.CUSTOMER, day("2026-07-01"), "closed"));

        assertThat(told(scene.run("2026-07-01"))).containsExactly("2026-07-01 F-1/1 level-1 EUR 100.00");
    }

    // ---- calendar

    @Test
    void what_falls_on_a_day_off_is_moved_and_not_lost() {
        // due on Friday 2026-05-01: level 1 on Monday the 11th; level 2 on the 21st, a day off here; level 3 on Sunday
        // the 31st
        DunningPolicy policy = policy().onCalendar("national");
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-01", "100.00");
        DunningOptions options = scene.options("2026-05-21")
                .with("national", date -> date.getDayOfWeek().getValue() < 6 && !date.equals(day("2026-05-21")));

        assertThat(run(scene, options, "2026-05-11", "2026-06-05"))
                .containsExactly("2026-05-11 level-1", "2026-05-22 level-2", "2026-06-01 level-3");
    }

    private static List<String> run(Scene scene, DunningOptions options, String from, String to) {
        List<String> done = new ArrayList<>();
        for (LocalDate date = day(from); !date.isAfter(day(to)); date = date.plusDays(1)) {
            DunningPlan plan = DunningRun.plan(scene.log(), scene.cases(), scene.policies(), options.on(date));
            plan.actions()
                    .forEach(action -> done.add(plan.date() + " " + action.key().step()));
            scene.event(plan.asSent().toArray(DunningEvent[]::new));
        }
        return done;
    }

    @Test
    void a_courtesy_notice_that_days_off_would_move_past_the_due_date_goes_out_before_them() {
        // due on Sunday 2026-05-31; the days before are a Saturday and Friday the 29th
        DunningPolicy policy = DunningPolicy.of("test", DunningStep.courtesy(1), DunningStep.reminder(1, 10));
        Scene scene = new Scene(policy).invoice("F-1", "2026-05-31", "100.00");

        assertThat(scene.why("2026-05-28", "F-1").changesOn()).contains(day("2026-05-29"));
        assertThat(scene.runDaily("2026-05-25", "2026-06-05"))
                .containsExactly("2026-05-29 F-1/1 courtesy-1 EUR 100.00");
        Scene late = new Scene(policy).invoice("F-1", "2026-05-31", "100.00");
        assertThat(late.why("2026-05-30", "F-1").rule()).isEqualTo(Rule.NO_BUSINESS_DAY);
        assertThat(late.why("2026-05-30", "F-1").changesOn()).contains(day("2026-06-01"));
        assertThat(late.runDaily("2026-05-30", "2026-06-05")).isEmpty();
    }

    @Test
    void a_calendar_that_nobody_gave_is_named() {
        Scene scene = new Scene(policy().onCalendar("mars")).invoice("F-1", "2026-05-01", "100.00");

        assertThatThrownBy(() -> scene.plan("2026-05-11"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names the calendar \"mars\"");
    }

    @Test
    void nobody_is_written_to_more_often_than_the_interval_allows() {
        Scene scene = new Scene(policy().withMinimumInterval(7))
                .invoice("F-1", "2026-05-01", "100.00")
                .invoice("F-2", "2026-05-03", "50.00");

        // F-2 is ready on the 13th, two days after the letter about F-1
        assertThat(scene.runDaily("2026-05-11", "2026-05-19"))
                .containsExactly("2026-05-11 F-1/1 level-1 EUR 100.00", "2026-05-18 F-2/1 level-1 EUR 50.00");
    }

    @Test
    void amounts_of_different_currencies_are_never_added() {
        Scene scene = new Scene(DunningStep.reminder(1, 10).atLeast(euro("150.00"), Money.of("150.00", "USD")))
                .invoice("F-1", Scene.CUSTOMER, "2026-05-01", euro("100.00"))
                .invoice("F-2", Scene.CUSTOMER, "2026-05-01", Money.of("100.00", "USD"));

        assertThat(scene.plan("2026-05-11").letters()).isEmpty();
        assertThat(scene.why("2026-05-11", "F-1").facts()).containsEntry("weighed", "EUR 100.00");
    }

    @Test
    void a_customers_items_count_together_towards_a_minimum() {
        Scene scene = new Scene(DunningStep.reminder(1, 10).atLeast(euro("10.00")))
                .invoice("F-1", "2026-05-01", "6.00")
                .invoice("F-2", "2026-05-08", "4.00");

        // F-2 is overdue from the 9th on; it is not ten days late before the 18th
        assertThat(scene.runDaily("2026-05-11", "2026-05-18"))
                .containsExactly("2026-05-11 F-1/1 level-1 EUR 6.00", "2026-05-18 F-2/1 level-1 EUR 4.00");
    }

    @Test
    void a_customer_without_anything_open_gets_nothing() {
        Scene scene = scene().customer(Customer.of("IDLE", "Idle & Sons"));

        assertThat(scene.plan("2026-05-11").letters()).isEmpty();
        assertThat(scene.plan("2026-05-11").counts()).isEmpty();
    }
}
