package io.receivables.core.collection;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The agreement that a customer pays given items in instalments of its own. It changes no due date of the ledger; how it
 * goes is decided by the money that reaches the items: {@link CollectionLog#plans}.
 *
 * @param id the identifier, unique among plans
 * @param customerId who pays
 * @param date the day of the agreement: money counts from this day on
 * @param items what is to be paid, one or more
 * @param instalments what is to be paid by when, one or more of one currency, each above zero, in the order of their due
 *     dates and none due before the agreement
 * @param recordedOn the day on which it became known
 */
public record PaymentPlan(
        String id,
        String customerId,
        LocalDate date,
        List<ItemReference> items,
        List<Instalment> instalments,
        LocalDate recordedOn)
        implements CollectionFact {
    public PaymentPlan {
        Checks.id(id, "plan id");
        Checks.id(customerId, "customer id of plan", id);
        Checks.date(date, "date of plan", id);
        items = List.copyOf(items);
        Checks.that(!items.isEmpty(), () -> "plan " + id + " is about no item: name what is to be paid");
        instalments = List.copyOf(instalments);
        Checks.that(!instalments.isEmpty(), () -> "plan " + id + " has no instalment: give one or more");
        LocalDate earliest = date;
        for (Instalment instalment : instalments) {
            LocalDate notBefore = earliest;
            Checks.that(
                    !instalment.dueDate().isBefore(notBefore),
                    () -> "due date " + instalment.dueDate() + " in plan " + id + " is before " + notBefore
                            + ": give instalments in order, from the day of the agreement on");
            Checks.that(
                    instalment.amount().isPositive(),
                    () -> "instalment " + instalment.amount() + " of plan " + id + " is not above zero");
            earliest = instalment.dueDate();
        }
        total(instalments);
        Checks.date(recordedOn, "recordedOn of plan", id);
    }

    /** A plan over whole documents. */
    public static PaymentPlan of(
            String id, String customerId, LocalDate agreedOn, List<Instalment> instalments, String... documentIds) {
        List<ItemReference> items =
                Arrays.stream(documentIds).map(ItemReference::of).toList();
        return new PaymentPlan(id, customerId, agreedOn, items, instalments, agreedOn);
    }

    /** This plan, over given items. */
    public PaymentPlan over(List<ItemReference> items) {
        return new PaymentPlan(id, customerId, date, items, instalments, recordedOn);
    }

    public PaymentPlan recordedOn(LocalDate recordedOn) {
        return new PaymentPlan(id, customerId, date, items, instalments, recordedOn);
    }

    /** The sum of the instalments. */
    public Money total() {
        return total(instalments);
    }

    private static Money total(List<Instalment> instalments) {
        return instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }

    @Override
    public CollectionFactKind kind() {
        return CollectionFactKind.PAYMENT_PLAN;
    }
}
