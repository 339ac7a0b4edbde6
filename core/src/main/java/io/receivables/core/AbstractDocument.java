package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the three documents have in common; {@code D} is the document, so that each {@code with…} gives its own kind. */
abstract sealed class AbstractDocument<D extends AbstractDocument<D>> permits Invoice, DebitNote, CreditNote {

    /** The values of a document; a change makes a new one. */
    record Values(
            String id,
            String customerId,
            LocalDate issueDate,
            LocalDate postingDate,
            @Nullable LocalDate deliveryDate,
            Money gross,
            Money tax,
            List<Instalment> instalments,
            @Nullable String reference,
            @Nullable String terms,
            @Nullable String corrects,
            LocalDate recordedOn) {
        Values {
            Checks.id(id, "document id");
            Checks.id(customerId, "customer id of document", id);
            Checks.date(issueDate, "issue date of document", id);
            Checks.date(postingDate, "posting date of document", id);
            if (deliveryDate != null) {
                Checks.date(deliveryDate, "delivery date of document", id);
            }
            Checks.date(recordedOn, "recordedOn of document", id);
            checkGross(id, gross);
            Checks.that(
                    !tax.isNegative() && tax.compareTo(gross) <= 0,
                    () -> "tax " + tax + " of document " + id + " is not between zero and the gross amount " + gross);
            instalments = List.copyOf(instalments);
            Checks.that(!instalments.isEmpty(), () -> "document " + id + " has no instalment: give at least one");
            checkSum(id, gross, instalments);
        }

        private static void checkGross(String id, Money gross) {
            Checks.that(
                    !gross.isNegative(),
                    () -> "gross amount " + gross + " of document " + id
                            + " is negative: a credit note has a positive size");
        }

        /** Takes the instalments off gross rather than adding them up, which could overflow. */
        private static void checkSum(String id, Money gross, List<Instalment> instalments) {
            Money left = gross;
            for (Instalment instalment : instalments) {
                if (instalment.amount().compareTo(left) > 0) {
                    throw offGross(id, gross, instalments);
                }
                left = left.minus(instalment.amount());
            }
            if (!left.isZero()) {
                throw offGross(id, gross, instalments);
            }
        }

        private static IllegalArgumentException offGross(String id, Money gross, List<Instalment> instalments) {
            BigDecimal sum = instalments.stream()
                    .map(instalment -> instalment.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new IllegalArgumentException("instalments of document " + id + " add up to " + sum.toPlainString()
                    + ", not to its gross amount " + gross);
        }

        static Values of(String id, String customerId, LocalDate issueDate, Money gross) {
            // before they make an instalment, whose message would name the due date
            Checks.date(issueDate, "issue date of document", id);
            checkGross(id, gross);
            return new Values(
                    id,
                    customerId,
                    issueDate,
                    issueDate,
                    null,
                    gross,
                    Money.zero(gross.currency()),
                    List.of(Instalment.of(issueDate, gross)),
                    null,
                    null,
                    null,
                    issueDate);
        }
    }

    final Values values;

    AbstractDocument(Values values) {
        this.values = values;
    }

    abstract D create(Values changed);

    public final String id() {
        return values.id;
    }

    public final String customerId() {
        return values.customerId;
    }

    public final LocalDate date() {
        return values.issueDate;
    }

    public final LocalDate issueDate() {
        return values.issueDate;
    }

    public final LocalDate postingDate() {
        return values.postingDate;
    }

    public final Optional<LocalDate> deliveryDate() {
        return Optional.ofNullable(values.deliveryDate);
    }

    public final LocalDate recordedOn() {
        return values.recordedOn;
    }

    public final Money gross() {
        return values.gross;
    }

    public final Money tax() {
        return values.tax;
    }

    public final Money net() {
        return values.gross.minus(values.tax);
    }

    public final List<Instalment> instalments() {
        return values.instalments;
    }

    public final Optional<String> reference() {
        return Optional.ofNullable(values.reference);
    }

    public final Optional<String> terms() {
        return Optional.ofNullable(values.terms);
    }

    /** This document, due in one amount on a day. */
    public final D dueOn(LocalDate dueDate) {
        return payableIn(List.of(Instalment.of(dueDate, values.gross)));
    }

    /**
     * This document, payable in instalments.
     *
     * @throws IllegalArgumentException if they do not add up to the gross amount
     */
    public final D payableIn(List<Instalment> instalments) {
        return change(values.postingDate, values.deliveryDate, values.tax, instalments);
    }

    /** This document, posted to the accounts on a day other than its issue date. */
    public final D postedOn(LocalDate postingDate) {
        return change(postingDate, values.deliveryDate, values.tax, values.instalments);
    }

    /** This document, with the day of the delivery that it charges for. */
    public final D deliveredOn(LocalDate deliveryDate) {
        return change(values.postingDate, deliveryDate, values.tax, values.instalments);
    }

    /**
     * This document, with the tax that its gross amount includes.
     *
     * @throws IllegalArgumentException if it is negative, above the gross amount or in another currency
     */
    public final D withTax(Money tax) {
        return change(values.postingDate, values.deliveryDate, tax, values.instalments);
    }

    /** This document, with a reference as written on it. */
    public final D withReference(String reference) {
        return change(Objects.requireNonNull(reference), values.terms, values.corrects, values.recordedOn);
    }

    /** This document, with its payment terms as written on it. */
    public final D withTerms(String terms) {
        return change(values.reference, Objects.requireNonNull(terms), values.corrects, values.recordedOn);
    }

    /** This document, due as its terms say, and with their text. */
    public final D withTerms(Terms terms) {
        return payableIn(terms.instalmentsOf((Document) this)).withTerms(terms.toString());
    }

    /** This document, known since a day other than its issue date. */
    public final D recordedOn(LocalDate recordedOn) {
        return change(values.reference, values.terms, values.corrects, recordedOn);
    }

    private D change(LocalDate postingDate, @Nullable LocalDate deliveryDate, Money tax, List<Instalment> instalments) {
        return create(new Values(
                values.id,
                values.customerId,
                values.issueDate,
                postingDate,
                deliveryDate,
                values.gross,
                tax,
                instalments,
                values.reference,
                values.terms,
                values.corrects,
                values.recordedOn));
    }

    final D change(
            @Nullable String reference, @Nullable String terms, @Nullable String corrects, LocalDate recordedOn) {
        return create(new Values(
                values.id,
                values.customerId,
                values.issueDate,
                values.postingDate,
                values.deliveryDate,
                values.gross,
                values.tax,
                values.instalments,
                reference,
                terms,
                corrects,
                recordedOn));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof AbstractDocument<?> document
                && getClass() == document.getClass()
                && values.equals(document.values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + values.toString().substring("Values".length());
    }
}
