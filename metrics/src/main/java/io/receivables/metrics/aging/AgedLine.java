package io.receivables.metrics.aging;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One line of the aged balance: a group (or all) in one currency. Amounts are open at the end of the as-of date. */
public final class AgedLine {
    private final String group;
    private final Currency currency;
    private final BucketScheme scheme;
    private final Cell cell;
    private final long[] shown;

    /**
     * @param cell the sums before credits were treated
     * @param shown what each bucket shows and, at the end, the credits that no bucket nets
     */
    AgedLine(String group, Currency currency, BucketScheme scheme, Cell cell, long[] shown) {
        this.group = group;
        this.currency = currency;
        this.scheme = scheme;
        this.cell = cell;
        this.shown = shown;
    }

    /** The grouping key; empty for the line of all customers. */
    public String group() {
        return group;
    }

    public Currency currency() {
        return currency;
    }

    /** The buckets, youngest first. */
    public List<AgedBucket> buckets() {
        return IntStream.range(0, scheme.size()).mapToObj(this::bucket).toList();
    }

    /**
     * The bucket of a label such as {@code 31-60}.
     *
     * @throws IllegalArgumentException if the scheme has no bucket of that label
     */
    public AgedBucket bucket(String label) {
        return IntStream.range(0, scheme.size())
                .filter(b -> scheme.buckets().get(b).label().equals(label))
                .mapToObj(this::bucket)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bucket \"" + label + "\": there are " + scheme));
    }

    private AgedBucket bucket(int b) {
        return new AgedBucket(
                scheme.buckets().get(b),
                money(shown[b]),
                cell.debitItems[b],
                money(cell.credit[b]),
                cell.creditItems[b]);
    }

    /** The sum of the buckets. With credits in their own column: all open debit items. */
    public Money receivables() {
        return money(Arrays.stream(shown, 0, scheme.size()).reduce(0, Math::addExact));
    }

    /** Open debit items due on the as-of date or later, whatever the basis and the treatment of credits. */
    public Money notDue() {
        return money(cell.notDue);
    }

    public int notDueItems() {
        return cell.notDueItems;
    }

    /** Open debit items due before the as-of date, whatever the basis and the treatment of credits. */
    public Money overdue() {
        return money(Math.subtractExact(cell.debits(), cell.notDue));
    }

    public int overdueItems() {
        return openItems() - cell.notDueItems;
    }

    /** Open credits that no bucket nets, as a size. */
    public Money unappliedCredits() {
        return money(shown[scheme.size()]);
    }

    /** {@link #receivables()} less {@link #unappliedCredits()}. */
    public Money net() {
        return receivables().minus(unappliedCredits());
    }

    /** The number of open debit items. */
    public int openItems() {
        return cell.items();
    }

    /** How much of the open debit items is contested: an "of which", never a term of a sum. */
    public Money disputed() {
        return money(cell.disputed);
    }

    public int disputedItems() {
        return cell.disputedItems;
    }

    public Optional<OldestItem> oldest() {
        return Optional.ofNullable(cell.oldest);
    }

    /** A bucket's part of the receivables in percent; empty when there are no receivables. */
    public Optional<BigDecimal> percentage(String label, int scale, RoundingMode rounding) {
        long receivables = receivables().minorUnits();
        if (receivables == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(bucket(label).amount().minorUnits())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(receivables), scale, rounding));
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedLine line
                && group.equals(line.group)
                && currency.equals(line.currency)
                && scheme.equals(line.scheme)
                && cell.equals(line.cell)
                && Arrays.equals(shown, line.shown);
    }

    @Override
    public int hashCode() {
        return 31 * group.hashCode() + Arrays.hashCode(shown);
    }

    @Override
    public String toString() {
        return (group.isEmpty() ? "" : group + ": ") + "receivables " + receivables() + ", unapplied credits "
                + unappliedCredits() + ", buckets "
                + buckets().stream()
                        .map(b -> b.bucket().label() + " " + b.amount().amount())
                        .toList();
    }
}
