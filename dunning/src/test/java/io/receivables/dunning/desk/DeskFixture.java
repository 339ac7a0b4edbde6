package io.receivables.dunning.desk;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningAction;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Three customers with invoices due on 30 April 2026: A owes F-1 (100) and F-2 (50), B owes F-3 (200), C owes F-4 (300).
 * Reminders by e-mail 3 and 13 days past due, then a call; sending is tried three times. C's sales are asked before the
 * second reminder. The run's day is Monday, 4 May.
 */
final class DeskFixture {
    static final LocalDate DUE = LocalDate.parse("2026-04-30");
    static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
    static final int ATTEMPTS = 3;

    static final DunningPolicy POLICY = DunningPolicy.of(
                    "standard",
                    DunningStep.reminder(1, 3).by(Channel.EMAIL).sales(SalesInvolvement.INFORMED),
                    DunningStep.reminder(2, 13).by(Channel.EMAIL).sales(SalesInvolvement.ASKED_FIRST),
                    DunningStep.reminder(3, 23).by(Channel.PHONE))
            .grouped(Grouping.PER_CUSTOMER)
            .onCalendar(DunningPolicy.EVERY_DAY)
            .withAttempts(ATTEMPTS);

    final Policies policies;
    final DunningJournal journal;
    final DunningDesk desk;
    final FakeSender sender = new FakeSender();
    private Ledger ledger;
    private final List<CollectionFact> collected = new ArrayList<>();

    DeskFixture(DunningJournal journal, Policies policies) {
        this.journal = journal;
        this.policies = policies;
        this.desk = DunningDesk.over(journal, policies);
        this.ledger = Ledger.builder()
                .customers(List.of(
                        Customer.of("A").with(Customer.SALES_REPRESENTATIVE, "Roy"),
                        Customer.of("B").with(Customer.LANGUAGE, "fr"),
                        Customer.of("C")))
                .facts(List.of(invoice("F-1", "A", "100.00"), invoice("F-2", "A", "50.00")))
                .facts(List.of(invoice("F-3", "B", "200.00"), invoice("F-4", "C", "300.00")))
                .build();
    }

    DeskFixture() {
        this(new InMemoryJournal(), Policies.of(POLICY));
    }

    static DeskFixture of(DunningPolicy policy) {
        return new DeskFixture(new InMemoryJournal(), Policies.of(policy));
    }

    /** Where the first reminder is a call. */
    static DeskFixture byPhone() {
        return of(POLICY.withSteps(List.of(DunningStep.reminder(1, 3).by(Channel.PHONE))));
    }

    private static Fact invoice(String id, String customerId, String amount) {
        return Invoice.of(id, customerId, DUE.minusDays(30), cad(amount)).dueOn(DUE);
    }

    static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    // ---- what happens outside

    void pays(String documentId, String customerId, String amount, LocalDate date) {
        String id = "P-" + documentId + "-" + date;
        book(
                Payment.of(id, customerId, date, cad(amount)),
                Allocation.ofPayment("A-" + id, id, documentId, date, cad(amount)));
    }

    void book(Fact... facts) {
        ledger = ledger.with(List.of(facts));
    }

    void disputes(String documentId, String amount, LocalDate date) {
        book(Dispute.of("D-" + documentId, documentId, date).over(cad(amount)));
    }

    void collect(CollectionFact... facts) {
        collected.addAll(List.of(facts));
    }

    Ledger ledger() {
        return ledger;
    }

    CollectionLog log() {
        return CollectionLog.of(ledger, collected);
    }

    // ---- what the desk does

    DunningPlan plan(LocalDate date) {
        return DunningRun.plan(log(), journal.cases(), policies, DunningOptions.standard(date));
    }

    Acceptance accept(LocalDate date) {
        return desk.accept(plan(date));
    }

    Dispatch dispatch(LocalDate date) {
        return dispatch(sender, date);
    }

    Dispatch dispatch(LetterSender sender, LocalDate date) {
        return desk.dispatch(sender, log(), DunningOptions.standard(date));
    }

    /** The letter to a customer that was accepted on a day. */
    Letter accepted(String customerId, LocalDate date) {
        return accept(date).accepted().stream()
                .filter(letter -> letter.customerId().equals(customerId))
                .findFirst()
                .orElseThrow();
    }

    static Letter letterTo(String customerId, DunningPlan plan) {
        return plan.letters().stream()
                .filter(letter -> letter.customerId().equals(customerId))
                .findFirst()
                .orElseThrow();
    }

    static DunningAction action(String documentId, DunningPlan plan) {
        return plan.actions().stream()
                .filter(action -> action.item().documentId().equals(documentId))
                .findFirst()
                .orElseThrow();
    }

    Status status(Letter letter) {
        return journal.cases().letter(letter.id()).orElseThrow().status();
    }
}
