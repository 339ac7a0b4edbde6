package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer was granted back. It lowers what is owed from its date on, and settles debit items once allocated.
 *
 * <p>Due on its issue date unless {@link #dueOn} or {@link #payableIn} say otherwise.
 */
public final class CreditNote extends AbstractDocument<CreditNote> implements Document {
    private CreditNote(Values values) {
        super(values);
    }

    /**
     * A credit note of a tax-inclusive size, dated and due on a day.
     *
     * @param gross the tax-inclusive total, zero or more
     * @throws IllegalArgumentException if an identifier is blank, a date is no business date or the amount is negative
     */
    public static CreditNote of(String id, String customerId, LocalDate issueDate, Money gross) {
        return new CreditNote(Values.of(id, customerId, issueDate, gross));
    }

    /** The document that this credit note corrects, if it names one. */
    public Optional<String> corrects() {
        return Optional.ofNullable(values.corrects());
    }

    /** This credit note, naming the document that it corrects. */
    public CreditNote correcting(String documentId) {
        return change(
                values.reference(),
                values.terms(),
                Checks.id(documentId, "corrected document id"),
                values.recordedOn());
    }

    @Override
    CreditNote create(Values changed) {
        return new CreditNote(changed);
    }

    @Override
    public FactKind kind() {
        return FactKind.CREDIT_NOTE;
    }

    @Override
    public boolean isDebit() {
        return false;
    }
}
