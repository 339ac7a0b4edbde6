package io.receivables.core.collection;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The customer says how much they will pay by which day. Whether they did is decided by the ledger: {@link
 * CollectionLog#promises}.
 *
 * @param id the identifier, unique among promises
 * @param customerId who promises
 * @param date the day of the promise: money counts from this day on
 * @param amount what is promised, more than zero
 * @param payBy the last day on which the promise can be kept, not before the promise
 * @param items what is to be paid; none when the promise is about the customer's account as a whole
 * @param recordedOn the day on which it became known
 */
public record PromiseToPay(
        String id,
        String customerId,
        LocalDate date,
        Money amount,
        LocalDate payBy,
        List<ItemReference> items,
        LocalDate recordedOn)
        implements CollectionFact {
    public PromiseToPay {
        Checks.id(id, "promise id");
        Checks.id(customerId, "customer id of promise", id);
        Checks.date(date, "date of promise", id);
        Checks.that(amount.isPositive(), () -> "amount " + amount + " of promise " + id + " is not above zero");
        Checks.date(payBy, "promised day of promise", id);
        Checks.that(
                !payBy.isBefore(date),
                () -> "promised day " + payBy + " of promise " + id + " is before its date " + date);
        items = List.copyOf(items);
        Checks.date(recordedOn, "recordedOn of promise", id);
    }

    /** A promise about the customer's account as a whole. */
    public static PromiseToPay of(String id, String customerId, LocalDate promisedOn, Money amount, LocalDate payBy) {
        return new PromiseToPay(id, customerId, promisedOn, amount, payBy, List.of(), promisedOn);
    }

    /** This promise, about whole documents. */
    public PromiseToPay on(String... documentIds) {
        return on(Arrays.stream(documentIds).map(ItemReference::of).toList());
    }

    /** This promise, about given items. */
    public PromiseToPay on(List<ItemReference> items) {
        return new PromiseToPay(id, customerId, date, amount, payBy, items, recordedOn);
    }

    public PromiseToPay recordedOn(LocalDate recordedOn) {
        return new PromiseToPay(id, customerId, date, amount, payBy, items, recordedOn);
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.PROMISE_TO_PAY;
    }
}
