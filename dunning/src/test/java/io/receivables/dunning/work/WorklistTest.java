package io.receivables.dunning.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.work.WorkEntry.Chance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorklistTest {
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);

    private final List<Customer> customers = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<CollectionFact> agreements = new ArrayList<>();
    private final List<DunningEvent> events = new ArrayList<>();
    private Policies policies = Policies.of(DunningPolicy.of("quiet", DunningStep.reminder(1, 300)));
    private WorklistOptions options = WorklistOptions.standard()
            .costing(TaskKind.CALL, eur("4.00"))
            .costing(TaskKind.LETTER_IN_DOUBT, eur("1.50"));

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static ItemReference item(String documentId) {
        return ItemReference.of(documentId, 1);
    }

    private void invoice(String id, String customer, LocalDate due, Money amount) {
        facts.add(Invoice.of(id, customer, due.minusDays(30), amount).dueOn(due));
    }

    private void invoice(String id, String customer, LocalDate due, String amount) {
        invoice(id, customer, due, eur(amount));
    }

    private ActionAccepted accepted(String letter, String customer, String document, Channel channel, LocalDate date) {
        ActionKey key = new ActionKey(item(document), "level-1", 0);
        return new ActionAccepted(
                key,
                customer,
                date,
                letter,
                "quiet",
                StepKind.REMINDER,
                1,
                channel,
                "reminder",
                eur("1.00"),
                eur("0.00"));
    }

    private void call(String letter, String customer, LocalDate date, String... documents) {
        for (String document : documents) {
            events.add(accepted(letter, customer, document, Channel.PHONE, date));
        }
    }

    /** Calls about invoices that are due at the end of April, so 32 days past due: 0.85. */
    private void callAbout(String id, String amount) {
        invoice(id, "A", LocalDate.of(2026, 4, 30), amount);
        call("L-" + id, "A", may(20), id);
    }

    private CollectionLog log() {
        Ledger ledger = Ledger.builder().customers(customers).facts(facts).build();
        return CollectionLog.of(ledger, agreements);
    }

    private Worklist worklist() {
        CollectionLog log = log();
        Cases cases = Cases.of(events);
        DunningPlan plan = DunningRun.plan(log, cases, policies, DunningOptions.standard(JUNE_1));
        return Worklist.of(log, cases, plan, options);
    }

    private List<WorkEntry> entries() {
        return worklist().entries("EUR");
    }

    private static List<String> tasks(List<WorkEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.tasks().stream()
                        .map(task -> entry.customerId() + " " + task.kind().code() + " " + task.reference() + " "
                                + task.since() + " " + task.items()))
                .toList();
    }

    /** The lines of the package's documentation. */
    @Test
    void the_snippet_of_the_package_works() {
        customers.add(Customer.of("A").with(Customer.COLLECTOR, "Nadia"));
        callAbout("F-1", "100.00");
        CollectionLog log = log();
        Cases cases = Cases.of(events);
        DunningPlan plan = DunningRun.plan(log, cases, policies, DunningOptions.standard(JUNE_1));
        List<String> seen = new ArrayList<>();

        WorklistOptions options = WorklistOptions.standard().costing(TaskKind.CALL, Money.of("4.00", "EUR"));
        Worklist worklist = Worklist.of(log, cases, plan, options);
        for (WorkEntry entry : worklist.ofCollector("Nadia").entries("EUR")) {
            seen.add(entry.tasks().size() + " " + entry.value());
        }

        assertThat(seen).containsExactly("1 EUR 81.00"); // 85.00 - 4.00
    }

    // ---- value and order

    @Test
    void the_value_of_a_call_is_what_it_may_bring_less_what_it_costs() {
        invoice("F-1", "A", LocalDate.of(2026, 4, 30), "100.01"); // 32 days past due: 0.85
        invoice("F-2", "A", may(31), "200.00"); // a day past due: 0.95
        call("L-1", "A", may(20), "F-2", "F-1");

        WorkEntry entry = entries().get(0);

        assertThat(entry.chances())
                .containsExactly(
                        new Chance(
                                item("F-1"),
                                LocalDate.of(2026, 4, 30),
                                eur("100.01"),
                                new BigDecimal("0.85"),
                                eur("85.01")), // 85.0085
                        new Chance(item("F-2"), may(31), eur("200.00"), new BigDecimal("0.95"), eur("190.00")));
        assertThat(entry.collectable()).isEqualTo(eur("300.01"));
        assertThat(entry.expected()).isEqualTo(eur("275.01"));
        assertThat(entry.cost()).isEqualTo(eur("4.00"));
        assertThat(entry.value()).isEqualTo(eur("271.01"));
        assertThat(entry.probability()).contains(new BigDecimal("0.9167")); // 275.01 / 300.01 = 0.91666…
        assertThat(entry.currency()).isEqualTo(Money.currency("EUR"));
        assertThat(tasks(entries())).containsExactly("A call L-1 2026-05-20 [F-1/1, F-2/1]");
    }

    @Test
    void the_most_valuable_comes_first_and_ties_are_broken() {
        Estimator half = prospect -> prospect.item().id().equals("F-3") ? BigDecimal.ONE : new BigDecimal("0.5");
        options = WorklistOptions.standard().with(half);
        invoice("F-1", "C", may(1), "100.00"); // 50.00
        invoice("F-2", "B", may(1), "100.00"); // 50.00
        invoice("F-3", "A", may(1), "50.00"); // 50.00 of less
        invoice("F-4", "Z", may(1), "100.02"); // 50.01
        call("L-1", "C", may(20), "F-1");
        call("L-2", "B", may(20), "F-2");
        call("L-3", "A", may(20), "F-3");
        call("L-4", "Z", may(20), "F-4");

        assertThat(entries()).extracting(WorkEntry::customerId).containsExactly("Z", "B", "C", "A");
    }

    @Test
    void facts_and_customers_may_come_in_any_order() {
        callAbout("F-1", "100.00");
        callAbout("F-2", "30.00");
        invoice("F-3", "B", may(3), "70.00");
        call("L-3", "B", may(20), "F-3");
        List<WorkEntry> before = entries();

        Collections.reverse(facts);
        Collections.reverse(events);

        assertThat(entries()).isEqualTo(before).hasSize(2);
    }

    @Test
    void currencies_have_lists_of_their_own() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "A", may(1), Money.of("900.00", "CAD"));
        call("L-1", "A", may(20), "F-1", "F-2");

        Worklist worklist = worklist();

        assertThat(worklist.currencies()).containsExactly("CAD", "EUR");
        assertThat(tasks(worklist.entries("EUR"))).containsExactly("A call L-1 2026-05-20 [F-1/1]");
        assertThat(tasks(worklist.entries("CAD"))).containsExactly("A call L-1 2026-05-20 [F-2/1]");
        // no cost is stated in CAD
        assertThat(worklist.entries("CAD").get(0).cost()).isEqualTo(Money.of("0.00", "CAD"));
        assertThat(worklist.entries("USD")).isEmpty();
        assertThat(worklist.toString()).isEqualTo("Worklist[2026-06-01, 2 entries in [CAD, EUR]]");
        assertThat(worklist.date()).isEqualTo(JUNE_1);
    }

    @Test
    void collectors_have_their_own_customers() {
        customers.add(Customer.of("A").with(Customer.COLLECTOR, "Nadia"));
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(1), "50.00");
        call("L-1", "A", may(20), "F-1");
        call("L-2", "B", may(20), "F-2");

        Worklist worklist = worklist();

        assertThat(worklist.collectors()).containsExactly("", "Nadia");
        assertThat(worklist.ofCollector("Nadia").entries("EUR"))
                .extracting(WorkEntry::customerId, WorkEntry::collector)
                .containsExactly(tuple("A", "Nadia"));
        assertThat(worklist.ofCollector("").entries("EUR"))
                .extracting(WorkEntry::customerId)
                .containsExactly("B");
    }

    @Test
    void an_item_of_two_tasks_counts_once_and_one_contact_serves_both() {
        callAbout("F-1", "100.00");
        options = options.costing(TaskKind.BROKEN_PROMISE, eur("9.00"));
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(10)).on("F-1"));

        assertThat(tasks(entries()))
                .containsExactly("A call L-F-1 2026-05-20 [F-1/1]", "A broken-promise PR-1 2026-05-11 [F-1/1]");
        assertThat(entries().get(0).collectable()).isEqualTo(eur("100.00"));
        assertThat(entries().get(0).cost()).isEqualTo(eur("9.00"));
    }

    // ---- visits

    @Test
    void a_visit_is_a_task_until_it_was_made() {
        invoice("F-1", "A", may(1), "100.00");
        events.add(accepted("L-1", "A", "F-1", Channel.VISIT, may(20)));
        assertThat(tasks(entries())).containsExactly("A visit L-1 2026-05-20 [F-1/1]");

        events.add(new LetterSending("L-1", "A", may(21), 1));
        events.add(new LetterFailed("L-1", "A", may(21), 1, "nobody there", false));
        assertThat(tasks(entries())).containsExactly("A visit L-1 2026-05-21 [F-1/1]");

        events.add(new LetterSent("L-1", "A", may(22), 2, ""));
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_visit_that_the_plan_proposes_is_a_task_and_a_letter_is_none() {
        policies = Policies.of(DunningPolicy.of(
                        "visits",
                        DunningStep.reminder(1, 3).by(Channel.VISIT),
                        DunningStep.reminder(2, 60).by(Channel.LETTER))
                .onCalendar(DunningPolicy.EVERY_DAY)
                .catchingUp(CatchUp.MOST_SEVERE));
        options = options.costing(TaskKind.VISIT, eur("60.00"));
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", LocalDate.of(2026, 3, 1), "100.00");

        assertThat(entries()).hasSize(1);
        assertThat(entries().get(0).tasks()).extracting(Task::kind).containsExactly(TaskKind.VISIT);
        assertThat(entries().get(0).cost()).isEqualTo(eur("60.00"));
    }

    // ---- broken plans

    /** F-1 is paid by a plan in two parts of 50.00, on the 10th and 20th of May, neither of which came. */
    private void brokenPlan() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(PaymentPlan.of(
                "PL-1",
                "A",
                may(2),
                List.of(Instalment.of(may(10), eur("50.00")), Instalment.of(may(20), eur("50.00"))),
                "F-1"));
    }

    private void pays(String id, int day, String amount) {
        facts.add(Payment.of(id, "A", may(day), eur(amount)));
        facts.add(Allocation.ofPayment("A-" + id, id, "F-1", may(day), eur(amount)));
    }

    @Test
    void a_broken_plan_is_followed_up_from_the_day_on_which_it_broke() {
        brokenPlan();

        assertThat(tasks(entries())).containsExactly("A broken-plan PL-1 2026-05-11 [F-1/1]");
    }

    @Test
    void a_plan_breaks_after_grace_and_tolerance_by_the_instalment_that_did_not_come() {
        brokenPlan();
        pays("P-1", 10, "50.00");
        // 20 May + 3 days of grace + 8 of tolerance = 31 May; it is 1 June
        options = options.withPromiseGraceDays(3).withPlanToleranceDays(8);
        assertThat(tasks(entries())).containsExactly("A broken-plan PL-1 2026-06-01 [F-1/1]");

        options = options.withPlanToleranceDays(9);
        assertThat(entries()).as("behind, and left alone").isEmpty();
    }

    @Test
    void a_broken_plan_needs_no_task_once_somebody_spoke_or_a_step_went_out() {
        brokenPlan();
        events.add(new CallMade("C-1", "A", may(10), List.of(), CallOutcome.REACHED, ""));
        events.add(new CallMade("C-2", "A", may(11), List.of(), CallOutcome.NO_ANSWER, ""));
        assertThat(entries()).hasSize(1);
        List<DunningEvent> before = List.copyOf(events);

        events.add(new CallMade("C-3", "A", may(11), List.of(), CallOutcome.REACHED, ""));
        assertThat(entries()).isEmpty();

        events.clear();
        events.addAll(before);
        events.add(accepted("L-1", "A", "F-1", Channel.EMAIL, may(10)));
        events.add(new LetterSent("L-1", "A", may(10), 1, ""));
        assertThat(entries()).as("the step went out before it broke").hasSize(1);
        events.remove(events.size() - 1);
        events.add(new LetterSent("L-1", "A", may(11), 1, ""));
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_plan_that_was_broken_and_is_paid_or_was_cancelled_in_time_is_no_task() {
        brokenPlan();
        List<CollectionFact> agreed = List.copyOf(agreements);
        agreements.add(Cancellation.ofPlan("X-1", "PL-1", may(9)));
        assertThat(entries()).isEmpty();

        agreements.clear();
        agreements.addAll(agreed);
        pays("P-1", 25, "100.00");
        assertThat(entries()).isEmpty();
    }

    @Test
    void only_items_of_the_plan_are_its_task() {
        brokenPlan();
        invoice("F-2", "A", may(1), "70.00");
        invoice("F-3", "A", may(1), Money.of("70.00", "CAD"));

        assertThat(tasks(entries())).containsExactly("A broken-plan PL-1 2026-05-11 [F-1/1]");
        assertThat(worklist().currencies()).containsExactly("EUR");
    }

    // ---- what may be collected

    @Test
    void what_is_contested_is_left_out() {
        callAbout("F-1", "100.00");
        callAbout("F-2", "50.00");
        facts.add(Dispute.of("D-1", "F-1", may(10)).over(eur("30.00")));
        facts.add(Dispute.of("D-2", "F-2", may(10)));

        assertThat(tasks(entries())).containsExactly("A call L-F-1 2026-05-20 [F-1/1]");
        assertThat(entries().get(0).collectable()).isEqualTo(eur("70.00"));
    }

    @Test
    void credits_stand_against_what_is_due_first() {
        LocalDate issued = LocalDate.of(2026, 4, 1);
        facts.add(Invoice.of("F-1", "A", issued, eur("100.00")).dueOn(may(2)));
        facts.add(Invoice.of("F-2", "A", issued, eur("100.00")).dueOn(may(3)));
        facts.add(Invoice.of("F-3", "A", issued, eur("100.00")).dueOn(may(1)));
        call("L-1", "A", may(20), "F-3", "F-2", "F-1");
        facts.add(Payment.of("P-1", "A", may(10), eur("90.00")));
        facts.add(CreditNote.of("N-1", "A", may(11), eur("30.00")));

        // 90.00 + 30.00 cover F-3 and 20.00 of F-1
        assertThat(entries().get(0).chances())
                .extracting(chance -> chance.item() + " " + chance.collectable())
                .containsExactly("F-1/1 EUR 80.00", "F-2/1 EUR 100.00");
        assertThat(tasks(entries())).containsExactly("A call L-1 2026-05-20 [F-1/1, F-2/1]");
    }

    @Test
    void what_is_promised_for_later_is_waited_for() {
        callAbout("F-1", "100.00");
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(25), eur("40.00"), JUNE_1).on("F-1"));

        assertThat(entries()).as("on the promised day").isEmpty();
    }

    @Test
    void a_promise_about_the_account_covers_what_is_due_first() {
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "A", may(2), "100.00");
        call("L-1", "A", may(20), "F-2", "F-1");
        agreements.add(PromiseToPay.of("PR-1", "A", may(25), eur("130.00"), JUNE_1));

        assertThat(entries().get(0).chances())
                .extracting(chance -> chance.item() + " " + chance.collectable())
                .containsExactly("F-2/1 EUR 70.00");
    }

    @Test
    void items_of_a_plan_in_good_order_are_left_alone() {
        callAbout("F-1", "100.00");
        callAbout("F-2", "50.00");
        agreements.add(PaymentPlan.of(
                "PL-1", "A", may(25), List.of(Instalment.of(LocalDate.of(2026, 6, 30), eur("100.00"))), "F-1"));
        agreements.add(
                PaymentPlan.of("PL-2", "A", may(2), List.of(Instalment.of(may(10), eur("50.00"))), "F-2")); // broken

        assertThat(tasks(entries()))
                .containsExactly("A call L-F-2 2026-05-20 [F-2/1]", "A broken-plan PL-2 2026-05-11 [F-2/1]");
    }

    @Test
    void nobody_is_asked_for_what_is_paid_held_or_given_up() {
        callAbout("F-1", "10.00");
        callAbout("F-2", "20.00");
        callAbout("F-3", "30.00");
        callAbout("F-4", "40.00");
        callAbout("F-5", "50.00");
        facts.add(Payment.of("P-1", "A", may(10), eur("10.00")));
        facts.add(Allocation.ofPayment("AL-1", "P-1", "F-1", may(10), eur("10.00")));
        events.add(new HoldSet(
                "H-1", "A", may(20), List.of(item("F-2")), JUNE_1, HoldReason.MANUAL, "asked for")); // last day
        events.add(new HoldSet(
                "H-2", "A", may(20), List.of(item("F-3")), JUNE_1.minusDays(1), HoldReason.MANUAL, "asked for"));
        events.add(new PlanOffered("O-1", "A", may(20), List.of(item("F-4")), List.of(), JUNE_1)); // last day
        events.add(new PlanOffered("O-2", "A", may(20), List.of(item("F-5")), List.of(), JUNE_1.minusDays(1)));

        assertThat(tasks(entries()))
                .containsExactly("A call L-F-3 2026-05-20 [F-3/1]", "A call L-F-5 2026-05-20 [F-5/1]");
    }

    @Test
    void a_hold_of_the_customer_and_an_insolvency_stop_all_collecting() {
        callAbout("F-1", "10.00");
        assertThat(entries()).hasSize(1);

        events.add(new HoldSet("H-1", "A", may(20), List.of(), JUNE_1, HoldReason.ALERT, ""));
        assertThat(entries()).isEmpty();

        events.remove(events.size() - 1);
        events.add(new InsolvencyOpened("A", may(20), "court"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void what_was_handed_over_is_somebody_elses() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(10)).on("F-1"));
        ActionKey key = new ActionKey(item("F-1"), "level-9", 0);
        events.add(new ActionAccepted(
                key,
                "A",
                may(5),
                "L-9",
                "quiet",
                StepKind.HAND_OVER,
                9,
                Channel.LETTER,
                "hand-over",
                eur("100.00"),
                eur("0.00")));
        assertThat(tasks(entries())).containsExactly("A broken-promise PR-1 2026-05-11 [F-1/1]");

        events.add(new LetterSending("L-9", "A", may(5), 1));
        assertThat(tasks(entries()))
                .containsExactly(
                        "A letter-in-doubt L-9 2026-05-05 [F-1/1]", "A broken-promise PR-1 2026-05-11 [F-1/1]");

        events.add(new LetterSent("L-9", "A", may(5), 1, ""));
        assertThat(entries()).isEmpty();
    }

    // ---- calls

    @Test
    void calls_that_the_plan_proposes_are_work_until_they_are_accepted() {
        policies = Policies.of(
                DunningPolicy.of("by-phone", DunningStep.reminder(1, 10).by(Channel.PHONE)));
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(1), "50.00");
        Letter toA = DunningRun.plan(log(), Cases.none(), policies, DunningOptions.standard(JUNE_1))
                .letters()
                .get(0);
        assertThat(entries()).extracting(WorkEntry::customerId).containsExactly("A", "B");
        assertThat(tasks(entries()).get(0)).isEqualTo("A call " + toA.id() + " 2026-06-01 [F-1/1]");

        // the plan is of before the acceptance: the call to A is listed once
        CollectionLog log = log();
        DunningPlan plan = DunningRun.plan(log, Cases.none(), policies, DunningOptions.standard(JUNE_1));
        Worklist after = Worklist.of(log, Cases.of(toA.accepted()), plan, options);

        assertThat(tasks(after.entries("EUR"))).hasSize(2).contains("A call " + toA.id() + " 2026-06-01 [F-1/1]");
    }

    @Test
    void letters_that_go_out_by_themselves_are_no_work() {
        policies = Policies.of(DunningPolicy.of("by-mail", DunningStep.reminder(1, 10)));
        invoice("F-1", "A", may(1), "100.00");
        invoice("F-2", "B", may(1), "100.00");
        events.add(accepted("L-2", "B", "F-2", Channel.EMAIL, may(20)));

        assertThat(entries()).isEmpty();
    }

    @Test
    void a_call_that_nobody_answered_is_to_be_made_again() {
        callAbout("F-1", "100.00");
        events.add(new LetterSending("L-F-1", "A", may(21), 1));
        events.add(new LetterFailed("L-F-1", "A", may(21), 1, "no-answer", false));

        assertThat(tasks(entries())).containsExactly("A call L-F-1 2026-05-21 [F-1/1]");
    }

    @Test
    void a_call_that_was_made_is_no_work() {
        callAbout("F-1", "100.00");
        events.add(new LetterSending("L-F-1", "A", may(21), 1));
        events.add(new LetterSent("L-F-1", "A", may(21), 1, ""));

        assertThat(entries()).isEmpty();
    }

    // ---- letters

    @Test
    void a_letter_of_unknown_fate_is_work_even_if_nothing_may_be_collected() {
        invoice("F-1", "A", may(1), "100.00");
        events.add(accepted("L-1", "A", "F-1", Channel.EMAIL, may(20)));
        events.add(new LetterSending("L-1", "A", may(22), 1));
        facts.add(Dispute.of("D-1", "F-1", may(23)));

        WorkEntry entry = entries().get(0);

        assertThat(tasks(entries())).containsExactly("A letter-in-doubt L-1 2026-05-22 [F-1/1]");
        assertThat(entry.collectable()).isEqualTo(eur("0.00"));
        assertThat(entry.value()).isEqualTo(eur("-1.50"));
        assertThat(entry.probability()).isEmpty();
    }

    @Test
    void a_letter_that_was_given_up_is_work_until_the_contact_is_put_right() {
        invoice("F-1", "A", may(1), "100.00");
        events.add(accepted("L-1", "A", "F-1", Channel.EMAIL, may(20)));
        events.add(new LetterSending("L-1", "A", may(20), 1));
        events.add(new LetterFailed("L-1", "A", may(21), 1, "no such mailbox", true));
        assertThat(tasks(entries())).containsExactly("A undeliverable L-1 2026-05-21 [F-1/1]");

        events.add(new ContactCorrected("A", may(22)));
        assertThat(entries()).isEmpty();

        // the next letter comes back too: it is the one to look at
        events.add(accepted("L-2", "A", "F-1", Channel.EMAIL, may(25)));
        events.add(new LetterSending("L-2", "A", may(25), 1));
        events.add(new LetterFailed("L-2", "A", may(25), 1, "no such mailbox", true));
        assertThat(tasks(entries())).containsExactly("A undeliverable L-2 2026-05-25 [F-1/1]");
    }

    // ---- sales

    @Test
    void a_question_to_sales_is_work_until_it_is_answered_or_settled() {
        invoice("F-1", "A", may(1), "100.00");
        ActionKey key = new ActionKey(item("F-1"), "level-1", 0);
        events.add(new SalesAsked(key, "A", may(20), "Jo"));
        events.add(new SalesAsked(key, "A", may(25), "Sam"));
        List<String> waiting = List.of("A sales-question F-1/1:level-1:0 2026-05-20 [F-1/1]");
        assertThat(tasks(entries())).isEqualTo(waiting);

        List<DunningEvent> ends = List.of(
                new SalesAnswered(key, "A", may(26), false, "key account"),
                new ActionSkipped(key, "A", may(26), StepKind.REMINDER, 1, "not this time"),
                accepted("L-1", "A", "F-1", Channel.EMAIL, may(26)),
                new LadderRestarted("A", may(26), item("F-1"), 1));
        for (DunningEvent end : ends) {
            events.add(end);
            assertThat(entries()).as(end.kind().code()).isEmpty();
            events.remove(end);
        }
        events.add(new SalesAnswered(new ActionKey(item("F-1"), "level-2", 0), "A", may(26), true, ""));
        assertThat(tasks(entries())).isEqualTo(waiting);
    }

    // ---- promises

    @Test
    void a_broken_promise_is_work_from_the_day_after_its_last_day() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), JUNE_1.minusDays(1))
                .on("F-1"));
        assertThat(tasks(entries())).containsExactly("A broken-promise PR-1 2026-06-01 [F-1/1]");

        options = options.withPromiseGraceDays(1);
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_promise_that_was_kept_in_part_is_followed_up() {
        invoice("F-1", "A", may(1), "100.00");
        facts.add(Payment.of("P-1", "A", may(5), eur("60.00")));
        facts.add(Allocation.ofPayment("AL-1", "P-1", "F-1", may(5), eur("60.00")));
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(10)).on(List.of(item("F-1"))));

        assertThat(tasks(entries())).containsExactly("A broken-promise PR-1 2026-05-11 [F-1/1]");
        assertThat(entries().get(0).collectable()).isEqualTo(eur("40.00"));
    }

    @Test
    void a_broken_promise_about_an_account_is_about_what_was_due_by_then() {
        invoice("F-1", "A", may(9), "100.00");
        invoice("F-2", "A", may(10), "100.00");
        invoice("F-3", "A", may(11), "100.00");
        invoice("F-4", "A", may(9), Money.of("100.00", "CAD"));
        agreements.add(PromiseToPay.of("PR-1", "A", may(2), eur("300.00"), may(10)));

        assertThat(tasks(entries())).containsExactly("A broken-promise PR-1 2026-05-11 [F-1/1, F-2/1]");
        assertThat(worklist().currencies()).containsExactly("EUR");
    }

    @Test
    void a_promise_about_an_item_is_followed_up_even_before_the_item_is_due() {
        invoice("F-1", "A", LocalDate.of(2026, 6, 20), "100.00");
        invoice("F-2", "A", may(1), "100.00");
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(22), eur("100.00"), may(25)).on("F-1"));

        assertThat(tasks(entries())).containsExactly("A broken-promise PR-1 2026-05-26 [F-1/1]");
        assertThat(entries().get(0).chances().get(0).probability()).isEqualTo(new BigDecimal("0.98"));
    }

    @Test
    void a_broken_promise_is_done_with_once_somebody_spoke_to_the_customer() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(10)).on("F-1"));
        events.add(new CallMade("T-1", "A", may(10), List.of(), CallOutcome.REACHED, "before it was broken"));
        events.add(new CallMade("T-2", "A", may(11), List.of(), CallOutcome.NO_ANSWER, ""));
        assertThat(entries()).hasSize(1);

        events.add(new CallMade("T-3", "A", may(11), List.of(), CallOutcome.REACHED, ""));

        assertThat(entries()).isEmpty();
    }

    @Test
    void a_broken_promise_is_done_with_once_the_next_step_went_out() {
        invoice("F-1", "A", may(1), "100.00");
        agreements.add(
                PromiseToPay.of("PR-1", "A", may(2), eur("100.00"), may(10)).on("F-1"));
        events.add(accepted("L-1", "A", "F-1", Channel.EMAIL, may(10)));
        events.add(new LetterSent("L-1", "A", may(10), 1, ""));
        assertThat(entries()).as("a letter of before").hasSize(1);

        events.set(1, new LetterSent("L-1", "A", may(11), 1, ""));

        assertThat(entries()).isEmpty();
    }

    // ---- the estimator

    @Test
    void the_estimator_sees_the_item_the_customer_and_what_was_done() {
        customers.add(Customer.of("A").inSegment("retail"));
        callAbout("F-1", "100.00");
        List<String> seen = new ArrayList<>();
        options = options.with(prospect -> {
            seen.add(prospect.customer().attribute(Customer.SEGMENT).orElse("") + " "
                    + prospect.item().id() + " " + prospect.collectable() + " " + prospect.date() + " "
                    + prospect.daysPastDue() + " " + prospect.state().pending().isPresent() + " "
                    + prospect.history().size());
            return BigDecimal.ONE;
        });

        assertThat(entries().get(0).expected()).isEqualTo(eur("100.00"));
        assertThat(seen).containsExactly("retail F-1 EUR 100.00 2026-06-01 32 true 1");
    }

    @Test
    void a_probability_is_from_0_to_1() {
        callAbout("F-1", "100.00");
        options = options.with(prospect -> BigDecimal.ZERO);
        assertThat(entries().get(0).value()).isEqualTo(eur("-4.00"));

        for (String wrong : List.of("-0.01", "1.01")) {
            options = options.with(prospect -> new BigDecimal(wrong));
            assertThatThrownBy(this::worklist)
                    .hasMessage("the estimator gives item F-1/1 the probability " + wrong + ": give one from 0 to 1");
        }
    }

    @Test
    void probability_falls_with_age_as_the_table_says() {
        Map<Integer, String> expected = Map.ofEntries(
                Map.entry(-5, "0.98"),
                Map.entry(0, "0.98"),
                Map.entry(1, "0.95"),
                Map.entry(30, "0.95"),
                Map.entry(31, "0.85"),
                Map.entry(60, "0.85"),
                Map.entry(61, "0.75"),
                Map.entry(90, "0.75"),
                Map.entry(91, "0.50"),
                Map.entry(180, "0.50"),
                Map.entry(181, "0.25"),
                Map.entry(365, "0.25"),
                Map.entry(366, "0.10"));

        expected.forEach((days, probability) ->
                assertThat(AgeTable.probability(days)).as(days + " days").isEqualTo(new BigDecimal(probability)));
    }

    @Test
    void options_name_their_mistakes() {
        assertThatThrownBy(() -> options.costing(TaskKind.CALL, eur("-0.01")))
                .hasMessage("cost EUR -0.01 of task call is negative");
        assertThatThrownBy(() -> options.withPromiseGraceDays(-1)).hasMessageContaining("promiseGraceDays -1");
        assertThatThrownBy(() -> options.withPlanToleranceDays(-1)).hasMessageContaining("planToleranceDays -1");
        assertThat(options.costing(TaskKind.CALL, eur("0.00")).costs().get(TaskKind.CALL))
                .containsEntry("EUR", eur("0.00"));
    }
}
