package io.receivables.core;

import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Money received from a customer. Until it is allocated it is <i>unapplied cash</i>: a credit of the customer that lowers
 * what is owed in total, shown beside the open items.
 *
 * @param id the identifier, unique among payments
 * @param customerId who paid
 * @param date the day the money counts from
 * @param amount more than zero
 * @param reference what the payer stated; empty when nothing
 * @param recordedOn the day on which it became known
 */
public record Payment(
        String id, String customerId, LocalDate date, Money amount, String reference, LocalDate recordedOn)
        implements Fact {
    public Payment {
        Checks.id(id, "payment id");
        Checks.id(customerId, "customer id of payment", id);
        Checks.date(date, "date of payment", id);
        Checks.that(
                amount.isPositive(),
                () -> "amount " + amount + " of payment " + id
                        + " is not above zero: returned money is a reversal, money paid back a refund");
        Objects.requireNonNull(reference, "reference");
        Checks.date(recordedOn, "recordedOn of payment", id);
    }

    public static Payment of(String id, String customerId, LocalDate date, Money amount) {
        return new Payment(id, customerId, date, amount, "", date);
    }

    public Payment withReference(String reference) {
        return new Payment(id, customerId, date, amount, reference, recordedOn);
    }

    public Payment recordedOn(LocalDate recordedOn) {
        return new Payment(id, customerId, date, amount, reference, recordedOn);
    }

    @Override
    public FactKind kind() {
        return FactKind.PAYMENT;
    }
}
