package io.receivables.jackson.internal;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CreditHold;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.JsonOptions.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the domain; {@link DomainReaders} is the other direction. What says nothing is left out. */
public final class DomainWriters {
    private final boolean amountsAsNumbers;
    private final Locale language;

    public DomainWriters(JsonOptions options) {
        this.amountsAsNumbers = options.amounts() == Amounts.NUMBERS;
        this.language = options.language();
    }

    /** A writer for each type, those for facts for every kind; those of dunning where its module is at hand. */
    public List<JsonWriter<?>> all() {
        return Stream.concat(
                        ofCore().stream(),
                        OptionalModules.hasDunning() ? new DunningWriters(this).all().stream() : Stream.empty())
                .toList();
    }

    private List<JsonWriter<?>> ofCore() {
        return List.of(
                new Writer<>(Money.class, this::money),
                new Writer<>(Instalment.class, this::instalment),
                new Writer<>(Customer.class, this::customer),
                new Writer<>(Fact.class, this::fact),
                new Writer<>(PaymentTerms.class, DomainWriters::terms),
                new Writer<>(CollectionFact.class, this::collectionFact),
                new Writer<>(Ledger.class, this::ledger),
                new Writer<>(Problem.class, this::problem));
    }

    interface Writing<T> {
        <X extends Exception> void write(T value, JsonOutput<X> out) throws X;
    }

    record Writer<T>(Class<T> type, Writing<T> writing) implements JsonWriter<T> {
        @Override
        public <X extends Exception> void write(T value, JsonOutput<X> out) throws X {
            writing.write(value, out);
        }
    }

    // ---- values

    <X extends Exception> void money(Money money, JsonOutput<X> out) throws X {
        out.beginObject();
        amountAndCurrency(money, out);
        out.endObject();
    }

    <X extends Exception> void instalment(Instalment instalment, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("dueDate", instalment.dueDate());
        amountAndCurrency(instalment.amount(), out);
        out.endObject();
    }

    <X extends Exception> void amountAndCurrency(Money money, JsonOutput<X> out) throws X {
        amount("amount", money, out);
        currency(money, out);
    }

    private <X extends Exception> void amount(String name, Money money, JsonOutput<X> out) throws X {
        out.name(name);
        if (amountsAsNumbers) {
            out.number(money.amount());
        } else {
            out.text(money.amount().toPlainString());
        }
    }

    private static <X extends Exception> void currency(Money money, JsonOutput<X> out) throws X {
        out.field("currency", money.currency().getCurrencyCode());
    }

    private <X extends Exception> void customer(Customer customer, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("id", customer.id());
        out.field("name", customer.name());
        if (!customer.attributes().isEmpty()) {
            texts("attributes", customer.attributes(), out);
        }
        out.endObject();
    }

    private <X extends Exception> void problem(Problem problem, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("code", problem.code().id());
        out.field("severity", problem.severity().code());
        out.field("message", problem.message(language));
        texts("attributes", problem.attributes(), out);
        out.endObject();
    }

    private static <X extends Exception> void terms(PaymentTerms terms, JsonOutput<X> out) throws X {
        out.text(terms.toString());
    }

