package io.receivables.metrics.dso;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.internal.LedgerFigures;
import io.receivables.metrics.totals.DailyTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Many DSOs at once, without an object for each: those of every month-end, or of every customer. A value is kept in whole
 * numbers, as days + amount x days / sales, and so exactly.
 *
 * <pre>{@code
 * DsoTable table = DsoTable.perCustomer(ledger, monthEnd, DsoMethod.countBackMonthly(), workers);
 * for (int i = 0; i < table.size(); i++) {
 *     if (table.days(i) > 60) {
 *         review(table.customer(i), table.measure(i));
 *     }
 * }
 * }</pre>
 *
 * <p>The methods are simple DSO with closing receivables and count-back DSO by months, on the standard basis; what else
 * there is, {@link Dso} computes. {@link #measure} gives the same measure as it, with inputs, reason and warnings.
 */
public final class DsoTable {
    private final DsoMethod method;
    private final DsoValues values;
    private final List<Currency> currencies;
    private final IntFunction<Optional<Customer>> customers;
    private final IntFunction<LocalDate> dates;
    private final IntFunction<DailyTotals> totals;

    private DsoTable(
            DsoMethod method,
            DsoValues values,
            List<Currency> currencies,
            IntFunction<Optional<Customer>> customers,
            IntFunction<LocalDate> dates,
            IntFunction<DailyTotals> totals) {
        this.method = method;
        this.values = values;
        this.currencies = currencies;
        this.customers = customers;
        this.dates = dates;
        this.totals = totals;
    }

    /**
     * The DSOs at the month-ends from one date to another, by date and then by the totals' currencies; those in which
     * nothing was issued by a date are left out.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}, the totals are on another basis than the
     *     method, or the method is none of a table's
     */
    public static DsoTable atMonthEnds(DailyTotals totals, LocalDate from, LocalDate to, DsoMethod method) {
        Dso.ensureOn(totals, method);
        List<LocalDate> dates = MonthEnds.between(from, to);
        Months months = Months.between(totals.firstDay(), to);
        DsoValues values = new DsoValues(
                Math.multiplyExact(dates.size(), totals.currencies().size()));
        for (int d = 0; d < dates.size(); d++) {
            LeanDso.of(method, dates.get(d), months).addAll(totals, d, values);
        }
        return new DsoTable(method, values, totals.currencies(), date -> Optional.empty(), dates::get, date -> totals);
    }

    /**
     * The DSO of each customer in each currency of which anything was issued to it by a date: the DSO of a ledger that
     * holds nothing but these rows. They are in the order of the ledger's customers and then of its currencies. For other
     * methods, for several ledgers, and for customers by their id there is {@link Dso#perCustomer}.
     *
     * @throws IllegalArgumentException if the method is none of a table's
     */
    public static DsoTable perCustomer(Ledger ledger, LocalDate asOf, DsoMethod method, Workers workers) {
        Accounts accounts = ledger.columns().accounts();
        LeanDso dso = LeanDso.of(method, asOf, Months.between(accounts.firstDay(), asOf));
        int[] periodOf = AccountDsos.periods(accounts, dso);
        DsoValues values = DsoValues.join(
                workers.all(accounts.parts(), part -> new AccountDsos(accounts, dso, periodOf).of(part)));
        return new DsoTable(
                method,
                values,
                ledger.columns().currencies(),
                account -> Optional.of(ledger.customers().get(accounts.customer(account))),
                account -> asOf,
                account -> DailyTotals.ofAccount(ledger, method.basis(), account));
    }

    /** The number of values. */
    public int size() {
        return values.size();
    }

    public Currency currency(int i) {
        return currencies.get(values.currency(i));
    }

    public LocalDate asOf(int i) {
        return dates.apply(values.subject(i));
    }

    /** Whose DSO it is; empty for one of all customers. */
    public Optional<Customer> customer(int i) {
        return customers.apply(values.subject(i));
    }

    public MeasureStatus status(int i) {
        return values.status(i);
    }

    /** Open debit items less open credits. */
    public Money receivables(int i) {
        return Money.ofMinor(values.receivables(i), currency(i));
    }

    /** The value to about 15 digits; not a number where there is none. */
    public double days(int i) {
        return status(i) == MeasureStatus.UNDEFINED
                ? Double.NaN
                : values.wholeDays(i) + (double) values.amount(i) * values.times(i) / values.sales(i);
    }

    /** The value in {@link Measure#PRECISION}; empty where there is none. */
    public Optional<BigDecimal> value(int i) {
        return status(i) == MeasureStatus.UNDEFINED ? Optional.empty() : Optional.of(exact(i));
    }

    private BigDecimal exact(int i) {
        return BigDecimal.valueOf(values.amount(i))
                .multiply(BigDecimal.valueOf(values.times(i)))
                .divide(BigDecimal.valueOf(values.sales(i)), Measure.PRECISION)
                .add(BigDecimal.valueOf(values.wholeDays(i)));
    }

    /** The value with what it was computed from, computed once more. */
    public Measure measure(int i) {
        LedgerFigures figures = LedgerFigures.of(totals.apply(values.subject(i)), asOf(i));
        return Dso.measure(figures, values.currency(i), method);
    }
}
