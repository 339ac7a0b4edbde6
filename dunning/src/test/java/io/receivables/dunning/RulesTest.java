package io.receivables.dunning;

import static io.receivables.dunning.Scene.CUSTOMER;
import static io.receivables.dunning.Scene.day;
import static io.receivables.dunning.Scene.euro;
import static io.receivables.dunning.Scene.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.Successor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule, when it decides, and the day on which its answer changes. F-1 is due on 2026-05-01 over EUR 100.00. */
class RulesTest {
    private static Scene scene() {
        return new Scene(
                        DunningStep.reminder(1, 10), DunningStep.reminder(2, 20).afterPrevious(7))
                .invoice("F-1", "2026-05-01", "100.00");
    }

    private static Scene scene(DunningPolicy policy) {
        return new Scene(policy).invoice("F-1", "2026-05-01", "100.00");
    }

    private static DunningPolicy policy(DunningStep... steps) {
        return DunningPolicy.of("test", steps).onCalendar(DunningPolicy.EVERY_DAY);
    }

    /** The rule holds on a day and gives way on another one, not before. */
    private static void assertRule(Scene scene, Rule rule, String date, String changesOn) {
        Explanation why = scene.why(date, "F-1");
        assertThat(why.rule()).isEqualTo(rule);
        assertThat(why.action()).isEmpty();
        assertThat(why.changesOn()).contains(day(changesOn));
        assertThat(scene.why(day(changesOn).minusDays(1).toString(), "F-1").rule())
                .isEqualTo(rule);
        assertThat(scene.why(changesOn, "F-1").rule()).isNotEqualTo(rule);
    }

    /** The rule holds on a day, and the passing of time changes nothing. */
    private static void assertLasting(Scene scene, Rule rule, String date) {
        Explanation why = scene.why(date, "F-1");
        assertThat(why.rule()).isEqualTo(rule);
        assertThat(why.action()).isEmpty();
        assertThat(why.changesOn()).isEmpty();
        assertThat(scene.why(day(date).plusYears(1).toString(), "F-1").rule()).isEqualTo(rule);
    }

    private static void assertActs(Scene scene, Rule rule, String date, String step) {
        Explanation why = scene.why(date, "F-1");
        assertThat(why.rule()).isEqualTo(rule);
        assertThat(why.changesOn()).isEmpty();
        assertThat(why.action())
                .get()
                .satisfies(action -> assertThat(action.key().step()).isEqualTo(step));
        assertThat(scene.plan(date).actions()).containsExactly(why.action().orElseThrow());
    }

    // ---- nothing to collect

    @Test
    void not_issued() {
        assertRule(scene(), Rule.NOT_ISSUED, "2026-03-31", "2026-04-01");
    }

    @Test
    void settled() {
        Scene scene = scene();
        scene.pay("2026-05-10", "100.00", "F-1");

        assertLasting(scene, Rule.SETTLED, "2026-05-11");
        assertThat(scene.plan("2026-05-11").counts()).isEmpty();
    }

    @Test
    void written_off() {
        assertLasting(scene().writeOff("2026-05-10", "100.00", "F-1"), Rule.WRITTEN_OFF, "2026-05-11");
    }

    @Test
    void paid_after_a_part_was_written_off_is_settled() {
        Scene scene = scene().writeOff("2026-05-10", "40.00", "F-1");
        scene.pay("2026-05-11", "60.00", "F-1");

        assertLasting(scene, Rule.SETTLED, "2026-05-11");
    }

    @Test
    void handed_over() {
        Scene scene = scene(
                policy(DunningStep.formalNotice(1, 10), DunningStep.handOver(2, 20, Successor.COLLECTION_AGENCY)));
        scene.run("2026-05-11");
        scene.run("2026-05-21");

        assertLasting(scene, Rule.HANDED_OVER, "2026-05-22");
    }

    // ---- nobody may collect

    @Test
    void insolvent() {
        Scene scene = scene().event(new InsolvencyOpened(CUSTOMER, day("2026-05-03"), "court"));

        assertLasting(scene, Rule.INSOLVENT, "2026-05-11");
    }

    @Test
    void on_hold() {
        assertRule(scene().hold("2026-05-05", "2026-05-20", "F-1"), Rule.ON_HOLD, "2026-05-11", "2026-05-21");
    }

    @Test
    void the_longest_hold_counts() {
        Scene scene = scene().hold("2026-05-05", "2026-05-20", "F-1").hold("2026-05-06", "2026-05-15");

        assertRule(scene, Rule.ON_HOLD, "2026-05-11", "2026-05-21");
    }

