package io.receivables.metrics.aging;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The aging engine: sorts what is open at the end of a date into buckets of age.
 *
 * <pre>{@code
 * AgedBalance balance = Aging.of(ledger, AgingOptions.standard(LocalDate.parse("2026-05-31")));
 * balance.in("CAD").bucket("31-60").amount();   // CAD 800.00
 * balance.footing().holds();                    // true
 * }</pre>
 *
 * Pure and deterministic: the same ledger and options give the same balance, whatever the order of rows and the number of
 * threads.
 */
public final class Aging {
    /** Up to so many lines every thread keeps sums of its own for; beyond, sums are kept by account and added up later. */
    private static final int MOST_LINES = 1 << 12;

    /** Sums of a part of the ledger are kept for so many dates at a time. */
    private static final int MOST_DATES = 64;

    private final Ledger ledger;
    private final LedgerColumns columns;
    private final AgingOptions options;
    private final int[] days;

    private Aging(Ledger ledger, AgingOptions options, int... days) {
        this.ledger = ledger;
        this.columns = ledger.columns();
        this.options = options;
        this.days = days;
    }

    /**
     * The aged balance of a ledger.
     *
     * @throws ArithmeticException if a sum does not fit a {@code long} of minor units
     */
    public static AgedBalance of(Ledger ledger, AgingOptions options) {
        return of(ledger, options, Workers.caller());
    }

    /** {@link #of(Ledger, AgingOptions)}, made by several threads. */
    public static AgedBalance of(Ledger ledger, AgingOptions options, Workers workers) {
        return new Aging(ledger, options, day(options.asOf())).balances(workers).get(0);
    }

