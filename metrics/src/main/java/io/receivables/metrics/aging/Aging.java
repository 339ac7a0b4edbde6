package io.receivables.metrics.aging;

import io.receivables.core.Customer;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The aging engine: sorts what is open at the end of a date into buckets of age.
 *
 * <pre>{@code
 * AgedBalance balance = Aging.of(ledger, AgingOptions.standard(LocalDate.parse("2026-05-31")));
 * balance.in("CAD").bucket("31-60").amount();   // CAD 800.00
 * balance.footing().holds();                    // true
 * }</pre>
 *
 * Pure and deterministic: the same ledger and options give the same balance, whatever the order of rows.
 */
public final class Aging {
    private final LedgerColumns columns;
    private final AgingOptions options;
    private final int asOf;

    private Aging(Ledger ledger, AgingOptions options) {
        this.columns = ledger.columns();
        this.options = options;
        this.asOf = Math.toIntExact(options.asOf().toEpochDay());
    }

    /**
     * The aged balance of a ledger.
     *
     * @throws ArithmeticException if a sum does not fit a {@code long} of minor units
     */
    public static AgedBalance of(Ledger ledger, AgingOptions options) {
        return new Aging(ledger, options).balance(ledger);
    }

    /**
     * Why a document stands where it stands: for each of its instalments the date, the age, what settled it so far and
     * the bucket. Empty if there is no document of that id.
     */
    public static List<AgingExplanation> explain(Ledger ledger, AgingOptions options, String documentId) {
        Aging aging = new Aging(ledger, options);
        return Arrays.stream(ledger.rowsOf(documentId))
                .mapToObj(row -> new AgingExplanation(
                        ledger.item(row, options.asOf()),
                        options,
                        LocalDate.ofEpochDay(options.basis().day(aging.columns, row)),
                        aging.age(row),
                        options.buckets().buckets().get(aging.bucket(row))))
                .toList();
    }

    private int age(int row) {
        return asOf - options.basis().day(columns, row);
    }

    private int bucket(int row) {
        return options.buckets().indexOf(age(row));
    }

    private AgedBalance balance(Ledger ledger) {
        int currencies = columns.currencies().size();
        Units units = new Units(columns.customers(), options);
        @Nullable Cell[] cells = new Cell[Math.multiplyExact(units.keys.size(), currencies)];
        int[] oldestRow = new int[cells.length];
        for (int row = 0; row < columns.rows(); row++) {
            long open = columns.openAt(row, asOf);
            if (open == 0) {
                continue;
            }
            int c = units.of[columns.customer(row)] * currencies + columns.currency(row);
            Cell cell = cells[c];
            if (cell == null) {
                cell = new Cell(options.buckets().size());
                cells[c] = cell;
                oldestRow[c] = -1;
            }
            if (columns.isDebit(row) && open > 0) {
                boolean due = columns.dueDay(row) < asOf;
                cell.addDebit(bucket(row), open, due, columns.disputedAt(row, asOf, open));
                oldestRow[c] = older(oldestRow[c], row);
            } else {
                // settlements beyond its size make a debit item a credit; the ledger's builder never lets that happen,
                // columns may
                cell.addCredit(bucket(row), columns.isDebit(row) ? Math.negateExact(open) : open);
            }
        }
        TreeMap<AgedBalance.Key, Cell> filled = new TreeMap<>();
        for (int c = 0; c < cells.length; c++) {
            Cell cell = cells[c];
            if (cell != null) {
                cell.oldest = oldestRow[c] < 0 ? null : oldest(oldestRow[c]);
                filled.put(
                        units.key(
                                c / currencies,
                                columns.currencies().get(c % currencies).getCurrencyCode()),
                        cell);
            }
        }
        return new AgedBalance(options, filled, new TreeMap<>(ledger.balance(options.asOf())));
    }

    /** The row that is older; of two rows of one age the one whose id comes first. */
    private int older(int current, int row) {
        if (current < 0) {
            return row;
        }
        int difference = options.basis().day(columns, row) - options.basis().day(columns, current);
        if (difference != 0) {
            return difference < 0 ? row : current;
        }
        return oldest(row).compareTo(oldest(current)) < 0 ? row : current;
    }

    private OldestItem oldest(int row) {
        return new OldestItem(
                columns.id(row),
                columns.instalment(row),
                LocalDate.ofEpochDay(options.basis().day(columns, row)));
    }

    /** What has a cell of its own per currency: a group, or a customer where credits are netted within each customer. */
    private static final class Units {
        final List<AgedBalance.Key> keys;
        final int[] of;

        Units(List<Customer> customers, AgingOptions options) {
            boolean perCustomer = options.credits() == CreditTreatment.OLDEST_FIRST;
            Map<AgedBalance.Key, Integer> index = new HashMap<>();
            of = new int[customers.size()];
            AgedBalance.Key[] inOrder = new AgedBalance.Key[customers.size()];
            for (int i = 0; i < of.length; i++) {
                Customer customer = customers.get(i);
                AgedBalance.Key key = new AgedBalance.Key(
                        "", options.grouping().key().apply(customer), perCustomer ? customer.id() : "");
                of[i] = index.computeIfAbsent(key, k -> index.size());
                inOrder[of[i]] = key;
            }
            keys = List.of(Arrays.copyOf(inOrder, index.size()));
        }

        AgedBalance.Key key(int unit, String currency) {
            AgedBalance.Key key = keys.get(unit);
            return new AgedBalance.Key(currency, key.group(), key.customer());
        }
    }
}
