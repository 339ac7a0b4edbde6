package io.receivables.testkit;

import io.receivables.core.CreditNote;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;

/** What a generated document is to look like; its id comes from its place among the others, so that ids shrink too. */
record DocumentPlan(
        FactKind kind, int customer, int currency, int issued, long minorUnits, List<Due> dues, Details details) {

    /** One instalment: days after the issue date, and its weight among the instalments. */
    record Due(int days, int weight) {}

    /**
     * What most documents leave out.
     *
     * @param taxRate percent on the net amount
     * @param posted days after the issue date
     * @param delivered days before the issue date; negative for no delivery date
     * @param recorded days after the issue date
     * @param reference empty for none
     * @param terms empty for none
     */
    record Details(BigDecimal taxRate, int posted, int delivered, int recorded, String reference, String terms) {}

    /** The ways to change a document of kind {@code D}; the three kinds share no public type that has them. */
    private record Changes<D extends Document>(
            BiFunction<D, List<Instalment>, D> payableIn,
            BiFunction<D, Money, D> withTax,
            BiFunction<D, LocalDate, D> postedOn,
            BiFunction<D, LocalDate, D> deliveredOn,
            BiFunction<D, LocalDate, D> recordedOn,
            BiFunction<D, String, D> withReference,
            BiFunction<D, String, D> withTerms) {}

    private static final Changes<Invoice> OF_INVOICE = new Changes<>(
            Invoice::payableIn,
            Invoice::withTax,
            Invoice::postedOn,
            Invoice::deliveredOn,
            Invoice::recordedOn,
            Invoice::withReference,
            Invoice::withTerms);
    private static final Changes<DebitNote> OF_DEBIT_NOTE = new Changes<>(
            DebitNote::payableIn,
            DebitNote::withTax,
            DebitNote::postedOn,
            DebitNote::deliveredOn,
            DebitNote::recordedOn,
            DebitNote::withReference,
            DebitNote::withTerms);
    private static final Changes<CreditNote> OF_CREDIT_NOTE = new Changes<>(
            CreditNote::payableIn,
            CreditNote::withTax,
            CreditNote::postedOn,
            CreditNote::deliveredOn,
            CreditNote::recordedOn,
            CreditNote::withReference,
            CreditNote::withTerms);

    Invoice invoice(String id, String customerId, Currency in, LocalDate from) {
        return dress(Invoice.of(id, customerId, from.plusDays(issued), gross(in)), OF_INVOICE);
    }

    DebitNote debitNote(String id, String customerId, Currency in, LocalDate from) {
        return dress(DebitNote.of(id, customerId, from.plusDays(issued), gross(in)), OF_DEBIT_NOTE);
    }

    CreditNote creditNote(String id, String customerId, Currency in, LocalDate from) {
        return dress(CreditNote.of(id, customerId, from.plusDays(issued), gross(in)), OF_CREDIT_NOTE);
    }

    private Money gross(Currency in) {
        return Money.ofMinor(minorUnits, in);
    }

    private <D extends Document> D dress(D plain, Changes<D> changes) {
        LocalDate issueDate = plain.issueDate();
        D document = changes.payableIn.apply(plain, instalments(issueDate, plain.gross()));
        document = changes.withTax.apply(document, tax(plain.gross()));
        document = changes.postedOn.apply(document, issueDate.plusDays(details.posted));
        document = changes.recordedOn.apply(document, issueDate.plusDays(details.recorded));
        if (details.delivered >= 0) {
            document = changes.deliveredOn.apply(document, issueDate.minusDays(details.delivered));
        }
        if (!details.reference.isEmpty()) {
            document = changes.withReference.apply(document, details.reference);
        }
        return details.terms.isEmpty() ? document : changes.withTerms.apply(document, details.terms);
    }

    /** The amount in proportion to the weights, rounded down; the last instalment takes what is left. */
    private List<Instalment> instalments(LocalDate issueDate, Money gross) {
        int weights = dues.stream().mapToInt(Due::weight).sum();
        List<Instalment> instalments = new ArrayList<>();
        Money left = gross;
        for (Due due : dues) {
            boolean last = instalments.size() == dues.size() - 1;
            Money part =
                    last ? left : gross.times(due.weight).dividedBy(BigDecimal.valueOf(weights), RoundingMode.DOWN);
            left = left.minus(part);
            instalments.add(Instalment.of(issueDate.plusDays(due.days), part));
        }
        return instalments;
    }

    /** The tax within a gross amount: gross x rate / (100 + rate). */
    private Money tax(Money gross) {
        return Money.of(
                gross.amount()
                        .multiply(details.taxRate)
                        .divide(
                                details.taxRate.add(BigDecimal.valueOf(100)),
                                Money.digits(gross.currency()),
                                RoundingMode.HALF_EVEN),
                gross.currency());
    }
}
