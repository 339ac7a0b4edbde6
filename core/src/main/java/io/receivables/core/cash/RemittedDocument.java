package io.receivables.core.cash;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document that a payer names in fields of its own: camt RfrdDocInf with RfrdDocAmt. */
public final class RemittedDocument {
    private final String type;
    private final String number;
    private final @Nullable LocalDate date;
    private final @Nullable Money amount;

    private RemittedDocument(String type, String number, @Nullable LocalDate date, @Nullable Money amount) {
        this.type = Objects.requireNonNull(type, "type");
        this.number = Objects.requireNonNull(number, "number");
        this.date = date;
        this.amount = amount;
    }

    /** A document by its number; the type such as {@code CINV} (invoice) or {@code CREN} (credit note), or empty. */
    public static RemittedDocument of(String type, String number) {
        return new RemittedDocument(type, number, null, null);
    }

    public RemittedDocument datedOn(LocalDate date) {
        return new RemittedDocument(type, number, Objects.requireNonNull(date, "date"), amount);
    }

    /** What is paid for it; negative for what a credit note takes off. */
    public RemittedDocument paying(Money amount) {
        return new RemittedDocument(type, number, date, Objects.requireNonNull(amount, "amount"));
    }

    public String type() {
        return type;
    }

    public String number() {
        return number;
    }

    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /** What is paid for it, where stated; negative for what a credit note takes off. */
    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemittedDocument that
                && type.equals(that.type)
                && number.equals(that.number)
                && Objects.equals(date, that.date)
                && Objects.equals(amount, that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, number, date, amount);
    }

    @Override
    public String toString() {
        return "RemittedDocument[" + type + " " + number + (amount == null ? "" : ", " + amount) + "]";
    }
}
