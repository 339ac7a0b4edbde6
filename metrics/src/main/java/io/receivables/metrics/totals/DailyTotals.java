package io.receivables.metrics.totals;

import io.receivables.core.Money;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.DailyChanges;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.TaxBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sales and receivables of every day, by currency, as running sums: one pass over a ledger, and then those of any date and
 * stretch of days are a subtraction. Immutable. The totals of a ledger's shards add up to those of the whole:
 *
 * <pre>{@code
 * DailyTotals totals = DailyTotals.of(west, basis, workers).plus(DailyTotals.of(east, basis, workers));
 * Money sales = totals.sales("EUR", from, to);
 * }</pre>
 *
 * <p>Receivables are the open debit items less open credits, with their tax and whether disputed or not. Sales are as the
 * basis says. Reading by a currency's index and epoch days makes no objects; amounts are then minor units.
 */
public final class DailyTotals {
    /** No such day. */
    public static final int NONE = LedgerColumns.NEVER;

    private final MeasureBasis basis;
    private final List<Currency> currencies;
    private final List<DailySums> sums;

    /** @param sums of each currency by its index */
    private DailyTotals(MeasureBasis basis, List<Currency> currencies, List<DailySums> sums) {
        this.basis = basis;
        this.currencies = currencies;
        this.sums = sums;
    }

    /**
     * The totals of a ledger. Credit notes that lower the sales of what they correct do so whenever they were issued.
     *
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public static DailyTotals of(Ledger ledger, MeasureBasis basis, Workers workers) {
        return of(ledger, basis, LocalDate.MAX, workers);
    }

    /**
     * The totals of a ledger for dates up to one: credit notes that were issued later do not lower the sales of what they
     * correct.
     *
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public static DailyTotals of(Ledger ledger, MeasureBasis basis, LocalDate upTo, Workers workers) {
        LedgerColumns columns = ledger.columns();
        DailyTotals totals = of(columns, basis, DailyChanges.of(columns, workers));
        if (totals.readsSalesByRow()) {
            int last = lastDay(upTo);
            Accounts accounts = columns.accounts();
            workers.gather(
                            accounts.parts(),
                            totals::empty,
                            (sums, part) -> accounts.eachRun(
                                    part, (account, from, to) -> sums.addSales(accounts, account, from, to, last)))
                    .forEach(totals::addSales);
        }
        return totals.accumulated();
    }

    /**
     * The totals of one account of a ledger.
     *
     * @param account its number in {@link LedgerColumns#accounts()}
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public static DailyTotals ofAccount(Ledger ledger, MeasureBasis basis, int account) {
        return ofAccount(ledger, basis, LocalDate.MAX, account);
    }

    /**
     * The totals of one account of a ledger for dates up to one, as {@link #of(Ledger, MeasureBasis, LocalDate, Workers)}
     * has them for all: over the account's own days, which may be fewer than the ledger's.
     *
     * @param account its number in {@link LedgerColumns#accounts()}
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public static DailyTotals ofAccount(Ledger ledger, MeasureBasis basis, LocalDate upTo, int account) {
        int last = lastDay(upTo);
        LedgerColumns columns = ledger.columns();
        Accounts accounts = columns.accounts();
        DailyTotals totals = of(columns, basis, DailyChanges.ofAccount(columns, account));
        for (int period = 0; totals.readsSalesByRow() && period < accounts.periods(); period++) {
            int run = accounts.run(account, period);
            if (run >= 0) {
                totals.addSales(accounts, account, accounts.start(run), accounts.end(run), last);
            }
        }
        return totals.accumulated();
    }

    private static int lastDay(LocalDate upTo) {
        return (int) Math.min(upTo.toEpochDay(), NONE);
    }

    private static DailyTotals of(LedgerColumns columns, MeasureBasis basis, DailyChanges changes) {
        List<Currency> currencies = columns.currencies();
        return new DailyTotals(
                basis,
                currencies,
                IntStream.range(0, currencies.size())
                        .mapToObj(c -> DailySums.of(changes, c, !readsSalesByRow(basis)))
                        .toList());
    }

    /** Room for the sales of the same currencies and days. */
    private DailyTotals empty() {
        return new DailyTotals(
                basis, currencies, sums.stream().map(DailySums::withoutSales).toList());
    }

    private boolean readsSalesByRow() {
        return readsSalesByRow(basis);
    }

    /** Whether sales are something else than the sizes of documents by their issue day. */
    private static boolean readsSalesByRow(MeasureBasis basis) {
        return basis.tax() != TaxBasis.TAX_INCLUSIVE || basis.creditNotes() != CreditNoteTiming.WHEN_ISSUED;
    }

