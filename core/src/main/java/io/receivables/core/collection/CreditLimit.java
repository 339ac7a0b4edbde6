package io.receivables.core.collection;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;

/**
 * What a customer may owe in a currency, from a day on until a later limit in that currency replaces it.
 *
 * @param id the identifier, unique among limits
 * @param customerId whose limit
 * @param date the first day on which it applies
 * @param amount zero or more; at zero the customer gets no credit
 * @param recordedOn the day on which it became known
 */
public record CreditLimit(String id, String customerId, LocalDate date, Money amount, LocalDate recordedOn)
        implements CollectionFact {
    public CreditLimit {
        Checks.id(id, "credit limit id");
        Checks.id(customerId, "customer id of credit limit", id);
        Checks.date(date, "date of credit limit", id);
        Checks.that(!amount.isNegative(), () -> "amount " + amount + " of credit limit " + id + " is negative");
        Checks.date(recordedOn, "recordedOn of credit limit", id);
    }

    public static CreditLimit of(String id, String customerId, LocalDate from, Money amount) {
        return new CreditLimit(id, customerId, from, amount, from);
    }

    public CreditLimit recordedOn(LocalDate recordedOn) {
        return new CreditLimit(id, customerId, date, amount, recordedOn);
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.CREDIT_LIMIT;
    }
}
