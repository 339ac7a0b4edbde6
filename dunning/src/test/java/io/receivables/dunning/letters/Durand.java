package io.receivables.dunning.letters;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.letters.LetterSubject.Claim;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The company whose letters the tests read. On 29 May 2026 its customer C-104 has two invoices past due (F-1001 with a
 * part payment and a contested part, F-1002), one not yet due, an invoice that was paid late, and an unapplied payment.
 */
final class Durand {
    static final LocalDate TODAY = LocalDate.parse("2026-05-29");
    static final String CUSTOMER = "C-104";

    final List<Customer> customers = new ArrayList<>(List.of(Customer.of(CUSTOMER, "Menuiserie Lefèvre & Fils")));
    final List<Fact> facts = new ArrayList<>();
    final List<CollectionFact> collection = new ArrayList<>();
    final List<DunningEvent> events = new ArrayList<>();
    DunningPolicy policy = policy("FR", "fr-l441-10");
    String currency = "EUR";

    static DunningPolicy policy(String country, String regime) {
        return DunningPolicy.of(
                        "standard",
                        DunningStep.courtesy(5),
                        DunningStep.reminder(1, 8),
                        DunningStep.formalNotice(3, 35))
                .underLawOf(country)
                .withInterest(regime);
    }

    /** The facts of the example, in a currency. */
    static Durand example(String currency) {
        Durand durand = new Durand();
        durand.currency = currency;
        durand.invoice("F-0990", "2026-01-11", "2026-02-10", "600.00");
        durand.invoice("F-1001", "2026-02-01", "2026-03-03", "1200.00");
        durand.invoice("F-1002", "2026-03-16", "2026-04-15", "800.00");
        durand.invoice("F-1003", "2026-05-15", "2026-06-14", "450.00");
        durand.payments.add(new Paid("P-1", "2026-03-20", "200.00", "F-1001"));
        durand.payments.add(new Paid("P-2", "2026-05-05", "600.00", "F-0990"));
        durand.payments.add(new Paid("P-3", "2026-05-20", "60.00", ""));
        durand.facts.add(Dispute.of("D-1", "F-1001", LocalDate.parse("2026-03-10"))
                .over(durand.money("150.00"))
                .because("two doors damaged on delivery"));
        durand.sent("L-1", "2026-03-12", StepKind.REMINDER, 1, "15.00", "F-1001", "F-0990");
        durand.events.add(new LetterAcknowledged("L-1", CUSTOMER, LocalDate.parse("2026-03-13"), "opened"));
        durand.sent("L-2", "2026-04-02", StepKind.REMINDER, 2, "0.00", "F-1001");
        durand.collection.add(PromiseToPay.of(
                        "PR-1",
                        CUSTOMER,
                        LocalDate.parse("2026-04-10"),
                        durand.money("500.00"),
                        LocalDate.parse("2026-04-24"))
                .on("F-1001"));
        return durand;
    }

    private record Paid(String id, String date, String amount, String document) {}

    private final List<Paid> payments = new ArrayList<>();

    Money money(String amount) {
        return Money.of(amount, currency);
    }

    void invoice(String id, String issued, String due, String amount) {
        facts.add(
                Invoice.of(id, CUSTOMER, LocalDate.parse(issued), money(amount)).dueOn(LocalDate.parse(due)));
    }

    void credit(String id, String issued, String amount) {
        facts.add(CreditNote.of(id, CUSTOMER, LocalDate.parse(issued), money(amount)));
    }

    void pay(String id, String date, String amount, String document) {
        payments.add(new Paid(id, date, amount, document));
    }

    /** A letter that went out on its day; its first item bears the fee. */
    void sent(String letterId, String date, StepKind kind, int level, String fee, String... documents) {
        accepted(letterId, date, kind, level, fee, documents);
        LocalDate day = LocalDate.parse(date);
        events.add(new LetterSending(letterId, CUSTOMER, day, 1));
        events.add(new LetterSent(letterId, CUSTOMER, day, 1, "<" + letterId + "@durand.example>"));
    }

