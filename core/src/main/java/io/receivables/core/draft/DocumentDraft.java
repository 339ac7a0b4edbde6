package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.CreditNote;
import io.receivables.core.Document;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, debit note or credit note as it came from outside. {@link #toDocument()} works exactly when there are no
 * violations.
 *
 * @param kind {@code invoice}, {@code debit-note} or {@code credit-note}
 * @param id the identifier that the source system uses
 * @param customerId who owes
 * @param issueDate the document's date
 * @param dueDate the last day on which payment is in time; not with instalments. A credit note may have neither
 * @param instalments several due dates with their amounts, which add up to gross
 * @param postingDate the day it was posted to the accounts; the issue date when missing
 * @param deliveryDate the day of the delivery that it charges for
 * @param currency the ISO 4217 code of all its amounts
 * @param gross the tax-inclusive total in major units, zero or more
 * @param tax the tax within gross; zero when missing
 * @param reference a reference as written on the document
 * @param terms the payment terms as written on the document
 * @param corrects the document that a credit note corrects
 * @param recordedOn the day on which it became known; the issue date when missing
 */
@ConsistentDocument
public record DocumentDraft(
        @Required(message = "{io.receivables.core.draft.kind.missing}")
        @OneOf(
                value = {"invoice", "debit-note", "credit-note"},
                message = "{io.receivables.core.draft.kind.unknown}")
        @Nullable String kind,

        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Required(message = "{io.receivables.core.draft.customerId.missing}") @Identifier @Nullable String customerId,

        @Required(message = "{io.receivables.core.draft.issueDate.missing}") @BusinessDate @Nullable LocalDate issueDate,

        @BusinessDate @Nullable LocalDate dueDate,

        @Size(min = 1, message = "{io.receivables.core.draft.instalments.empty}") @Nullable List<@Required(message = "{io.receivables.core.draft.instalment.missing}") @Valid @Nullable InstalmentDraft>
                instalments,

        @BusinessDate @Nullable LocalDate postingDate,
        @BusinessDate @Nullable LocalDate deliveryDate,

        @Required(message = "{io.receivables.core.draft.currency.missing}") @CurrencyCode @Nullable String currency,

        @Required(message = "{io.receivables.core.draft.gross.missing}")
        @DecimalMin(value = "0", message = "{io.receivables.core.draft.gross.negative}") @Nullable BigDecimal gross,

        @DecimalMin(value = "0", message = "{io.receivables.core.draft.tax.negative}") @Nullable BigDecimal tax,

        @Nullable String reference,
        @Nullable String terms,
        @Identifier @Nullable String corrects,
        @BusinessDate @Nullable LocalDate recordedOn) {

    public DocumentDraft {
        // not List.copyOf: a missing element is for the validator to report
        instalments = instalments == null ? null : Collections.unmodifiableList(new ArrayList<>(instalments));
    }

    /** Starts a draft of an invoice. */
    public static Builder invoice() {
        return new Builder(FactKind.INVOICE.code());
    }

    /** Starts a draft of a debit note. */
    public static Builder debitNote() {
        return new Builder(FactKind.DEBIT_NOTE.code());
    }

    /** Starts a draft of a credit note. */
    public static Builder creditNote() {
        return new Builder(FactKind.CREDIT_NOTE.code());
    }

    /**
     * The document.
     *
     * @throws NullPointerException if a component is missing that the document needs
     * @throws IllegalArgumentException if a component has a value that the document cannot have
     */
    public Document toDocument() {
        FactKind factKind = FactKind.ofCode(required(kind, "kind"));
        Currency unit = Money.currency(required(currency, "currency"));
        LocalDate issued = required(issueDate, "issueDate");
        Document document = Document.of(
                        factKind,
                        required(id, "id"),
                        required(customerId, "customerId"),
                        issued,
                        Money.of(required(gross, "gross"), unit))
                .postedOn(orElse(postingDate, issued))
                .withTax(Money.of(orElse(tax, BigDecimal.ZERO), unit))
                .recordedOn(orElse(recordedOn, issued));
        document = withDueDates(document, unit);
        document = deliveryDate == null ? document : document.deliveredOn(deliveryDate);
        document = reference == null ? document : document.withReference(reference);
        document = terms == null ? document : document.withTerms(terms);
        return corrects == null ? document : correcting(document, corrects);
    }

    private Document withDueDates(Document document, Currency unit) {
        if (instalments != null) {
            if (dueDate != null) {
                throw new IllegalArgumentException(
                        "dueDate " + dueDate + " is given with instalments: leave one of them out");
            }
            return document.payableIn(instalments.stream()
                    .map(instalment -> instalment(required(instalment, "instalment"), unit))
                    .toList());
        }
        return dueDate == null && !document.isDebit() ? document : document.dueOn(required(dueDate, "dueDate"));
    }

    private static Instalment instalment(InstalmentDraft draft, Currency unit) {
        return Instalment.of(required(draft.dueDate(), "dueDate"), Money.of(required(draft.amount(), "amount"), unit));
    }

    private static Document correcting(Document document, String corrected) {
        if (document instanceof CreditNote note) {
            return note.correcting(corrected);
        }
        throw new IllegalArgumentException(
                "corrects \"" + corrected + "\" is given for a document that is no credit note: leave it out");
    }

    /** Collects the components of a draft, in any order; what is not given is missing. */
    public static final class Builder {
        private final String kind;
        private @Nullable String id;
        private @Nullable String customerId;
        private @Nullable LocalDate issueDate;
        private @Nullable LocalDate dueDate;
        private @Nullable List<@Nullable InstalmentDraft> instalments;
        private @Nullable LocalDate postingDate;
        private @Nullable LocalDate deliveryDate;
        private @Nullable String currency;
        private @Nullable BigDecimal gross;
        private @Nullable BigDecimal tax;
        private @Nullable String reference;
        private @Nullable String terms;
        private @Nullable String corrects;
        private @Nullable LocalDate recordedOn;

        private Builder(String kind) {
            this.kind = kind;
        }

        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        public Builder customerId(@Nullable String customerId) {
            this.customerId = customerId;
            return this;
        }

        public Builder issueDate(@Nullable LocalDate issueDate) {
            this.issueDate = issueDate;
            return this;
        }

        public Builder dueDate(@Nullable LocalDate dueDate) {
            this.dueDate = dueDate;
            return this;
        }

        public Builder instalments(@Nullable List<@Nullable InstalmentDraft> instalments) {
            this.instalments = instalments;
            return this;
        }

        public Builder postingDate(@Nullable LocalDate postingDate) {
            this.postingDate = postingDate;
            return this;
        }

        public Builder deliveryDate(@Nullable LocalDate deliveryDate) {
            this.deliveryDate = deliveryDate;
            return this;
        }

        public Builder currency(@Nullable String currency) {
            this.currency = currency;
            return this;
        }

        public Builder gross(@Nullable BigDecimal gross) {
            this.gross = gross;
            return this;
        }

        public Builder tax(@Nullable BigDecimal tax) {
            this.tax = tax;
            return this;
        }

        public Builder reference(@Nullable String reference) {
            this.reference = reference;
            return this;
        }

        public Builder terms(@Nullable String terms) {
            this.terms = terms;
            return this;
        }

        public Builder corrects(@Nullable String corrects) {
            this.corrects = corrects;
            return this;
        }

        public Builder recordedOn(@Nullable LocalDate recordedOn) {
            this.recordedOn = recordedOn;
            return this;
        }

        public DocumentDraft build() {
            return new DocumentDraft(
                    kind,
                    id,
                    customerId,
                    issueDate,
                    dueDate,
                    instalments,
                    postingDate,
                    deliveryDate,
                    currency,
                    gross,
                    tax,
                    reference,
                    terms,
                    corrects,
                    recordedOn);
        }
    }
}
