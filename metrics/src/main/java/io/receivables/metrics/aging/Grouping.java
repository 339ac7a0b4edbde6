package io.receivables.metrics.aging;

import io.receivables.core.Customer;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the lines of an aged balance stand for.
 *
 * @param name what the keys are: {@code customer}, {@code segment}, …; empty when there is one line for all
 * @param key the line that a customer belongs to; must give the same answer for equal customers
 */
public record Grouping(String name, Function<Customer, String> key) {
    private static final Grouping NONE = new Grouping("", customer -> "");
    private static final Grouping CUSTOMER = new Grouping("customer", Customer::id);

    public Grouping {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }

    /** One line per currency for the whole ledger. */
    public static Grouping none() {
        return NONE;
    }

    /** A line per customer, by id. */
    public static Grouping customer() {
        return CUSTOMER;
    }

    /** A line per value of a customer attribute; customers without it form the line with the empty key. */
    public static Grouping attribute(String attribute) {
        return new Grouping(attribute, customer -> customer.attribute(attribute).orElse(""));
    }
}
