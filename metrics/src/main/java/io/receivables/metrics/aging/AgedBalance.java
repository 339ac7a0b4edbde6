package io.receivables.metrics.aging;

import io.receivables.core.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe at the end of a date, by age. Currencies are never added together: there is a total line for each,
 * and with a {@link Grouping} a line for each group and currency.
 *
 * <p>Balances of parts of a ledger (shards, threads) that were aged with the same options add up with {@link #plus}: the
 * sum equals the balance of the whole, to the cent and whatever the treatment of credits.
 */
public final class AgedBalance {
    /**
     * What a cell holds the sums of. The customer is empty unless credits are netted within each customer, which can only
     * be done after all parts have been added.
     */
    record Key(String currency, String group, String customer) implements Comparable<Key> {
        // written out: with thousands of groups the keys' order is a large part of the work
        @Override
        public int compareTo(Key other) {
            int order = currency.compareTo(other.currency);
            order = order != 0 ? order : group.compareTo(other.group);
            return order != 0 ? order : customer.compareTo(other.customer);
        }
    }

    private final AgingOptions options;
    private final SortedMap<Key, Cell> cells;
    private final SortedMap<String, Money> control;
    private final SortedMap<String, AgedLine> totals = new TreeMap<>();
    private final List<AgedLine> groups = new ArrayList<>();

    /**
     * @param cells the sums before credits are treated, in the order of their keys
     * @param control the control totals by currency code; every currency of a cell has one
     */
    AgedBalance(AgingOptions options, SortedMap<Key, Cell> cells, SortedMap<String, Money> control) {
        this.options = options;
        this.cells = cells;
        this.control = control;
        control.forEach((code, total) -> totals.put(code, new LineSum("", total.currency()).line()));
        foldLines(
                key -> new Key(key.currency, "", ""),
                line -> totals.put(line.currency().getCurrencyCode(), line));
        if (!options.grouping().name().isEmpty()) {
            foldLines(key -> new Key(key.currency, key.group, ""), groups::add);
        }
    }

    /** Adds cells that share a line; they follow each other in the order of the keys. */
    private void foldLines(UnaryOperator<Key> lineOf, Consumer<AgedLine> take) {
        Key current = null;
        LineSum sum = null;
        for (Map.Entry<Key, Cell> entry : cells.entrySet()) {
            Key line = lineOf.apply(entry.getKey());
            if (sum == null || !line.equals(current)) {
                if (sum != null) {
                    take.accept(sum.line());
                }
                current = line;
                sum = new LineSum(line.group, currency(line.currency));
            }
            sum.add(entry.getValue());
        }
        if (sum != null) {
            take.accept(sum.line());
        }
    }

    private Currency currency(String code) {
        Money total = control.get(code);
        if (total == null) {
            throw new IllegalStateException("no control total for " + code);
        }
        return total.currency();
    }

    /** A line while its cells are added. */
    private final class LineSum {
        private final String group;
        private final Currency currency;
        private final Cell cell = new Cell(options.buckets().size());
        private final long[] shown = new long[options.buckets().size() + 1];

        LineSum(String group, Currency currency) {
            this.group = group;
            this.currency = currency;
        }

        void add(Cell part) {
            cell.add(part);
            long[] treated = part.treated(options.credits());
            Arrays.setAll(shown, b -> Math.addExact(shown[b], treated[b]));
        }

        AgedLine line() {
            return new AgedLine(group, currency, options.buckets(), cell, shown);
        }
    }

    /** How it was aged. */
    public AgingOptions options() {
        return options;
    }

    /** The codes of the currencies in which anything was issued by the as-of date, in alphabetical order. */
    public Set<String> currencies() {
        return Collections.unmodifiableSet(totals.keySet());
    }

    /**
     * The total line of a currency.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency by the as-of date
     */
    public AgedLine in(String currencyCode) {
        AgedLine line = totals.get(currencyCode);
        if (line == null) {
            throw new IllegalArgumentException("nothing was issued in " + currencyCode + " by " + options.asOf()
                    + ": there is " + totals.keySet());
        }
        return line;
    }

    /**
     * The lines of the groups in which anything is open, by currency and then by key. Empty without a grouping. They add
     * up to the total lines.
     */
    public List<AgedLine> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** The proof that nothing is missing or counted twice. */
    public Footing footing() {
        return new Footing(totals.entrySet().stream()
                .map(total -> new Footing.Line(
                        total.getValue().receivables(),
                        total.getValue().unappliedCredits(),
                        control.getOrDefault(
                                total.getKey(), Money.zero(total.getValue().currency()))))
                .toList());
    }

    /**
     * The balance of both parts.
     *
     * @throws IllegalArgumentException if they were aged differently
     */
    public AgedBalance plus(AgedBalance other) {
        if (!isAgedLike(other)) {
            throw new IllegalArgumentException("balances aged differently do not add up: " + options + " and "
                    + other.options + "; use the same options for every part");
        }
        return new AgedBalance(
                options, merge(cells, other.cells, Cell::sum), merge(control, other.control, Money::plus));
    }

    private static <K, V> SortedMap<K, V> merge(SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> sum) {
        SortedMap<K, V> merged = new TreeMap<>(a);
        b.forEach((key, value) -> merged.merge(key, value, sum));
        return merged;
    }

    private boolean isAgedLike(AgedBalance other) {
        return options.asOf().equals(other.options.asOf())
                && options.basis() == other.options.basis()
                && options.buckets().equals(other.options.buckets())
                && options.credits() == other.options.credits()
                && options.grouping().name().equals(other.options.grouping().name());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedBalance balance
                && isAgedLike(balance)
                && cells.equals(balance.cells)
                && control.equals(balance.control);
    }

    @Override
    public int hashCode() {
        return 31 * cells.hashCode() + control.hashCode();
    }

    @Override
    public String toString() {
        return "aged balance as of " + options.asOf() + ": " + totals.values();
    }
}