    void accepted(String letterId, String date, StepKind kind, int level, String fee, String... documents) {
        for (int i = 0; i < documents.length; i++) {
            events.add(new ActionAccepted(
                    new ActionKey(ItemReference.of(documents[i], 1), "level-" + level, 0),
                    CUSTOMER,
                    LocalDate.parse(date),
                    letterId,
                    policy.id(),
                    kind,
                    level,
                    Channel.EMAIL,
                    kind == StepKind.REMINDER ? "reminder-neutral" : kind.code(),
                    money("100.00"),
                    money(i == 0 ? fee : "0.00")));
        }
    }

    void offer(String... documents) {
        events.add(new PlanOffered(
                "O-1",
                CUSTOMER,
                TODAY.minusDays(1),
                Arrays.stream(documents).map(id -> ItemReference.of(id, 1)).toList(),
                List.of(
                        Instalment.of(LocalDate.parse("2026-06-15"), money("900.00")),
                        Instalment.of(LocalDate.parse("2026-07-15"), money("750.00"))),
                LocalDate.parse("2026-06-10")));
    }

    LetterFacts facts() {
        LedgerBuilder builder = Ledger.builder().customers(customers).facts(facts);
        payments.forEach(paid -> {
            Payment payment = Payment.of(paid.id(), CUSTOMER, LocalDate.parse(paid.date()), money(paid.amount()));
            if (paid.document().isEmpty()) {
                builder.fact(payment);
            } else {
                builder.payment(payment, paid.document());
            }
        });
        return LetterFacts.of(CollectionLog.of(builder.build(), collection), Cases.of(events), Policies.of(policy));
    }

    // ---- letters

    /** What is asked for of a document: what is open of it and not contested. */
    LetterSubject subject(DunningStep step, String language, String... documents) {
        LetterFacts known = facts();
        return new LetterSubject(
                "L-2026-0529-104",
                CUSTOMER,
                TODAY,
                step.channel(),
                language,
                policy,
                Arrays.stream(documents)
                        .map(id -> {
                            var item = known.ledger().items(id, TODAY).get(0);
                            return new Claim(
                                    ItemReference.of(id, 1),
                                    CUSTOMER,
                                    step,
                                    step.kind() == StepKind.RETURN_CONTACT ? "returned-2026-05-27" : step.code(),
                                    item.open().minus(item.disputed()),
                                    money("0.00"));
                        })
                        .toList());
    }

    static Creditor creditor() {
        return Creditor.of("Fournitures Durand SAS", "12, rue des Tanneurs", "69003 Lyon", "France")
                .reachedBy("compta@durand.example", "+33 4 00 00 00 00")
                .signedBy("Claire Durand")
                .registered(new Creditor.Line("RCS", "Lyon 552 100 554"), new Creditor.Line("TVA", "FR40 552 100 554"))
                .paidInto(
                        new Creditor.Line("IBAN", "FR76 3000 6000 0112 3456 7890 189"),
                        new Creditor.Line("BIC", "AGRIFRPP"));
    }

    static Contact contact() {
        return Contact.of("Menuiserie Lefèvre & Fils", "8, chemin du Lac", "74000 Annecy", "France")
                .reachedBy("comptabilite@lefevre.example", "+33 4 11 11 11 11");
    }

    static LetterWriter writer() {
        return LetterWriter.of(creditor(), customer -> contact())
                .withReferences(subject -> "RF18 5390 0754 7034")
                .withPaymentLinks(subject -> URI.create("https://pay.durand.example/l/104?a=1&b=2"))
                .withColleagues(Contact.of("Service crédit"))
                .withSuccessors(successor -> Contact.of(
                        successor == Successor.LAWYER ? "Cabinet Morel" : "Recouvrement Rhône SARL",
                        "3, quai Jules-Courmont",
                        "69002 Lyon"));
    }
}