    private static <X extends Exception> void texts(String name, Map<String, String> texts, JsonOutput<X> out)
            throws X {
        out.name(name);
        out.beginObject();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.field(text.getKey(), text.getValue());
        }
        out.endObject();
    }

    // ---- facts

    private <X extends Exception> void fact(Fact fact, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("kind", fact.kind().code());
        out.field("id", fact.id());
        switch (fact.kind()) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> document((Document) fact, out);
            case PAYMENT -> payment((Payment) fact, out);
            case ALLOCATION -> allocation((Allocation) fact, out);
            case REFUND -> refund((Refund) fact, out);
            case WRITE_OFF -> writeOff((WriteOff) fact, out);
            case REVERSAL -> reversal((Reversal) fact, out);
            case DISPUTE -> dispute((Dispute) fact, out);
            case DISPUTE_RESOLUTION -> disputeResolution((DisputeResolution) fact, out);
        }
        out.endObject();
    }

    private <X extends Exception> void document(Document document, JsonOutput<X> out) throws X {
        out.field("customerId", document.customerId());
        dates("issueDate", document, out);
        unlessSame("postingDate", document.postingDate(), document.issueDate(), out);
        if (document.deliveryDate().isPresent()) {
            out.field("deliveryDate", document.deliveryDate().get());
        }
        currency(document.gross(), out);
        amount("gross", document.gross(), out);
        if (!document.tax().isZero()) {
            amount("tax", document.tax(), out);
        }
        instalments(document.instalments(), out);
        if (document.reference().isPresent()) {
            out.field("reference", document.reference().get());
        }
        if (document.terms().isPresent()) {
            out.field("terms", document.terms().get());
        }
        if (document instanceof CreditNote note && note.corrects().isPresent()) {
            out.field("corrects", note.corrects().get());
        }
    }

    private <X extends Exception> void instalments(List<Instalment> instalments, JsonOutput<X> out) throws X {
        out.name("instalments");
        out.beginArray();
        for (Instalment instalment : instalments) {
            out.beginObject();
            out.field("dueDate", instalment.dueDate());
            amount("amount", instalment.amount(), out);
            out.endObject();
        }
        out.endArray();
    }

    private <X extends Exception> void payment(Payment payment, JsonOutput<X> out) throws X {
        out.field("customerId", payment.customerId());
        dates("date", payment, out);
        amountAndCurrency(payment.amount(), out);
        unlessEmpty("reference", payment.reference(), out);
    }

    private <X extends Exception> void allocation(Allocation allocation, JsonOutput<X> out) throws X {
        dates("date", allocation, out);
        out.field("source", allocation.source().code());
        out.field("sourceId", allocation.sourceId());
        target(allocation.documentId(), allocation.instalment(), out);
        amountAndCurrency(allocation.amount(), out);
    }

    private <X extends Exception> void refund(Refund refund, JsonOutput<X> out) throws X {
        dates("date", refund, out);
        out.field("source", refund.source().code());
        out.field("sourceId", refund.sourceId());
        amountAndCurrency(refund.amount(), out);
    }

    private <X extends Exception> void writeOff(WriteOff writeOff, JsonOutput<X> out) throws X {
        dates("date", writeOff, out);
        target(writeOff.documentId(), writeOff.instalment(), out);
        amountAndCurrency(writeOff.amount(), out);
        unlessEmpty("reason", writeOff.reason(), out);
    }

    private <X extends Exception> void reversal(Reversal reversal, JsonOutput<X> out) throws X {
        dates("date", reversal, out);
        out.field("target", reversal.target().code());
        out.field("targetId", reversal.targetId());
        unlessEmpty("reason", reversal.reason(), out);
    }

    private <X extends Exception> void dispute(Dispute dispute, JsonOutput<X> out) throws X {
        dates("date", dispute, out);
        out.field("documentId", dispute.documentId());
        if (dispute.amount().isPresent()) {
            amountAndCurrency(dispute.amount().get(), out);
        }
        unlessEmpty("reason", dispute.reason(), out);
    }

    private <X extends Exception> void disputeResolution(DisputeResolution resolution, JsonOutput<X> out) throws X {
        dates("date", resolution, out);
        out.field("disputeId", resolution.disputeId());
        if (resolution.finding().isPresent()) {
            out.field("finding", resolution.finding().get().code());
        }
        if (resolution.conceded().isPresent()) {
            amountAndCurrency(resolution.conceded().get(), out);
        }
        unlessEmpty("outcome", resolution.outcome(), out);
    }

    private <X extends Exception> void dates(String name, Fact fact, JsonOutput<X> out) throws X {
        dates(name, fact.date(), fact.recordedOn(), out);
    }

    private static <X extends Exception> void dates(
            String name, LocalDate date, LocalDate recordedOn, JsonOutput<X> out) throws X {
        out.field(name, date);
        unlessSame("recordedOn", recordedOn, date, out);
    }

    private <X extends Exception> void target(String documentId, int instalment, JsonOutput<X> out) throws X {
        out.field("documentId", documentId);
        if (instalment != Allocation.EARLIEST_DUE_FIRST) {
            out.field("instalment", instalment);
        }
    }

    private static <X extends Exception> void unlessSame(
            String name, LocalDate date, LocalDate usual, JsonOutput<X> out) throws X {
        if (!date.equals(usual)) {
            out.field(name, date);
        }
    }

    static <X extends Exception> void unlessEmpty(String name, String text, JsonOutput<X> out) throws X {
        if (!text.isEmpty()) {
            out.field(name, text);
        }
    }

    // ---- facts of a collection

    private <X extends Exception> void collectionFact(CollectionFact fact, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("kind", fact.kind().code());
        out.field("id", fact.id());
        dates("date", fact.date(), fact.recordedOn(), out);
        switch (fact.kind()) {
            case PROMISE_TO_PAY -> promise((PromiseToPay) fact, out);
            case PAYMENT_PLAN -> plan((PaymentPlan) fact, out);
            case CREDIT_LIMIT -> limit((CreditLimit) fact, out);
            case CREDIT_HOLD -> hold((CreditHold) fact, out);
            case REMINDER_SENT -> reminder((ReminderSent) fact, out);
            case CANCELLATION -> cancellation((Cancellation) fact, out);
        }
        out.endObject();
    }

    private <X extends Exception> void promise(PromiseToPay promise, JsonOutput<X> out) throws X {
        out.field("customerId", promise.customerId());
        amountAndCurrency(promise.amount(), out);
        out.field("payBy", promise.payBy());
        if (!promise.items().isEmpty()) {
            items(promise.items(), out);
        }
    }

    private <X extends Exception> void plan(PaymentPlan plan, JsonOutput<X> out) throws X {
        out.field("customerId", plan.customerId());
        items(plan.items(), out);
        currency(plan.total(), out);
        instalments(plan.instalments(), out);
    }

    private <X extends Exception> void limit(CreditLimit limit, JsonOutput<X> out) throws X {
        out.field("customerId", limit.customerId());
        amountAndCurrency(limit.amount(), out);
    }

    private <X extends Exception> void hold(CreditHold hold, JsonOutput<X> out) throws X {
        out.field("customerId", hold.customerId());
        unlessEmpty("reason", hold.reason(), out);
    }

    private <X extends Exception> void reminder(ReminderSent reminder, JsonOutput<X> out) throws X {
        out.field("customerId", reminder.customerId());
        out.field("level", reminder.level());
        out.field("channel", reminder.channel().code());
        items(reminder.items(), out);
    }

    private <X extends Exception> void cancellation(Cancellation cancellation, JsonOutput<X> out) throws X {
        out.field("target", cancellation.target().code());
        out.field("targetId", cancellation.targetId());
        unlessEmpty("reason", cancellation.reason(), out);
    }

    <X extends Exception> void items(List<ItemReference> items, JsonOutput<X> out) throws X {
        out.name("items");
        out.beginArray();
        for (ItemReference item : items) {
            item(item, out);
        }
        out.endArray();
    }

    <X extends Exception> void item(ItemReference item, JsonOutput<X> out) throws X {
        out.beginObject();
        target(item.documentId(), item.instalment(), out);
        out.endObject();
    }

    // ---- ledger

    private <X extends Exception> void ledger(Ledger ledger, JsonOutput<X> out) throws X {
        if (ledger.facts().isEmpty() && ledger.columns().rows() > 0) {
            throw new IllegalStateException(
                    "the ledger was made from columns and holds no facts: write the rows that its"
                            + " columns were made from");
        }
        out.beginObject();
        out.name("customers");
        out.beginArray();
        for (Customer customer : ledger.customers()) {
            customer(customer, out);
        }
        out.endArray();
        out.name("facts");
        out.beginArray();
        for (Fact fact : ledger.facts()) {
            fact(fact, out);
        }
        out.endArray();
        out.endObject();
    }
}