    @Test
    void a_hold_that_is_set_for_later_changes_the_answer_when_it_begins() {
        assertRule(scene().hold("2026-05-08", "2026-05-20", "F-1"), Rule.STEP_NOT_DUE, "2026-05-06", "2026-05-08");
    }

    @Test
    void a_released_hold_holds_no_more() {
        Scene scene = scene().event(
                        new HoldSet(
                                "H",
                                CUSTOMER,
                                day("2026-05-05"),
                                List.of(),
                                day("2026-05-20"),
                                HoldReason.MANUAL,
                                "talks"),
                        new HoldReleased("H", CUSTOMER, day("2026-05-12")));

        assertRule(scene, Rule.ON_HOLD, "2026-05-11", "2026-05-12");
    }

    @Test
    void payment_in_transit() {
        Scene scene = scene().event(new HoldSet(
                "H",
                CUSTOMER,
                day("2026-05-05"),
                List.of(item("F-1")),
                day("2026-05-12"),
                HoldReason.PAYMENT_IN_TRANSIT,
                "paid by transfer"));

        assertRule(scene, Rule.PAYMENT_IN_TRANSIT, "2026-05-11", "2026-05-13");
    }

    @Test
    void alert_hold() {
        DunningPolicy policy = policy(DunningStep.reminder(1, 10))
                .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.HOLD)
                .withAlertHoldDays(5);
        Scene scene = scene(policy).alert(new Alert("A", CUSTOMER, AlertKind.LIMIT_BREACH, day("2026-05-09")));

