package io.receivables.dunning;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A company's books, a policy and the runs of a test, told in the order in which they happen. All amounts are in EUR. */
final class Scene {
    static final String CUSTOMER = "ACME";

    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<CollectionFact> agreements = new ArrayList<>();
    private Policies policies;
    private Cases cases = Cases.none();
    private List<Alert> alerts = List.of();
    private int sequence;

    Scene(DunningStep... steps) {
        this(DunningPolicy.of("test", steps).onCalendar(DunningPolicy.EVERY_DAY));
    }

    Scene(DunningPolicy policy) {
        this(Policies.of(policy));
    }

    Scene(Policies policies) {
        this.policies = policies;
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    static ItemReference item(String documentId) {
        return ItemReference.of(documentId, 1);
    }

    Scene customer(Customer customer) {
        customers.put(customer.id(), customer);
        return this;
    }

    Scene policies(Policies policies) {
        this.policies = policies;
        return this;
    }

    /** An invoice of the one customer, issued a month before it is due. */
    Scene invoice(String id, String due, String amount) {
        return invoice(id, CUSTOMER, due, euro(amount));
    }

    Scene invoice(String id, String customer, String due, Money amount) {
        return fact(Invoice.of(id, customer, day(due).minusDays(30), amount).dueOn(day(due)));
    }

    Scene instalments(String id, String issued, Instalment... instalments) {
        Money gross = Arrays.stream(instalments)
                .map(Instalment::amount)
                .reduce(Money::plus)
                .orElseThrow();
        return fact(Invoice.of(id, CUSTOMER, day(issued), gross).payableIn(List.of(instalments)));
    }

    Scene fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    /** Pays a document; gives the payment's id. */
    String pay(String date, String amount, String document) {
        String id = next("P");
        facts.add(Payment.of(id, customerOf(document), day(date), euro(amount)));
        facts.add(Allocation.ofPayment(next("A"), id, document, day(date), euro(amount)));
        return id;
    }

    Scene returned(String date, String payment) {
        return fact(Reversal.ofPayment(next("R"), payment, day(date)));
    }

    /** Money of the one customer that is not allocated. */
    Scene unapplied(String date, String amount) {
        return fact(Payment.of(next("P"), CUSTOMER, day(date), euro(amount)));
    }

    Scene creditNote(String date, String amount) {
        return fact(CreditNote.of(next("C"), CUSTOMER, day(date), euro(amount)));
    }

    Scene writeOff(String date, String amount, String document) {
        return fact(WriteOff.of(next("W"), document, day(date), euro(amount)));
    }

    String dispute(String date, String document) {
        String id = next("D");
        facts.add(Dispute.of(id, document, day(date)));
        return id;
    }

    Scene dispute(String date, String document, String amount) {
        return fact(Dispute.of(next("D"), document, day(date)).over(euro(amount)));
    }

    Scene resolved(String date, String dispute) {
        return fact(DisputeResolution.of(next("S"), dispute, day(date)));
    }

    Scene promise(String date, String amount, String payBy, String... documents) {
        agreements.add(PromiseToPay.of(next("PR"), CUSTOMER, day(date), euro(amount), day(payBy))
                .on(documents));
        return this;
    }

    Scene plan(String date, String document, Instalment... instalments) {
        agreements.add(PaymentPlan.of(next("PL"), CUSTOMER, day(date), List.of(instalments), document));
        return this;
    }

    Scene hold(String from, String until, String... documents) {
        List<ItemReference> items = Arrays.stream(documents).map(Scene::item).toList();
        return event(new HoldSet(next("H"), CUSTOMER, day(from), items, day(until), HoldReason.MANUAL, "asked for"));
    }

    Scene event(DunningEvent... events) {
        cases = cases.with(List.of(events));
        return this;
    }

    Scene alert(Alert... alerts) {
        this.alerts = List.of(alerts);
        return this;
    }

    private String customerOf(String document) {
        return facts.stream()
                .filter(fact -> fact instanceof Invoice invoice && invoice.id().equals(document))
                .map(fact -> ((Invoice) fact).customerId())
                .findFirst()
                .orElseThrow();
    }

    private String next(String what) {
        sequence++;
        return what + "-" + sequence;
    }

    // ---- runs

    Ledger ledger() {
        return Ledger.builder().customers(customers.values()).facts(facts).build();
    }

    CollectionLog log() {
        return CollectionLog.of(ledger(), agreements);
    }

    Cases cases() {
        return cases;
    }

    Policies policies() {
        return policies;
    }

    DunningOptions options(String date) {
        return DunningOptions.standard(day(date)).alerted(alerts);
    }

    /** A dry run. */
    DunningPlan plan(String date) {
        return DunningRun.plan(log(), cases, policies, options(date));
    }

    /** A run whose letters all go out on its day. */
    DunningPlan run(String date) {
        DunningPlan plan = plan(date);
        cases = cases.with(plan.asSent()).ranOn(plan.date());
        return plan;
    }

    /** Runs on every day from one to another, both included. */
    List<String> runDaily(String from, String to) {
        List<String> done = new ArrayList<>();
        for (LocalDate date = day(from); !date.isAfter(day(to)); date = date.plusDays(1)) {
            done.addAll(told(run(date.toString())));
        }
        return done;
    }

    /** What a plan does, one text for each action: {@code 2026-05-09 F-1/1 level-1 EUR 100.00}. */
    static List<String> told(DunningPlan plan) {
        return plan.actions().stream()
                .map(action ->
                        plan.date() + " " + action.item() + " " + action.key().step() + " " + action.claimed())
                .toList();
    }

    Explanation why(String date, String document) {
        return plan(date).why(document).get(0);
    }
}
