package io.receivables.testkit;

import io.receivables.core.CreditNote;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes documents of one kind from values; the three kinds share no public type that could be asked for that. */
record Documents<D extends Document>(
        Maker<D> maker,
        BiFunction<D, List<Instalment>, D> payableIn,
        BiFunction<D, Money, D> withTax,
        BiFunction<D, LocalDate, D> postedOn,
        BiFunction<D, LocalDate, D> deliveredOn,
        BiFunction<D, LocalDate, D> recordedOn,
        BiFunction<D, String, D> withReference,
        BiFunction<D, String, D> withTerms) {

    static final Documents<Invoice> INVOICES = new Documents<>(
            Invoice::of,
            Invoice::payableIn,
            Invoice::withTax,
            Invoice::postedOn,
            Invoice::deliveredOn,
            Invoice::recordedOn,
            Invoice::withReference,
            Invoice::withTerms);
    static final Documents<DebitNote> DEBIT_NOTES = new Documents<>(
            DebitNote::of,
            DebitNote::payableIn,
            DebitNote::withTax,
            DebitNote::postedOn,
            DebitNote::deliveredOn,
            DebitNote::recordedOn,
            DebitNote::withReference,
            DebitNote::withTerms);
    static final Documents<CreditNote> CREDIT_NOTES = new Documents<>(
            CreditNote::of,
            CreditNote::payableIn,
            CreditNote::withTax,
            CreditNote::postedOn,
            CreditNote::deliveredOn,
            CreditNote::recordedOn,
            CreditNote::withReference,
            CreditNote::withTerms);

    interface Maker<D> {
        D make(String id, String customerId, LocalDate issueDate, Money gross);
    }

    /** What a document says beyond its id, customer, date and amount. */
    record Details(
            List<Instalment> instalments,
            Money tax,
            LocalDate postingDate,
            @Nullable LocalDate deliveryDate,
            LocalDate recordedOn,
            @Nullable String reference,
            @Nullable String terms) {}

    D make(String id, String customerId, LocalDate issueDate, Money gross, Details details) {
        D document = payableIn.apply(maker.make(id, customerId, issueDate, gross), details.instalments);
        document = withTax.apply(document, details.tax);
        document = postedOn.apply(document, details.postingDate);
        document = recordedOn.apply(document, details.recordedOn);
        if (details.deliveryDate != null) {
            document = deliveredOn.apply(document, details.deliveryDate);
        }
        if (details.reference != null) {
            document = withReference.apply(document, details.reference);
        }
        return details.terms == null ? document : withTerms.apply(document, details.terms);
    }

    /** A copy of a document with all its amounts multiplied. */
    D scaled(D document, long factor) {
        List<Instalment> instalments = document.instalments().stream()
                .map(part -> Instalment.of(part.dueDate(), part.amount().times(factor)))
                .toList();
        return make(
                document.id(),
                document.customerId(),
                document.issueDate(),
                document.gross().times(factor),
                new Details(
                        instalments,
                        document.tax().times(factor),
                        document.postingDate(),
                        document.deliveryDate().orElse(null),
                        document.recordedOn(),
                        document.reference().orElse(null),
                        document.terms().orElse(null)));
    }
}
