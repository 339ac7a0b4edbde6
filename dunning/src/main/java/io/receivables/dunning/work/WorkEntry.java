package io.receivables.dunning.work;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done about one customer in one currency, all at once, and what that is worth.
 *
 * @param customerId whom to speak to, or about whom
 * @param collector whose customer it is ({@link io.receivables.core.Customer#COLLECTOR}); empty for nobody's
 * @param currency the currency of all amounts
 * @param tasks what is to be done, by kind and then by reference
 * @param chances what may be collected, each item once however many tasks are about it, oldest due date first
 * @param cost what doing it costs: the dearest of the tasks, for one contact serves all of them
 */
public record WorkEntry(
        String customerId, String collector, Currency currency, List<Task> tasks, List<Chance> chances, Money cost) {
    private static final int DIGITS_OF_PROBABILITY = 4;

    /**
     * An item and what is to be expected of it.
     *
     * @param item the item
     * @param dueDate its due date
     * @param collectable what is open of it and not contested, less the customer's credits as far as they reach
     * @param probability from 0 to 1
     * @param expected probability x collectable, rounded half-up to the minor unit
     */
    public record Chance(
            ItemReference item, LocalDate dueDate, Money collectable, BigDecimal probability, Money expected) {
        static Chance of(ItemReference item, LocalDate dueDate, Money collectable, BigDecimal probability) {
            return new Chance(
                    item, dueDate, collectable, probability, collectable.times(probability, RoundingMode.HALF_UP));
        }
    }

    public WorkEntry {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(collector, "collector");
        Objects.requireNonNull(currency, "currency");
        tasks = List.copyOf(tasks);
        chances = List.copyOf(chances);
        Objects.requireNonNull(cost, "cost");
    }

    /** What may be collected. */
    public Money collectable() {
        return chances.stream().map(Chance::collectable).reduce(Money.zero(currency), Money::plus);
    }

    /** What is to be expected of it. */
    public Money expected() {
        return chances.stream().map(Chance::expected).reduce(Money.zero(currency), Money::plus);
    }

    /** What the work is worth: expected less cost; below zero where it costs more than it brings. */
    public Money value() {
        return expected().minus(cost);
    }

    /** Expected / collectable, rounded half-up to four digits; empty where nothing may be collected. */
    public Optional<BigDecimal> probability() {
        Money collectable = collectable();
        return collectable.isZero()
                ? Optional.empty()
                : Optional.of(
                        expected().amount().divide(collectable.amount(), DIGITS_OF_PROBABILITY, RoundingMode.HALF_UP));
    }
}
