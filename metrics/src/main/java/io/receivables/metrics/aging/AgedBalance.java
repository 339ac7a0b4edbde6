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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe at the end of a date, by age. Currencies are never added together: there is a total line for each,
 * and with a {@link Grouping} a line for each group and currency.
 *
 * <p>Balances of parts of a ledger (shards, threads) that were aged with the same options add up with {@link #plus}: the
 * sum equals the balance of the whole, to the cent and whatever the treatment of credits.
 *
 * <p>Lines by customer are made when they are first asked for; the balance holds on to the ledger for that.
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
    private final SortedMap<String, Money> control;
    private final SortedMap<String, AgedLine> totals = new TreeMap<>();
    private final Supplier<SortedMap<Key, Cell>> source;
    private volatile @Nullable SortedMap<Key, Cell> cells;
    private volatile @Nullable List<AgedLine> groups;

    /**
     * @param totals the cells to add to total lines
     * @param control the control totals by currency code; every currency of a cell has one
     * @param source makes the cells of all lines, before credits are treated
     */
    private AgedBalance(
            AgingOptions options,
            SortedMap<Key, Cell> totals,
            SortedMap<String, Money> control,
            Supplier<SortedMap<Key, Cell>> source) {
        this.options = options;
        this.control = control;
        this.source = source;
        control.forEach((code, total) -> this.totals.put(code, new LineSum("", total.currency()).line()));
        foldLines(
                totals,
                key -> new Key(key.currency, "", ""),
                line -> this.totals.put(line.currency().getCurrencyCode(), line));
    }

    /** The balance of cells, before credits are treated. */
    static AgedBalance of(AgingOptions options, SortedMap<Key, Cell> cells, SortedMap<String, Money> control) {
        return new AgedBalance(options, cells, control, () -> cells);
    }

    /**
     * The balance of many cells, which are made when they are asked for.
     *
     * @param totals their sums by currency
     */
    static AgedBalance of(
            AgingOptions options,
            SortedMap<Key, Cell> totals,
            SortedMap<String, Money> control,
            Supplier<SortedMap<Key, Cell>> cells) {
        // credits that are netted customer by customer do not follow from the sums of all customers
        return options.credits() == CreditTreatment.OLDEST_FIRST
                ? of(options, cells.get(), control)
                : new AgedBalance(options, totals, control, cells);
    }

    private SortedMap<Key, Cell> cells() {
        SortedMap<Key, Cell> known = cells;
        if (known == null) {
            known = source.get();
            cells = known;
        }
        return known;
    }

    /** Adds cells that share a line; they follow each other in the order of the keys. */
    private void foldLines(SortedMap<Key, Cell> cells, UnaryOperator<Key> lineOf, Consumer<AgedLine> take) {
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
        List<AgedLine> known = groups;
        if (known == null) {
            List<AgedLine> lines = new ArrayList<>();
            if (!options.grouping().name().isEmpty()) {
                foldLines(cells(), key -> new Key(key.currency, key.group, ""), lines::add);
            }
            known = Collections.unmodifiableList(lines);
            groups = known;
        }
        return known;
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
        return of(options, merge(cells(), other.cells(), Cell::sum), merge(control, other.control, Money::plus));
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
                && cells().equals(balance.cells())
                && control.equals(balance.control);
    }

    @Override
    public int hashCode() {
        return 31 * cells().hashCode() + control.hashCode();
    }

    @Override
    public String toString() {
        return "aged balance as of " + options.asOf() + ": " + totals.values();
    }
}
