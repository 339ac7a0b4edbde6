package io.receivables.examples.sample;

import io.receivables.core.Customer;
import java.util.Currency;

/**
 * A customer of the company with all that decides how its invoices look and get paid.
 *
 * @param currency what it is invoiced in
 * @param taxPercent the sales tax on its invoices, in percent
 * @param french whether its documents are in French
 * @param invoices how many invoices it gets
 * @param smallestOrder the least net order, in major units
 * @param largestOrder the greatest net order, in major units
 * @param paysInRuns whether it pays twice a month, several invoices at once
 */
record Buyer(
        Customer customer,
        Currency currency,
        String taxPercent,
        boolean french,
        Terms terms,
        Habit habit,
        int invoices,
        int smallestOrder,
        int largestOrder,
        boolean paysInRuns) {
    String id() {
        return customer.id();
    }

    boolean isLarge() {
        return invoices >= Company.LARGE;
    }
}