    private void addSales(Accounts accounts, int account, int from, int to, int upTo) {
        DailySums of = sums.get(accounts.currency(account));
        for (int place = from; place < to; place++) {
            int issued = accounts.issueDay(place);
            if (issued <= upTo && accounts.kindCode(place) != ItemKind.PAYMENT.code()) {
                of.addSale(salesDay(accounts, place, issued), salesAmount(accounts, place));
                if (accounts.tax(place) > 0) {
                    of.taxFrom(issued);
                }
            }
        }
    }

    /** A credit note that corrects a document of a later date lowers the sales of its own. */
    private int salesDay(Accounts accounts, int place, int issued) {
        return basis.creditNotes() == CreditNoteTiming.IN_ORIGIN ? Math.min(accounts.originDay(place), issued) : issued;
    }

    private long salesAmount(Accounts accounts, int place) {
        long amount = basis.tax() == TaxBasis.TAX_INCLUSIVE
                ? accounts.amount(place)
                : accounts.amount(place) - accounts.tax(place);
        return accounts.isDebit(place) ? amount : -amount;
    }

    private void addSales(DailyTotals more) {
        for (int c = 0; c < sums.size(); c++) {
            sums.get(c).addSales(more.sums.get(c));
        }
    }

    private DailyTotals accumulated() {
        sums.forEach(DailySums::accumulate);
        return this;
    }

    /**
     * The totals of both, currencies being united by their codes.
     *
     * @throws IllegalArgumentException if the other ones are on another basis
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public DailyTotals plus(DailyTotals other) {
        if (!basis.equals(other.basis)) {
            throw new IllegalArgumentException("basis \"" + other.basis.code() + "\" is not \"" + basis.code()
                    + "\": totals add up only on one basis");
        }
        List<Currency> united = new ArrayList<>(currencies);
        other.currencies.stream().filter(currency -> !united.contains(currency)).forEach(united::add);
        return withCurrencies(united, Stream.of(this, other));
    }

    /**
     * These totals with their currencies in the order of a list that has all of them, and may have others. If two of these
     * totals are in one currency, they are added up.
     *
     * @throws IllegalArgumentException if the list lacks a currency in which anything was issued
     * @throws ArithmeticException if a total exceeds 64 bits
     */
    public DailyTotals withCurrencies(List<Currency> ordered) {
        if (ordered.equals(currencies)) {
            return this;
        }
        return withCurrencies(ordered, Stream.of(this));
    }

    private DailyTotals withCurrencies(List<Currency> ordered, Stream<DailyTotals> added) {
        DailySums[] united = new DailySums[ordered.size()];
        Arrays.fill(united, DailySums.none());
        DailyTotals sum = new DailyTotals(basis, List.copyOf(ordered), Arrays.asList(united));
        added.forEach(each -> each.addTo(sum, united));
        return sum;
    }

    private void addTo(DailyTotals sum, DailySums[] united) {
        for (int c = 0; c < currencies.size(); c++) {
            if (firstRow(c) < NONE) {
                int into = sum.index(currencies.get(c).getCurrencyCode());
                united[into] = united[into].plus(sums.get(c));
            }
        }
    }

    public MeasureBasis basis() {
        return basis;
    }

    /** The currencies by their index; there may be some of which nothing was issued. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** Sales of the days from one to another, both included. */
    public Money sales(String currency, LocalDate from, LocalDate to) {
        int c = index(currency);
        return Money.ofMinor(sales(c, day(from), day(to)), currencies.get(c));
    }

    /** Open debit items less open credits at the end of a date. */
    public Money receivables(String currency, LocalDate date) {
        int c = index(currency);
        return Money.ofMinor(receivables(c, day(date)), currencies.get(c));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /**
     * The index of a currency.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public int index(String currency) {
        for (int c = 0; c < currencies.size(); c++) {
            if (currencies.get(c).getCurrencyCode().equals(currency)) {
                return c;
            }
        }
        throw new IllegalArgumentException(
                "there are no totals in \"" + currency + "\": the currencies are " + currencies);
    }

    /** The first day of any total, before which all are zero; 0 if there is none. */
    public int firstDay() {
        return sums.stream()
                .filter(of -> of.firstRow() < NONE)
                .mapToInt(DailySums::firstDay)
                .min()
                .orElse(0);
    }

    /** The first day of any row of a currency, or {@link #NONE}. */
    public int firstRow(int currency) {
        return sums.get(currency).firstRow();
    }

    /** The first day of a document of a currency, or {@link #NONE}: its sales history begins there. */
    public int firstDocument(int currency) {
        return sums.get(currency).firstDocument();
    }

    /** The first day of a document of a currency that states a tax, or {@link #NONE}; only on a basis without tax. */
    public int firstTax(int currency) {
        return sums.get(currency).firstTax();
    }

    /** Sales of the days from one to another, both included. */
    public long sales(int currency, int from, int to) {
        return sums.get(currency).sales(from, to);
    }

    /** Open debit items less open credits at the end of a day. */
    public long receivables(int currency, int day) {
        return sums.get(currency).receivables(day);
    }
}
