package io.receivables.core;

import java.time.LocalDate;

/**
 * What a customer was charged after the fact: a price correction upwards, a fee, interest.
 *
 * <p>Due on its issue date unless {@link #dueOn} or {@link #payableIn} say otherwise.
 */
public final class DebitNote extends AbstractDocument<DebitNote> implements Document {
    private DebitNote(Values values) {
        super(values);
    }

    /**
     * A debit note over a tax-inclusive amount, dated and due on a day.
     *
     * @param gross the tax-inclusive total, zero or more
     * @throws IllegalArgumentException if an identifier is blank, a date is no business date or the amount is negative
     */
    public static DebitNote of(String id, String customerId, LocalDate issueDate, Money gross) {
        return new DebitNote(Values.of(id, customerId, issueDate, gross));
    }

    @Override
    DebitNote create(Values changed) {
        return new DebitNote(changed);
    }

    @Override
    public FactKind kind() {
        return FactKind.DEBIT_NOTE;
    }

    @Override
    public boolean isDebit() {
        return true;
    }
}