        assertRule(scene, Rule.ALERT_HOLD, "2026-05-11", "2026-05-14");
        assertThat(scene.alert(new Alert("A", "OTHER", AlertKind.LIMIT_BREACH, day("2026-05-09")))
                        .why("2026-05-11", "F-1")
                        .rule())
                .isEqualTo(Rule.STEP_DUE);
        assertThat(scene.alert(new Alert("A", CUSTOMER, AlertKind.WORSENING_PAYER, day("2026-05-09")))
                        .why("2026-05-11", "F-1")
                        .rule())
                .isEqualTo(Rule.STEP_DUE);
    }

    @Test
    void on_plan() {
        Scene scene = scene(policy(DunningStep.reminder(1, 10)).withPlanToleranceDays(3))
                .plan("2026-05-05", "F-1", Instalment.of(day("2026-05-20"), euro("100.00")));

        assertRule(scene, Rule.ON_PLAN, "2026-05-11", "2026-05-24");
    }

    @Test
    void promised() {
        Scene scene = scene(policy(DunningStep.reminder(1, 10)).withPromiseGraceDays(2))
                .promise("2026-05-05", "100.00", "2026-05-20", "F-1");

        assertRule(scene, Rule.PROMISED, "2026-05-11", "2026-05-23");
    }

    @Test
    void of_two_promises_the_later_one_counts() {
        Scene scene = scene().promise("2026-05-05", "40.00", "2026-05-20", "F-1")
                .promise("2026-05-05", "60.00", "2026-05-25", "F-1");

        assertRule(scene, Rule.PROMISED, "2026-05-11", "2026-05-26");
    }

    /** When the promise of an item that is due earlier ends, that of the account is for this item first. */
    @Test
    void a_promise_of_the_account_may_go_to_another_item_when_that_items_own_promise_ends() {
        Scene scene = scene().invoice("F-0", "2026-04-20", "70.00")
                .promise("2026-05-05", "70.00", "2026-05-15", "F-0")
                .promise("2026-05-05", "60.00", "2026-05-25");

        assertRule(scene, Rule.PROMISED, "2026-05-11", "2026-05-16");
    }

    @Test
    void plan_offered() {
        PlanOffered offer = new PlanOffered(
                "O",
                CUSTOMER,
                day("2026-05-05"),
                List.of(item("F-1")),
                List.of(Instalment.of(day("2026-06-01"), euro("100.00"))),
                day("2026-05-15"));

        assertRule(scene().event(offer), Rule.PLAN_OFFERED, "2026-05-11", "2026-05-16");
        assertThat(scene().event(offer, new PlanDeclined("O", CUSTOMER, day("2026-05-10")))
                        .why("2026-05-11", "F-1")
                        .rule())
                .isEqualTo(Rule.STEP_DUE);
    }

    @Test
    void disputed() {
        Scene scene = scene();
        scene.dispute("2026-05-05", "F-1");

        assertLasting(scene, Rule.DISPUTED, "2026-05-11");
    }

    @Test
    void covered_by_credit() {
        assertLasting(scene().unapplied("2026-05-05", "100.00"), Rule.COVERED_BY_CREDIT, "2026-05-11");
        assertThat(scene().unapplied("2026-05-05", "99.99")
                        .why("2026-05-11", "F-1")
                        .rule())
                .isEqualTo(Rule.STEP_DUE);
        assertThat(scene(policy(DunningStep.reminder(1, 10)).coveredByCredit(false))
                        .unapplied("2026-05-05", "100.00")
                        .why("2026-05-11", "F-1")
                        .rule())
                .isEqualTo(Rule.STEP_DUE);
    }

    // ---- something is under way

    @Test
    void action_pending() {
        Scene scene = scene();
        scene.event(scene.plan("2026-05-11").letters().get(0).accepted().get(0));

        assertLasting(scene, Rule.ACTION_PENDING, "2026-05-11");
    }

    @Test
    void undeliverable_until_the_contact_is_put_right() {
        Scene scene = scene();
        Letter letter = scene.plan("2026-05-11").letters().get(0);
        scene.event(letter.accepted().get(0))
                .event(
                        new LetterSending(letter.id(), CUSTOMER, day("2026-05-11"), 1),
                        new LetterFailed(letter.id(), CUSTOMER, day("2026-05-11"), 1, "no such mailbox", true));
        assertLasting(scene, Rule.UNDELIVERABLE, "2026-05-12");

        scene.event(new ContactCorrected(CUSTOMER, day("2026-05-13")));

        assertActs(scene, Rule.STEP_DUE, "2026-05-13", "level-1");
    }

    @Test
    void acted_today() {
        Scene scene = scene();
        scene.run("2026-05-11");

        assertRule(scene, Rule.ACTED_TODAY, "2026-05-11", "2026-05-12");
    }

    @Test
    void postponed() {
        Scene scene = scene();
        ActionKey key = scene.plan("2026-05-11").actions().get(0).key();
        scene.event(new ActionPostponed(key, CUSTOMER, day("2026-05-11"), day("2026-05-14"), "holidays"));

        assertRule(scene, Rule.POSTPONED, "2026-05-11", "2026-05-15");
    }

    @Test
    void a_contact_about_a_returned_payment_is_postponed_by_its_own_name_only() {
        Scene scene = scene();
        ActionKey step = scene.plan("2026-05-11").actions().get(0).key();
        scene.event(new ActionPostponed(step, CUSTOMER, day("2026-05-11"), day("2026-05-20"), "holidays"));
        scene.returned("2026-05-13", scene.pay("2026-05-12", "100.00", "F-1"));

        assertActs(scene, Rule.RETURNED, "2026-05-13", "returned-2026-05-13");

        ActionKey contact = scene.plan("2026-05-13").actions().get(0).key();
        scene.event(new ActionPostponed(contact, CUSTOMER, day("2026-05-13"), day("2026-05-14"), "bank holiday"));
        assertRule(scene, Rule.POSTPONED, "2026-05-14", "2026-05-15");
        assertActs(scene, Rule.RETURNED, "2026-05-15", "returned-2026-05-13");
        scene.run("2026-05-15");
        assertRule(scene, Rule.POSTPONED, "2026-05-16", "2026-05-21");
    }

    @Test
    void what_is_postponed_twice_waits_for_both() {
        Scene scene = scene();
        scene.returned("2026-05-13", scene.pay("2026-05-12", "100.00", "F-1"));
        ActionKey contact = scene.plan("2026-05-13").actions().get(0).key();
        ActionKey step = new ActionKey(item("F-1"), "level-1", 0);
        scene.event(new ActionPostponed(step, CUSTOMER, day("2026-05-13"), day("2026-07-20"), "holidays"));
        scene.event(new ActionPostponed(contact, CUSTOMER, day("2026-05-13"), day("2026-06-20"), "illness"));

        // news of a return is news for thirty days
        assertRule(scene, Rule.POSTPONED, "2026-06-20", "2026-07-21");
        assertActs(scene, Rule.STEP_DUE, "2026-07-21", "level-1");
    }

    // ---- not yet

    @Test
    void not_due() {
        assertRule(scene(), Rule.NOT_DUE, "2026-04-20", "2026-05-02");
        assertRule(
                scene(policy(DunningStep.courtesy(5), DunningStep.reminder(1, 10))),
                Rule.NOT_DUE,
                "2026-04-20",
                "2026-04-26");
    }

    @Test
    void in_grace() {
        Scene scene = scene(policy(DunningStep.reminder(1, 3)).withGraceDays(5));

        // due on the 1st, five days of grace: from the 7th on; the step, three days past due, has been waiting
        assertRule(scene, Rule.IN_GRACE, "2026-05-02", "2026-05-07");
        assertActs(scene, Rule.STEP_DUE, "2026-05-07", "level-1");
    }

    @Test
    void step_not_due() {
        assertRule(scene(), Rule.STEP_NOT_DUE, "2026-05-02", "2026-05-11");
    }

    @Test
    void after_previous_step() {
        Scene scene = scene();
        scene.run("2026-05-18");

        // twenty days past due on the 21st; seven days after the first step on the 25th
        assertRule(scene, Rule.AFTER_PREVIOUS_STEP, "2026-05-21", "2026-05-25");
    }

    @Test
    void ladder_done() {
        Scene scene = scene();
        scene.runDaily("2026-05-11", "2026-05-25");

        assertLasting(scene, Rule.LADDER_DONE, "2026-05-26");
    }

    @Test
    void below_minimum() {
        DunningPolicy policy = policy(DunningStep.reminder(1, 10).atLeast(euro("150.00")));

        assertLasting(scene(policy), Rule.BELOW_MINIMUM, "2026-05-11");
        assertRule(scene(policy).invoice("F-2", "2026-05-15", "50.00"), Rule.BELOW_MINIMUM, "2026-05-11", "2026-05-16");
        assertThat(scene(policy)
                        .invoice("F-2", "2026-05-15", "49.99")
                        .why("2026-05-16", "F-1")
                        .rule())
                .isEqualTo(Rule.BELOW_MINIMUM);
    }

    @Test
    void a_minimum_of_invoices_looks_at_each_alone() {
        DunningPolicy policy =
                policy(DunningStep.reminder(1, 10).atLeast(euro("150.00"))).grouped(Grouping.PER_INVOICE);

        assertLasting(scene(policy).invoice("F-2", "2026-05-15", "50.00"), Rule.BELOW_MINIMUM, "2026-05-11");
    }

    @Test
    void interval() {
        Scene scene = scene(
                policy(DunningStep.reminder(1, 10), DunningStep.reminder(2, 12)).withMinimumInterval(7));
        scene.run("2026-05-11");

        assertRule(scene, Rule.INTERVAL, "2026-05-13", "2026-05-18");
    }

    @Test
    void no_business_day() {
        Scene scene = scene(DunningPolicy.of("test", DunningStep.reminder(1, 8)));

        // 2026-05-09 is a Saturday
        assertRule(scene, Rule.NO_BUSINESS_DAY, "2026-05-09", "2026-05-11");
    }

    @Test
    void sales_are_asked_first_and_may_say_no() {
        Scene scene = scene(policy(DunningStep.reminder(1, 10).sales(SalesInvolvement.ASKED_FIRST)));
        assertLasting(scene, Rule.SALES_TO_ANSWER, "2026-05-11");
        ActionKey key = scene.plan("2026-05-11").questions().get(0).key();

        scene.event(new SalesAsked(key, CUSTOMER, day("2026-05-11"), "Ms Tremblay"));
        assertThat(scene.plan("2026-05-12").questions()).isEmpty();
        assertLasting(scene, Rule.SALES_TO_ANSWER, "2026-05-12");

        scene.event(new SalesAnswered(key, CUSTOMER, day("2026-05-13"), false, "big order next week"));
        assertLasting(scene, Rule.SALES_REFUSED, "2026-05-13");

        scene.event(new SalesAnswered(key, CUSTOMER, day("2026-05-20"), true, ""));
        assertActs(scene, Rule.STEP_DUE, "2026-05-20", "level-1");
    }

    // ---- something is to be done

    @Test
    void returned() {
        Scene scene = scene();
        scene.returned("2026-05-05", scene.pay("2026-05-04", "100.00", "F-1"));

        assertActs(scene, Rule.RETURNED, "2026-05-05", "returned-2026-05-05");
        assertActs(scene, Rule.RETURNED, "2026-06-03", "returned-2026-05-05");
        // no news after thirty days
        assertActs(scene, Rule.STEP_DUE, "2026-06-04", "level-1");
    }

    @Test
    void a_rejected_debit_is_a_returned_payment() {
        Scene scene = scene().event(new DebitRejected("D", CUSTOMER, day("2026-05-05"), item("F-1"), "no funds"));

        assertActs(scene, Rule.RETURNED, "2026-05-05", "returned-2026-05-05");
    }

    @Test
    void alerted() {
        DunningPolicy policy = policy(DunningStep.courtesy(3), DunningStep.reminder(1, 10))
                .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY);
        Scene scene =
                scene(policy).alert(new Alert("2026:W16", CUSTOMER, AlertKind.WORSENING_PAYER, day("2026-04-20")));

        assertThat(scene.why("2026-04-19", "F-1").rule()).isEqualTo(Rule.NOT_DUE);
        assertActs(scene, Rule.ALERTED, "2026-04-20", "alert-2026_W16");
        scene.run("2026-04-20");
        assertThat(scene.why("2026-04-21", "F-1").rule()).isEqualTo(Rule.NOT_DUE);
        assertActs(scene, Rule.COURTESY_DUE, "2026-04-28", "courtesy-3");
    }

    @Test
    void courtesy_due() {
        Scene scene = scene(policy(DunningStep.courtesy(3), DunningStep.reminder(1, 10)));

        assertActs(scene, Rule.COURTESY_DUE, "2026-04-28", "courtesy-3");
        scene.run("2026-04-28");
        assertRule(scene, Rule.NOT_DUE, "2026-04-29", "2026-05-02");
    }

    @Test
    void step_due() {
        assertActs(scene(), Rule.STEP_DUE, "2026-05-11", "level-1");
    }

    // ---- explanations

    @Test
    void every_rule_has_an_example_here() {
        Set<String> tested = Arrays.stream(RulesTest.class.getDeclaredMethods())
                .map(method -> method.getName().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(EnumSet.allOf(Rule.class))
                .allSatisfy(rule -> assertThat(tested)
                        .anyMatch(name -> name.startsWith(rule.name())
                                || (name.startsWith("SALES_ARE_ASKED")
                                        && rule.name().startsWith("SALES"))));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_words_in_both_languages(Rule rule) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(ResourceBundle.getBundle("io.receivables.dunning.Rules", language)
                            .getString(rule.id()))
                    .isNotBlank();
        }
    }

    @Test
    void rule_ids_are_unique_and_rise_with_the_order_in_which_rules_are_tried() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void an_explanation_tells_the_facts_in_words() {
        Scene scene = scene().dispute("2026-05-02", "F-1", "30.00");
        scene.run("2026-05-18");

        assertThat(scene.why("2026-05-21", "F-1").lines(Locale.CANADA))
                .containsExactly(
                        "item F-1/1 of ACME, due on 2026-05-01: EUR 100.00 open",
                        "DUN-34: the next step (level-2) comes 7 days after the last one, which was on 2026-05-18",
                        "policy test, that of the company",
                        "this changes on 2026-05-25 at the earliest if nothing happens");
        assertThat(scene.why("2026-05-25", "F-1").lines(Locale.FRANCE))
                .containsExactly(
                        "poste F-1/1 de ACME, échéance le 2026-05-01 : EUR 100.00 ouverts",
                        "DUN-53: 24 jours de retard : rappel (level-2), courriel, EUR 70.00",
                        "politique test, celle de l'entreprise");
        assertThat(scene.why("2026-05-21", "F-1").facts())
                .containsEntry("disputed", "EUR 30.00")
                .containsEntry("claimed", "EUR 70.00")
                .containsEntry("stage", "reminded")
                .containsEntry("level", "1");
    }

    @Test
    void no_text_is_left_with_a_gap() {
        Scene scene = new Scene(Policies.of(policy(DunningStep.reminder(1, 10)))
                        .forSegment(
                                "retail", policy(DunningStep.reminder(1, 10)).named("retail policy")))
                .customer(Customer.of(CUSTOMER).inSegment("retail"))
                .invoice("F-1", "2026-05-01", "100.00");

        assertThat(scene.why("2026-05-11", "F-1").lines(Locale.ENGLISH))
                .contains("policy retail policy, that of the segment retail")
                .noneMatch(line -> line.contains("{"));
        assertThat(scene.why("2026-03-01", "F-1").lines(Locale.ENGLISH)).noneMatch(line -> line.contains("{"));
    }

    @Test
    void a_document_that_the_ledger_does_not_have_is_named() {
        Scene scene = scene().fact(Invoice.of("F-2", CUSTOMER, day("2026-04-01"), Money.of("10.00", "EUR"))
                .dueOn(day("2026-05-01")));

        assertThatThrownBy(() -> scene.plan("2026-05-11").why("F-9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"F-9\" is no invoice or debit note");
        assertThatThrownBy(() -> scene.plan("2026-05-11").whyOfCustomer("NOBODY"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"NOBODY\" is no customer");
        assertThat(scene.plan("2026-05-11").whyOfCustomer(CUSTOMER))
                .extracting(why -> why.item().documentId())
                .containsExactly("F-1", "F-2");
    }
}
