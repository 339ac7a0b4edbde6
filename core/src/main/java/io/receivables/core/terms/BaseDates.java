package io.receivables.core.terms;

import io.receivables.core.Document;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dates of a document from which terms may count. */
public final class BaseDates {
    private final LocalDate invoice;
    private final @Nullable LocalDate delivery;
    private final @Nullable LocalDate receipt;

    private BaseDates(LocalDate invoice, @Nullable LocalDate delivery, @Nullable LocalDate receipt) {
        this.invoice = Checks.date(invoice, "invoice date");
        this.delivery = delivery == null ? null : Checks.date(delivery, "delivery date");
        this.receipt = receipt == null ? null : Checks.date(receipt, "receipt date");
    }

    /** A document of this date; when it was delivered and received is not known. */
    public static BaseDates invoicedOn(LocalDate date) {
        return new BaseDates(date, null, null);
    }

    /** The issue date and, if it is known, the delivery date of a document. */
    public static BaseDates of(Document document) {
        return new BaseDates(document.issueDate(), document.deliveryDate().orElse(null), null);
    }

    public BaseDates deliveredOn(LocalDate date) {
        return new BaseDates(invoice, Objects.requireNonNull(date, "delivery date"), receipt);
    }

    /** The day on which the debtor received the invoice. */
    public BaseDates receivedOn(LocalDate date) {
        return new BaseDates(invoice, delivery, Objects.requireNonNull(date, "receipt date"));
    }

    /** The date of a kind, if it is known. */
    public Optional<LocalDate> find(BaseDate kind) {
        return switch (kind) {
            case INVOICE -> Optional.of(invoice);
            case DELIVERY -> Optional.ofNullable(delivery);
            case END_OF_DELIVERY_MONTH ->
                Optional.ofNullable(delivery).map(day -> day.withDayOfMonth(day.lengthOfMonth()));
            case RECEIPT -> Optional.ofNullable(receipt);
        };
    }

    /**
     * The date of a kind.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public LocalDate get(BaseDate kind) {
        return find(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "terms count from the " + kind.canonicalName().replace('-', ' ') + ", which is not given"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BaseDates that
                && invoice.equals(that.invoice)
                && Objects.equals(delivery, that.delivery)
                && Objects.equals(receipt, that.receipt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(invoice, delivery, receipt);
    }

    @Override
    public String toString() {
        return "invoice date " + invoice
                + (delivery == null ? "" : ", delivery date " + delivery)
                + (receipt == null ? "" : ", receipt date " + receipt);
    }
}
