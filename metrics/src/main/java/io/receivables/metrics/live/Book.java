package io.receivables.metrics.live;

import io.receivables.core.Document;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.metrics.aging.BucketScheme;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The running figures: what is open of every item, and its sums by customer, currency, due day and bucket. How facts
 * settle each other it is told. Everything that readers see is changed between {@link Stamp#begin} and {@link
 * Stamp#end}, by the caller.
 */
final class Book {
    private final BucketScheme scheme;
    private final Rows rows = new Rows();
    private final Accounts accounts = new Accounts();
    private CurrencyTotals[] currencies = {};

    /** Those of which anything was issued, in alphabetical order. */
    private volatile CurrencyTotals[] begun = {};

    private int day;

    Book(BucketScheme scheme, int day) {
        this.scheme = scheme;
        this.day = day;
    }

    // ---- the writer

    /**
     * Counts the size of a document or payment to come.
     *
     * @throws ArithmeticException as {@link CurrencyTotals#addVolume} does
     */
    void addVolume(Money size) {
        totals(size.currency()).addVolume(size);
    }

    /** The totals of a currency, empty ones where nothing has been in it. */
    private CurrencyTotals totals(Currency currency) {
        for (CurrencyTotals each : currencies) {
            if (each.currency().equals(currency)) {
                return each;
            }
        }
        CurrencyTotals added = new CurrencyTotals(currency, scheme, day);
        currencies = with(currencies, added);
        return added;
    }

    private static CurrencyTotals[] with(CurrencyTotals[] all, CurrencyTotals further) {
        CurrencyTotals[] with = Arrays.copyOf(all, all.length + 1);
        with[all.length] = further;
        Arrays.sort(
                with,
                (a, b) -> a.currency().getCurrencyCode().compareTo(b.currency().getCurrencyCode()));
        return with;
    }

    /** Makes room for further rows, outside of any change. */
    void reserve(int further, Stamp stamp) {
        rows.reserve(further, stamp);
    }

    /** Issues a document: its instalments are open, and it is a sale of the day of its issue. Gives the first of its rows. */
    int issue(Document document, int issued) {
        CurrencyTotals totals = totals(document.gross().currency());
        int account = account(document.customerId(), totals);
        long gross = document.gross().minorUnits();
        totals.addSale(issued, document.isDebit() ? gross : -gross);
        int first = rows.size();
        List<Instalment> parts = document.instalments();
        for (int i = 0; i < parts.size(); i++) { // an iterator for each document costs more than its row
            Instalment part = parts.get(i);
            addRow(account, document.isDebit(), issued, Days.of(part.dueDate()), part.amount());
        }
        return first;
    }

    /** Receives a payment: all of it is unapplied cash. Gives its row. */
    int receive(Payment payment, int received) {
        int account = account(payment.customerId(), totals(payment.amount().currency()));
        return addRow(account, false, received, received, payment.amount());
    }

    private int account(String customerId, CurrencyTotals totals) {
        if (!totals.hasBegun()) {
            totals.begin();
            begun = with(begun, totals);
        }
        return accounts.findOrOpen(customerId, totals);
    }

    private int addRow(int account, boolean debit, int issued, int due, Money open) {
        int row = rows.add(account, accounts.lastRow(account), debit, issued, due);
        accounts.setLastRow(account, row);
        set(row, open.minorUnits(), 0);
        return row;
    }

    /**
     * Says what is open of a row.
     *
     * @param contested how much of it is contested, at most
     */
    void set(int row, long open, long contested) {
        int account = rows.account(row);
        boolean debit = rows.isDebit(row);
        long openBefore = rows.open(row);
        long disputedBefore = rows.disputed(row);
        rows.setOpen(row, open);
        if (contested != rows.contested(row)) {
            rows.setContested(row, contested);
        }
        CurrencyTotals totals = accounts.totals(account);
        long change = open - openBefore;
        totals.change(debit, rows.dueDay(row), change, Long.signum(open) - Long.signum(openBefore));
        accounts.addBalance(account, debit ? change : -change);
        long disputed = rows.disputed(row);
        if (disputed != disputedBefore) {
            totals.changeDisputed(disputed - disputedBefore, Long.signum(disputed) - Long.signum(disputedBefore));
        }
    }

    /** Takes an amount out of a row. */
    void settle(int row, long amount) {
        set(row, rows.open(row) - amount, rows.contested(row));
    }

    /** Gives back, as of a day, an amount that was taken out of a row. */
    void release(int row, long amount, int asOf) {
        set(row, rows.open(row) + amount, rows.contested(row));
        rows.release(row, asOf);
    }

    void contest(int row, long contested) {
        set(row, rows.open(row), contested);
    }

    boolean isDebit(int row) {
        return rows.isDebit(row);
    }

    long open(int row) {
        return rows.open(row);
    }

    /** The account of a row: two rows of one account are of one customer and in one currency. */
    int account(int row) {
        return rows.account(row);
    }

    Currency currency(int row) {
        return accounts.totals(rows.account(row)).currency();
    }

    int issueDay(int row) {
        return rows.issueDay(row);
    }

    /** The last day as of which something was given back to a row, if any. */
    int releasedDay(int row) {
        return rows.releasedDay(row);
    }

    void nextDay() {
        for (CurrencyTotals each : currencies) {
            each.nextDay();
        }
        day++;
    }

    // ---- readers

    int day() {
        return day;
    }

    /** The currencies in which anything was issued. */
    CurrencyTotals[] begun() {
        return begun;
    }

    /** What a customer owes by currency code: a walk over the customer's rows. */
    SortedMap<String, LiveTotals> customer(String customerId) {
        SortedMap<String, LiveTotals> byCurrency = new TreeMap<>();
        for (int account = accounts.first(customerId); account != Accounts.NONE; account = accounts.next(account)) {
            Currency currency = accounts.totals(account).currency();
            byCurrency.put(currency.getCurrencyCode(), new LiveTotals(day, currency, scheme, figures(account)));
        }
        return byCurrency;
    }

    private Figures figures(int account) {
        Figures figures = new Figures(scheme.size());
        figures.addBalance(accounts.balance(account));
        for (int row = accounts.lastRow(account); row != Accounts.NONE; row = rows.previous(row)) {
            if (rows.open(row) > 0) {
                add(row, figures);
            }
        }
        return figures;
    }

    private void add(int row, Figures figures) {
        long open = rows.open(row);
        boolean debit = rows.isDebit(row);
        figures.add(debit, scheme.indexOf(day - rows.dueDay(row)), open, 1);
        if (debit && rows.dueDay(row) >= day) {
            figures.addNotDue(open, 1);
        }
        long disputed = rows.disputed(row);
        if (disputed > 0) {
            figures.addDisputed(disputed, 1);
        }
    }

    /** What a customer owes in a currency less the customer's credits, in minor units. */
    long balance(String customerId, Currency currency) {
        for (int account = accounts.first(customerId); account != Accounts.NONE; account = accounts.next(account)) {
            if (accounts.totals(account).currency().equals(currency)) {
                return accounts.balance(account);
            }
        }
        return 0;
    }
}
