package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the late documents of a ledger, or of one customer, cost. Each document is rounded for itself, so that the sums of
 * a statement are those of its documents to the cent.
 *
 * @param options how it was counted
 * @param charges one for each document that costs anything, in the order of the ledger
 * @param problems documents that could not be charged, each with its {@link Problem#ID} and its {@code customer}
 */
public record InterestStatement(LateInterestOptions options, List<InterestCharge> charges, List<Problem> problems) {
    /** The attribute of a problem that names the customer. */
    static final String CUSTOMER = "customer";

    public InterestStatement {
        charges = List.copyOf(charges);
        problems = List.copyOf(problems);
    }

    /** The charge of one document; empty where it costs nothing or could not be charged. */
    public Optional<InterestCharge> charge(String documentId) {
        return charges.stream()
                .filter(charge -> charge.documentId().equals(documentId))
                .findFirst();
    }

    /** The documents of one customer. */
    public InterestStatement ofCustomer(String customerId) {
        return ofCustomers(customerId::equals);
    }

    /** The documents of some customers, such as those that are businesses. */
    public InterestStatement ofCustomers(Predicate<String> isMeant) {
        return new InterestStatement(
                options,
                charges.stream()
                        .filter(charge -> isMeant.test(charge.customerId()))
                        .toList(),
                problems.stream()
                        .filter(problem -> isMeant.test(problem.attribute(CUSTOMER)))
                        .toList());
    }

    /** The interest by currency code. */
    public Map<String, Money> interest() {
        return sum(InterestCharge::interest);
    }

    /** The fixed sums by currency code. */
    public Map<String, Money> fixedSums() {
        return sum(InterestCharge::fixedSum);
    }

    /** Interest and fixed sums by currency code. */
    public Map<String, Money> totals() {
        return sum(InterestCharge::total);
    }

    private Map<String, Money> sum(Function<InterestCharge, Money> part) {
        Map<String, Money> sums = new TreeMap<>();
        for (InterestCharge charge : charges) {
            Money amount = part.apply(charge);
            sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
        }
        return sums;
    }
}