    /**
     * The aged balances of a ledger at several dates, in one pass for every {@value #MOST_DATES} of them. Balances of one
     * pass share what they hold of groups.
     *
     * @param options how to age; their as-of date does not matter
     * @throws IllegalArgumentException if there is no date
     * @throws ArithmeticException if a sum does not fit a {@code long} of minor units
     */
    public static SortedMap<LocalDate, AgedBalance> atDates(
            Ledger ledger, Collection<LocalDate> dates, AgingOptions options, Workers workers) {
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("dates are empty: give at least one");
        }
        int[] days = dates.stream().mapToInt(Aging::day).sorted().distinct().toArray();
        SortedMap<LocalDate, AgedBalance> byDate = new TreeMap<>();
        for (int from = 0; from < days.length; from += MOST_DATES) {
            int[] ofPass = Arrays.copyOfRange(days, from, Math.min(days.length, from + MOST_DATES));
            for (AgedBalance balance : new Aging(ledger, options, ofPass).balances(workers)) {
                byDate.put(balance.options().asOf(), balance);
            }
        }
        return byDate;
    }

    /**
     * Why a document stands where it stands: for each of its instalments the date, the age, what settled it so far and
     * the bucket. Empty if there is no document of that id.
     */
    public static List<AgingExplanation> explain(Ledger ledger, AgingOptions options, String documentId) {
        return Arrays.stream(ledger.rowsOf(documentId))
                .mapToObj(row -> explain(ledger, options, row))
                .toList();
    }

    private static AgingExplanation explain(Ledger ledger, AgingOptions options, int row) {
        LedgerColumns columns = ledger.columns();
        int since = options.basis().day(columns.accounts(), columns.place(row));
        int bucket = options.buckets().indexOf(day(options.asOf()) - since);
        return new AgingExplanation(
                ledger.item(row, options.asOf()),
                options,
                LocalDate.ofEpochDay(since),
                day(options.asOf()) - since,
                options.buckets().buckets().get(bucket));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private List<AgedBalance> balances(Workers workers) {
        Accounts accounts = columns.accounts();
        LineKeys keys = new LineKeys(columns, options);
        int[] lineOf = keys.lineByAccount();
        Cells[] byPart = new Cells[accounts.parts()];
        List<AgingScan> scans = workers.gather(
                accounts.parts(),
                () -> new AgingScan(columns, options, days, lineOf, keys.lines(), keys.isPerAccount()),
                (scan, part) -> byPart[part] = scan.scan(part));
        return IntStream.range(0, days.length)
                .mapToObj(d -> balance(d, scans, byPart, keys, workers))
                .toList();
    }

    private AgedBalance balance(int d, List<AgingScan> scans, Cells[] byPart, LineKeys keys, Workers workers) {
        AgingOptions ofDay = options.asOf(LocalDate.ofEpochDay(days[d]));
        SortedMap<AgedBalance.Key, Cell> lines = new TreeMap<>();
        for (AgingScan scan : scans) {
            for (int line = 0; line < keys.lines(); line++) {
                AgedBalance.Key key = keys.lineKey(line);
                scan.line(d, line).ifPresent(cell -> lines.merge(key, cell, Cell::sum));
            }
        }
        SortedMap<String, Money> control = new TreeMap<>(ledger.balance(ofDay.asOf(), workers));
        if (!keys.isPerAccount()) {
            return AgedBalance.of(ofDay, lines, control);
        }
        return AgedBalance.of(ofDay, lines, control, () -> keys.cells(byPart, d, days[d]));
    }

    /** The lines of a balance: all together, or by group; and how accounts belong to them. */
    private static final class LineKeys {
        private final LedgerColumns columns;
        private final AgingOptions options;
        private final boolean perAccount;
        private final Map<String, Integer> groups = new HashMap<>();
        private final String[] groupKeys;
        private final int[] groupOf;

        LineKeys(LedgerColumns columns, AgingOptions options) {
            this.columns = columns;
            this.options = options;
            int customers = columns.customers().size();
            boolean byCustomer = options.grouping().equals(Grouping.customer());
            boolean apart = options.credits() == CreditTreatment.OLDEST_FIRST || byCustomer;
            if (!apart && !options.grouping().equals(Grouping.none())) {
                groupOf = new int[customers];
                for (int c = 0; c < customers; c++) {
                    String key =
                            options.grouping().key().apply(columns.customers().get(c));
                    groupOf[c] = groups.computeIfAbsent(key, k -> groups.size());
                }
                apart = (long) groups.size() * columns.currencies().size() > MOST_LINES;
            } else {
                groupOf = new int[0];
            }
            perAccount = apart;
            groupKeys = new String[Math.max(1, groups.size())];
            Arrays.fill(groupKeys, "");
            groups.forEach((key, group) -> groupKeys[group] = key);
        }

        /** Whether there are cells by account, which are added up to lines when they are asked for. */
        boolean isPerAccount() {
            return perAccount;
        }

        /** The number of lines whose sums every thread keeps: those of the groups, or else of the currencies. */
        int lines() {
            return (perAccount ? 1 : groupKeys.length) * columns.currencies().size();
        }

        int[] lineByAccount() {
            Accounts accounts = columns.accounts();
            int currencies = columns.currencies().size();
            int[] lines = new int[accounts.count()];
            for (int account = 0; account < lines.length; account++) {
                int group = perAccount || groupOf.length == 0 ? 0 : groupOf[accounts.customer(account)];
                lines[account] = group * currencies + accounts.currency(account);
            }
            return lines;
        }

        AgedBalance.Key lineKey(int line) {
            int currencies = columns.currencies().size();
            return new AgedBalance.Key(code(line % currencies), perAccount ? "" : groupKeys[line / currencies], "");
        }

        private String code(int currency) {
            return columns.currencies().get(currency).getCurrencyCode();
        }

        /** The cells of accounts by their keys. */
        SortedMap<AgedBalance.Key, Cell> cells(Cells[] byPart, int d, int epochDay) {
            AgedPlaces places = new AgedPlaces(columns, options.basis());
            SortedMap<AgedBalance.Key, Cell> cells = new TreeMap<>();
            for (Cells part : byPart) {
                part.addTo(
                        d,
                        epochDay,
                        account -> cells.computeIfAbsent(
                                accountKey(account),
                                key -> new Cell(options.buckets().size())),
                        places,
                        AgingScan.lastNotDue(options));
            }
            return cells;
        }

        /** The customer is there only where credits are netted within each customer. */
        private AgedBalance.Key accountKey(int account) {
            Customer customer = columns.customers().get(columns.accounts().customer(account));
            return new AgedBalance.Key(
                    code(columns.accounts().currency(account)),
                    options.grouping().key().apply(customer),
                    options.credits() == CreditTreatment.OLDEST_FIRST ? customer.id() : "");
        }
    }
}
