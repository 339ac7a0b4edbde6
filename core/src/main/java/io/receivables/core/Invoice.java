package io.receivables.core;

import java.time.LocalDate;

/**
 * What a customer was charged for a sale.
 *
 * <p>Due on its issue date unless {@link #dueOn} or {@link #payableIn} say otherwise.
 */
public final class Invoice extends AbstractDocument<Invoice> implements Document {
    private Invoice(Values values) {
        super(values);
    }

    /**
     * An invoice over a tax-inclusive amount, dated and due on a day.
     *
     * @param gross the tax-inclusive total, zero or more
     * @throws IllegalArgumentException if an identifier is blank, a date is no business date or the amount is negative
     */
    public static Invoice of(String id, String customerId, LocalDate issueDate, Money gross) {
        return new Invoice(Values.of(id, customerId, issueDate, gross));
    }

    @Override
    Invoice create(Values changed) {
        return new Invoice(changed);
    }

    @Override
    public FactKind kind() {
        return FactKind.INVOICE;
    }

    @Override
    public boolean isDebit() {
        return true;
    }
}
