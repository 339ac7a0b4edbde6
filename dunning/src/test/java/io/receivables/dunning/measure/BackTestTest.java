package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.Dispute;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.cases.Stage;
import io.receivables.dunning.measure.BackTest.Difference;
import io.receivables.dunning.measure.Replay.Line;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackTestTest {
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final BackTestOptions MAY = BackTestOptions.daily(MAY_1, LocalDate.of(2026, 5, 31));

    /** Reminded 5 and 20 days past due. */
    private static final DunningPolicy COURTEOUS =
            policy("courteous", DunningStep.reminder(1, 5), DunningStep.reminder(2, 20));

    /** Reminded 2 days past due, called after 8. */
    private static final DunningPolicy STRICT = policy(
            "strict", DunningStep.reminder(1, 2), DunningStep.reminder(2, 8).by(Channel.PHONE));

    private final List<Fact> facts = new ArrayList<>();
    private final List<CollectionFact> agreements = new ArrayList<>();

    private static DunningPolicy policy(String id, DunningStep... steps) {
        return DunningPolicy.of(id, steps).onCalendar(DunningPolicy.EVERY_DAY);
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static ItemReference item(String documentId) {
        return ItemReference.of(documentId, 1);
    }

    private void invoice(String id, String customer, LocalDate due, String amount) {
        facts.add(Invoice.of(id, customer, due.minusDays(30), eur(amount)).dueOn(due));
    }

    private void paid(String id, String customer, LocalDate date, String amount, LocalDate recordedOn) {
        facts.add(Payment.of("P-" + id, customer, date, eur(amount)).recordedOn(recordedOn));
        facts.add(Allocation.ofPayment("A-" + id, "P-" + id, id, date, eur(amount))
                .recordedOn(recordedOn));
    }

    private CollectionLog log() {
        return CollectionLog.of(Ledger.of(facts), agreements);
    }

    private BackTest test(BackTestOptions options, DunningPolicy first, DunningPolicy second) {
        return BackTest.of(log(), options, Policies.of(first), Policies.of(second));
    }

    private static List<String> told(List<ActionAccepted> actions) {
        return actions.stream()
                .map(action -> action.date() + " " + action.key() + " "
                        + action.channel().code())
                .toList();
    }

    /** The lines of the class's documentation. */
    @Test
    void the_snippet_works() {
        invoice("F-1", "A", may(1), "100.00");
        CollectionLog log = log();
        LocalDate from = may(1);
        LocalDate to = may(31);
        Policies asItIs = Policies.of(COURTEOUS);
        Policies asProposed = Policies.of(STRICT);
        List<Rule> rules = new ArrayList<>();

        BackTest test = BackTest.of(log, BackTestOptions.daily(from, to), asItIs, asProposed);
        assertThat(test.first().lines()).hasSize(2);
        for (Difference difference : test.differences()) {
            rules.add(difference.inFirst().rule());
            rules.add(difference.inSecond().rule());
        }

        assertThat(rules).containsExactly(Rule.STEP_NOT_DUE, Rule.STEP_DUE);
    }

    // ---- what each side does

    @Test
    void each_side_goes_its_own_way_over_the_same_facts() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "A", may(3), "50.00");
        paid("F-2", "A", may(7), "50.00", may(7)); // before the courteous policy would have written

        BackTest test = test(MAY, COURTEOUS, STRICT);

        assertThat(told(test.first().actions()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
        assertThat(told(test.second().actions()))
                .containsExactly(
                        "2026-05-03 F-1/1:level-1:0 email",
                        "2026-05-05 F-2/1:level-1:0 email",
                        "2026-05-09 F-1/1:level-2:0 phone");
        assertThat(test.second().lines())
                .containsExactly(
                        new Line(StepKind.REMINDER, 1, Channel.EMAIL, 2, 2, Map.of("EUR", eur("150.00"))),
                        new Line(StepKind.REMINDER, 2, Channel.PHONE, 1, 1, Map.of("EUR", eur("100.00"))));
        assertThat(test.second().firstActions())
                .containsExactly(Map.entry(item("F-1"), may(3)), Map.entry(item("F-2"), may(5)));
        assertThat(test.first().cases().state(item("F-1")).level()).isEqualTo(2);
        assertThat(test.first().cases().state(item("F-2")).stage()).isEqualTo(Stage.CURRENT);
        assertThat(test.toString())
                .isEqualTo("BackTest[first=Replay[letters=2, actions=2], second=Replay[letters=3, actions=3], "
                        + "differences=2]");
    }

    @Test
    void a_letter_of_several_levels_counts_once_in_the_lines() {
        invoice("F-1", "A", MAY_1.minusDays(20), "100.00");
        invoice("F-2", "A", MAY_1.minusDays(4), "50.00");
        BackTestOptions options = MAY.on(List.of(may(1), may(2)));

        // on the 1st F-1 takes level 1; on the 2nd its level 2 goes with level 1 of F-2
        Replay replay = test(options, COURTEOUS, COURTEOUS).first();

        assertThat(replay.letters()).hasSize(2);
        assertThat(replay.lines())
                .containsExactly(
                        new Line(StepKind.REMINDER, 1, Channel.EMAIL, 1, 2, Map.of("EUR", eur("150.00"))),
                        new Line(StepKind.REMINDER, 2, Channel.EMAIL, 1, 1, Map.of("EUR", eur("100.00"))));
    }

    // ---- differences

    @Test
    void an_item_that_is_treated_differently_is_explained_on_the_first_such_day() {
        invoice("F-1", "A", may(1), "100.00");

        List<Difference> differences = test(MAY, COURTEOUS, STRICT).differences();

        assertThat(differences).hasSize(1);
        Difference difference = differences.get(0);
        assertThat(difference.item()).isEqualTo(item("F-1"));
        assertThat(difference.date()).isEqualTo(may(3));
        assertThat(difference.inFirst().rule()).isEqualTo(Rule.STEP_NOT_DUE);
        assertThat(difference.inFirst().changesOn()).contains(may(6));
        assertThat(difference.inSecond().rule()).isEqualTo(Rule.STEP_DUE);
        assertThat(difference.inSecond().action().orElseThrow().policyId()).isEqualTo("strict");
        assertThat(told(difference.ofFirst()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
        assertThat(told(difference.ofSecond()))
                .containsExactly("2026-05-03 F-1/1:level-1:0 email", "2026-05-09 F-1/1:level-2:0 phone");
    }

    @Test
    void differences_come_by_day_and_then_by_item() {
        invoice("F-3", "A", may(2), "100.00");
        invoice("F-10", "B", may(1), "100.00");
        invoice("F-1", "C", may(1), "100.00");
        paid("F-3", "A", may(6), "100.00", may(6));

        List<Difference> differences = test(MAY, COURTEOUS, STRICT).differences();

        assertThat(differences)
                .extracting(difference -> difference.date() + " " + difference.item())
                .containsExactly("2026-05-03 F-1/1", "2026-05-03 F-10/1", "2026-05-04 F-3/1");
        assertThat(differences.get(2).ofFirst()).as("paid before").isEmpty();
    }

    @Test
    void what_the_customer_does_not_notice_is_no_difference() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "A", may(1), "50.00");
        DunningPolicy renamed = COURTEOUS.named("other").grouped(Grouping.PER_INVOICE);

        BackTest test = test(MAY, COURTEOUS, renamed);

        assertThat(test.differences()).isEmpty();
        assertThat(test.first().letters()).hasSize(2);
        assertThat(test.second().letters()).hasSize(4);
    }

    @Test
    void step_channel_template_claim_and_fee_are_differences() {
        invoice("F-1", "A", may(1), "100.00");
        facts.add(Payment.of("P-1", "A", may(2), eur("30.00")));
        DunningStep step = DunningStep.reminder(1, 5);
        DunningPolicy one = policy("one", step);
        List<DunningPolicy> others = List.of(
                policy("level", DunningStep.reminder(2, 5)),
                policy("kind", DunningStep.negotiation(1, 5).template(step.template())),
                policy("channel", step.by(Channel.LETTER)),
                policy("template", step.template("friendly")),
                policy("fee", step.fee(Fee.fixed(eur("5.00")))),
                policy("claim", step).coveredByCredit(false));

        for (DunningPolicy other : others) {
            List<Difference> differences = test(MAY, one, other).differences();

            assertThat(differences).as(other.id()).extracting(Difference::date).containsExactly(may(6));
            assertThat(differences.get(0).inFirst().rule()).isEqualTo(Rule.STEP_DUE);
        }
    }

    // ---- what was known

    @Test
    void what_was_recorded_later_was_not_known() {
        invoice("F-1", "A", may(1), "100.00");
        paid("F-1", "A", may(3), "100.00", may(8)); // two runs after the letter of the courteous policy

        assertThat(told(test(MAY, COURTEOUS, STRICT).first().actions()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email");
    }

    @Test
    void a_dispute_that_was_recorded_later_was_not_known() {
        invoice("F-1", "A", may(1), "100.00");
        facts.add(Dispute.of("D-1", "F-1", may(2)).recordedOn(may(7)));

        assertThat(told(test(MAY, COURTEOUS, STRICT).first().actions()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email");
    }

    @Test
    void a_payment_that_came_to_nothing_later_was_thought_to_be_one() {
        invoice("F-1", "A", may(1), "100.00");
        paid("F-1", "A", may(3), "100.00", may(3));
        facts.add(Reversal.ofPayment("R-1", "P-F-1", may(3)).recordedOn(may(20)));
        DunningPolicy calm = COURTEOUS.withoutContactOnReturn();

        assertThat(told(test(MAY, calm, STRICT).first().actions()))
                .containsExactly("2026-05-20 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
    }

    @Test
    void a_promise_that_was_recorded_later_was_not_known() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(31))
                .on("F-1")
                .recordedOn(may(6)));

        assertThat(test(MAY, COURTEOUS, STRICT).first().actions())
                .as("known on the 6th")
                .isEmpty();
        assertThat(told(test(MAY, COURTEOUS, STRICT).second().actions()))
                .containsExactly("2026-05-03 F-1/1:level-1:0 email");
    }

    @Test
    void a_ledger_of_columns_tells_what_was_known_too() {
        invoice("F-1", "A", may(1), "100.00");
        paid("F-1", "A", may(3), "100.00", may(8));
        CollectionLog columns =
                CollectionLog.of(Ledger.ofColumns(Ledger.of(facts).columns()), List.of());

        BackTest test = BackTest.of(columns, MAY, Policies.of(COURTEOUS), Policies.of(STRICT));

        assertThat(told(test.first().actions())).containsExactly("2026-05-06 F-1/1:level-1:0 email");
    }

    // ---- what dunning was told

    @Test
    void holds_of_the_history_hold_both_sides() {
        invoice("F-1", "A", may(1), "100.00");
        Cases history = Cases.of(List.of(new HoldSet("H-1", "A", may(3), List.of(), may(7), HoldReason.MANUAL, "")));

        BackTest test = test(MAY.with(history), COURTEOUS, STRICT);

        assertThat(told(test.first().actions()))
                .containsExactly("2026-05-08 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
        assertThat(told(test.second().actions()))
                .containsExactly("2026-05-08 F-1/1:level-1:0 email", "2026-05-09 F-1/1:level-2:0 phone");
    }

    @Test
    void what_was_told_of_customers_counts_from_its_day_whatever_their_order() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(1), "100.00");
        Cases history = Cases.of(List.of(
                new HoldSet("H-1", "A", may(20), List.of(), may(25), HoldReason.MANUAL, ""),
                new HoldSet("H-2", "B", may(3), List.of(), may(7), HoldReason.MANUAL, "")));

        assertThat(told(test(MAY.with(history), COURTEOUS, STRICT).first().actions()))
                .containsExactly(
                        "2026-05-06 F-1/1:level-1:0 email",
                        "2026-05-08 F-2/1:level-1:0 email",
                        "2026-05-21 F-2/1:level-2:0 email",
                        "2026-05-26 F-1/1:level-2:0 email");
    }

    @Test
    void what_was_done_before_the_first_day_stands() {
        invoice("F-1", "A", may(1), "100.00");
        List<DunningEvent> history = new ArrayList<>();
        DunningPlan plan =
                DunningRun.plan(log(), Cases.none(), Policies.of(COURTEOUS), DunningOptions.standard(may(6)));
        history.addAll(plan.letters().get(0).accepted());
        String letter = plan.letters().get(0).id();
        BackTestOptions later = BackTestOptions.daily(may(7), may(31));

        // not sent before the first day: it goes out when it did, and level 2 follows it
        history.add(new LetterSending(letter, "A", may(25), 1));
        history.add(new LetterSent(letter, "A", may(25), 1, ""));

        assertThat(told(test(later.with(Cases.of(history)), COURTEOUS, STRICT)
                        .first()
                        .actions()))
                .containsExactly("2026-05-26 F-1/1:level-2:0 email");
        assertThat(told(test(later, COURTEOUS, STRICT).first().actions()))
                .as("without a history")
                .containsExactly("2026-05-07 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
    }

    @Test
    void actions_of_the_policy_that_ran_are_not_replayed() {
        invoice("F-1", "A", may(1), "100.00");
        Cases history =
                Cases.of(DunningRun.plan(log(), Cases.none(), Policies.of(STRICT), DunningOptions.standard(may(3)))
                        .asSent());

        assertThat(told(test(MAY.with(history), COURTEOUS, STRICT).first().actions()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email", "2026-05-21 F-1/1:level-2:0 email");
    }

    @Test
    void sales_agree_unless_the_history_has_their_answer() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(1), "100.00");
        invoice("F-3", "C", may(1), "100.00");
        DunningPolicy asking = policy("asking", DunningStep.reminder(1, 5).sales(SalesInvolvement.ASKED_FIRST));
        Cases history = Cases.of(List.of(
                new SalesAnswered(new ActionKey(item("F-2"), "level-1", 0), "B", may(9), true, ""),
                new SalesAnswered(new ActionKey(item("F-3"), "level-1", 0), "C", may(9), false, "")));

        assertThat(told(test(MAY.with(history), asking, STRICT).first().actions()))
                .containsExactly("2026-05-06 F-1/1:level-1:0 email", "2026-05-09 F-2/1:level-1:0 email");
    }

    @Test
    void the_policy_that_ran_does_again_what_the_journal_tells() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(4), "50.00");
        paid("F-2", "B", may(8), "20.00", may(10));
        List<DunningEvent> journal =
                new ArrayList<>(List.of(new HoldSet("H-1", "A", may(19), List.of(), may(23), HoldReason.MANUAL, "")));
        Cases cases = Cases.none();
        for (LocalDate day : MAY.days()) {
            cases = Cases.of(
                    journal.stream().filter(event -> !event.date().isAfter(day)).toList());
            journal.addAll(
                    DunningRun.plan(log().knownOn(day), cases, Policies.of(COURTEOUS), DunningOptions.standard(day))
                            .asSent());
        }

        Replay replay = test(MAY.with(Cases.of(journal)), COURTEOUS, STRICT).first();

        List<ActionAccepted> told = journal.stream()
                .filter(ActionAccepted.class::isInstance)
                .map(ActionAccepted.class::cast)
                .toList();
        assertThat(replay.actions()).isEqualTo(told).hasSize(4);
    }

    // ---- options

    @Test
    void runs_take_place_on_the_given_days_only() {
        invoice("F-1", "A", may(1), "100.00");
        BackTestOptions mondays = MAY.on(Set.of(may(25), may(4), may(11), may(18)));

        assertThat(mondays.days()).containsExactly(may(4), may(11), may(18), may(25));
        assertThat(told(test(mondays, COURTEOUS, STRICT).first().actions()))
                .containsExactly("2026-05-11 F-1/1:level-1:0 email", "2026-05-25 F-1/1:level-2:0 email");
    }

    @Test
    void calendars_are_those_of_the_options() {
        invoice("F-1", "A", may(1), "100.00");
        DunningPolicy local = COURTEOUS.onCalendar("local");
        DunningOptions dunning = DunningOptions.standard(MAY_1).with("local", day -> day.getDayOfMonth() % 10 == 0);

        assertThat(told(test(MAY.with(dunning), local, local).first().actions()))
                .containsExactly("2026-05-10 F-1/1:level-1:0 email", "2026-05-30 F-1/1:level-2:0 email");
        assertThatThrownBy(() -> test(MAY, local, local)).hasMessageContaining("local");
    }

    @Test
    void options_name_their_mistakes() {
        assertThat(BackTestOptions.daily(MAY_1, MAY_1).days()).containsExactly(MAY_1);
        assertThatThrownBy(() -> BackTestOptions.daily(may(2), may(1)))
                .hasMessage("a back-test from 2026-05-02 to 2026-05-01 ends before it begins");
        assertThatThrownBy(() -> MAY.on(List.of())).hasMessage("a back-test has no day: give one or more");
    }
}
