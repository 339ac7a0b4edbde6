package io.receivables.metrics.live;

import io.receivables.core.Money;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.BucketScheme;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is open in one currency at one moment, of all customers or of one. Everything in it was true together: it never
 * shows a payment taken off an invoice and not off the unapplied cash.
 */
public final class LiveTotals {
    private final int day;
    private final Currency currency;
    private final BucketScheme scheme;
    private final Figures figures;

    LiveTotals(int day, Currency currency, BucketScheme scheme, Figures figures) {
        this.day = day;
        this.currency = currency;
        this.scheme = scheme;
        this.figures = figures;
    }

    /** The day at whose end it stands so, as far as the facts of that day are known. */
    public LocalDate asOf() {
        return LocalDate.ofEpochDay(day);
    }

    public Currency currency() {
        return currency;
    }

    /** The buckets, youngest first; credits stand beside the open debit items of their age and are not taken off. */
    public List<AgedBucket> buckets() {
        return IntStream.range(0, scheme.size()).mapToObj(this::bucket).toList();
    }

    /**
     * The bucket of a label such as {@code 31-60}.
     *
     * @throws IllegalArgumentException if the scheme has no bucket of that label
     */
    public AgedBucket bucket(String label) {
        return buckets().stream()
                .filter(each -> each.bucket().label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bucket \"" + label + "\": there are " + scheme));
    }

    private AgedBucket bucket(int index) {
        return new AgedBucket(
                scheme.buckets().get(index),
                money(figures.amount(true, index)),
                figures.items(true, index),
                money(figures.amount(false, index)),
                figures.items(false, index));
    }

    /** All open debit items: the sum of the buckets. */
    public Money receivables() {
        return money(figures.amount(true));
    }

    /** Open debit items that are not past due. */
    public Money notDue() {
        return money(figures.notDue());
    }

    public int notDueItems() {
        return figures.notDueItems();
    }

    /** Open debit items that are past due. */
    public Money overdue() {
        return money(figures.amount(true) - figures.notDue());
    }

    public int overdueItems() {
        return openItems() - notDueItems();
    }

    /** Open credit notes and unapplied cash, as a size. */
    public Money unappliedCredits() {
        return money(figures.amount(false));
    }

    /** What is owed in all, less the credits. It is kept apart from the buckets. */
    public Money balance() {
        return money(figures.balance());
    }

    /** Whether the buckets less the unapplied credits come to the balance. */
    public boolean foots() {
        return figures.amount(true) - figures.amount(false) == figures.balance();
    }

    /** The number of open debit items. */
    public int openItems() {
        return figures.items(true);
    }

    /** How much of the open debit items is contested: an "of which", never a term of a sum. */
    public Money disputed() {
        return money(figures.disputed());
    }

    public int disputedItems() {
        return figures.disputedItems();
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LiveTotals totals
                && day == totals.day
                && currency.equals(totals.currency)
                && scheme.equals(totals.scheme)
                && figures.equals(totals.figures);
    }

    @Override
    public int hashCode() {
        return 31 * day + figures.hashCode();
    }

    @Override
    public String toString() {
        return "as of " + asOf() + ": balance " + balance() + ", receivables " + receivables() + ", overdue "
                + overdue() + ", unapplied credits " + unappliedCredits();
    }
}
