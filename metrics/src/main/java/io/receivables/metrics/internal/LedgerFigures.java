package io.receivables.metrics.internal;

import io.receivables.core.Money;
import io.receivables.core.ledger.Accounts;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.CustomerMeasures;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.totals.DailyTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sales and receivables of some rows as of a date, under a basis; amounts are in major units. {@link
 * #asOf(LocalDate)} gives those of an earlier date from the same running sums. Not for use by several threads, though it may
 * add up by several.
 */
public final class LedgerFigures {
    private final Columns columns;
    private final MeasureBasis basis;
    private final LocalDate asOf;
    private final int day;
    private final DailyTotals totals;
    private final Map<LocalDate, LedgerFigures> earlier;
    private @Nullable List<OpenAmounts> open;
    private @Nullable List<Map<Integer, OpenAmounts>> openByIssueDay;

    private LedgerFigures(
            Columns columns,
            MeasureBasis basis,
            LocalDate asOf,
            DailyTotals totals,
            Map<LocalDate, LedgerFigures> earlier) {
        this.columns = columns;
        this.basis = basis;
        this.asOf = asOf;
        this.day = day(asOf);
        this.totals = totals;
        this.earlier = earlier;
    }

    /**
     * The figures as of a date.
     *
     * @throws IllegalArgumentException if the date is no business date
     */
    public static LedgerFigures of(Columns columns, MeasureBasis basis, LocalDate asOf) {
        ensureBusinessDate(asOf);
        return new LedgerFigures(columns, basis, asOf, columns.totals(basis, asOf), new HashMap<>());
    }

    /** {@link #of(Columns, MeasureBasis, LocalDate)}, added up by the calling thread. */
    public static LedgerFigures of(LedgerColumns columns, MeasureBasis basis, LocalDate asOf) {
        return of(Columns.of(List.of(Ledger.ofColumns(columns)), Workers.caller()), basis, asOf);
    }

    /**
     * The figures of totals alone, without rows: what is open of which item they do not know.
     *
     * @throws IllegalArgumentException if the date is no business date
     */
    public static LedgerFigures of(DailyTotals totals, LocalDate asOf) {
        ensureBusinessDate(asOf);
        Ledger noRows = Ledger.ofColumns(
                LedgerColumns.of(0).currencies(totals.currencies(), new int[0]).build());
        Columns columns = Columns.of(List.of(noRows), Workers.caller());
        return new LedgerFigures(
                columns, totals.basis(), asOf, totals.withCurrencies(columns.currencies()), new HashMap<>());
    }

    /**
     * A measure of every customer as of a date: as if the ledgers held nothing but its rows.
     *
     * @param measure gives the measure of a customer's currencies from its figures; asked by several threads
     * @throws IllegalArgumentException if the date is no business date
     */
    public static CustomerMeasures perCustomer(
            List<Ledger> ledgers,
            MeasureBasis basis,
            LocalDate asOf,
            Workers workers,
            Function<LedgerFigures, IntFunction<Measure>> measure) {
        ensureBusinessDate(asOf);
        SortedMap<String, CustomerColumns> customers = CustomerColumns.of(ledgers);
        List<CustomerColumns> inOrder = List.copyOf(customers.values());
        Iterator<Measures> measures = workers.all(
                        inOrder.size(), i -> of(inOrder.get(i), basis, asOf).each(measure))
                .iterator();
        SortedMap<String, Measures> byCustomer = new TreeMap<>();
        customers.keySet().forEach(customer -> byCustomer.put(customer, measures.next()));
        byCustomer.values().removeIf(none -> none.byCurrency().isEmpty());
        return new CustomerMeasures(byCustomer);
    }

    private static void ensureBusinessDate(LocalDate asOf) {
        if (asOf.getYear() < 1900 || asOf.getYear() > 9999) {
            throw new IllegalArgumentException(
                    "as-of date " + asOf + " is outside the years 1900 to 9999: check the date");
        }
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The figures as of this date or an earlier one. */
    public LedgerFigures asOf(LocalDate date) {
        if (date.equals(asOf)) {
            return this;
        }
        LedgerFigures known = earlier.get(date);
        if (known == null) {
            // a credit note issued later must not lower the sales of its origin yet
            known = basis.creditNotes() == CreditNoteTiming.IN_ORIGIN
                    ? new LedgerFigures(columns, basis, date, columns.totals(basis, date), earlier)
                    : new LedgerFigures(columns, basis, date, totals, earlier);
            earlier.put(date, known);
        }
        return known;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** {@link #asOf()} as an epoch day. */
    public int day() {
        return day;
    }

    /** What the figures are added up from. */
    public Columns columns() {
        return columns;
    }

    /** A measure of every currency in which anything was issued; {@code measure} is asked once, its answer by currency. */
    public Measures each(Function<LedgerFigures, IntFunction<Measure>> measure) {
        IntFunction<Measure> ofCurrency = measure.apply(this);
        SortedMap<String, Measure> byCurrency = new TreeMap<>();
        for (int c = 0; c < columns.currencies().size(); c++) {
            if (isPresent(c)) {
                byCurrency.put(columns.currencies().get(c).getCurrencyCode(), ofCurrency.apply(c));
            }
        }
        return new Measures(byCurrency);
    }

    /** A measure of every currency at the month-ends from a date to this one. */
    public MeasureSeries atMonthEnds(LocalDate from, Function<LedgerFigures, IntFunction<Measure>> measure) {
        SortedMap<LocalDate, Measures> byDate = new TreeMap<>();
        MonthEnds.between(from, asOf).forEach(end -> byDate.put(end, asOf(end).each(measure)));
        return new MeasureSeries(byDate);
    }

    /** Whether anything was issued in a currency. */
    public boolean isPresent(int currency) {
        return totals.firstRow(currency) <= day;
    }

    /** The issue date of a currency's first document: its sales history begins there. */
    public Optional<LocalDate> firstDocument(int currency) {
        int first = totals.firstDocument(currency);
        return first <= day ? Optional.of(LocalDate.ofEpochDay(first)) : Optional.empty();
    }

    /** Sales from a day to this date. */
    public BigDecimal sales(int currency, LocalDate from) {
        return sales(currency, from, asOf);
    }

    /** Sales from one day to another, this date at most. */
    public BigDecimal sales(int currency, LocalDate from, LocalDate to) {
        return major(currency, BigDecimal.valueOf(totals.sales(currency, day(from), Math.min(day(to), day))));
    }

    /** Open debit items less open credits. */
    public BigDecimal receivables(int currency) {
        boolean running = basis.disputed() && basis.tax() != TaxBasis.NET_OF_TAX;
        return major(
                currency,
                running
                        ? BigDecimal.valueOf(totals.receivables(currency, day))
                        : open().get(currency).receivables());
    }

    /** Open debit items that are not past due. */
    public BigDecimal current(int currency) {
        return major(currency, open().get(currency).current());
    }

    /** The contested part of open debit items. */
    public BigDecimal disputed(int currency) {
        return major(currency, open().get(currency).disputed());
    }

    /** The contested part of open debit items that are not past due. */
    public BigDecimal disputedCurrent(int currency) {
        return major(currency, open().get(currency).disputedCurrent());
    }

    /** Open debit items by issue date. */
    public SortedMap<LocalDate, BigDecimal> openByIssueDate(int currency) {
        List<Map<Integer, OpenAmounts>> byDay = openByIssueDay;
        if (byDay == null) {
            byDay = OpenAmounts.debitsBy((run, place) -> run.accounts().issueDay(place), columns, day, basis);
            openByIssueDay = byDay;
        }
        SortedMap<LocalDate, BigDecimal> byDate = new TreeMap<>();
        byDay.get(currency)
                .forEach((issued, open) -> byDate.put(LocalDate.ofEpochDay(issued), major(currency, open.debits())));
        return byDate;
    }

    /** Open debit items of each customer who owes any, by the number of the currency. */
    public List<List<BigDecimal>> openOfCustomers() {
        List<Map<String, OpenAmounts>> byCustomer =
                OpenAmounts.debitsBy((run, place) -> run.customerId(), columns, day, basis);
        return IntStream.range(0, byCustomer.size())
                .mapToObj(c -> byCustomer.get(c).values().stream()
                        .map(open -> major(c, open.debits()))
                        .toList())
                .toList();
    }

    private List<OpenAmounts> open() {
        List<OpenAmounts> known = open;
        if (known == null) {
            known = open(Accounts::dueDay, day);
            open = known;
        }
        return known;
    }

    /**
     * The open amounts of every currency in minor units, with another reading of which items are current: those one of whose
     * days is not before another.
     */
    public List<OpenAmounts> open(PlaceDay currentBy, int notBefore) {
        return OpenAmounts.at(columns, day, basis, currentBy, notBefore);
    }

    /** An amount in major units. */
    public BigDecimal major(int currency, BigDecimal minorUnits) {
        return minorUnits.movePointLeft(Money.digits(columns.currencies().get(currency)));
    }

    /**
     * Why a measure over a window has no value: the date is not one that the window can end on, or no tax is stated where
     * the basis needs one.
     */
    public Optional<Measure> undefined(Measure.Builder measure, int currency, Window window) {
        if (!window.canEndOn(asOf)) {
            return Optional.of(measure.undefined(MeasureReason.NOT_A_MONTH_END, "date", asOf));
        }
        if (basis.tax() != TaxBasis.TAX_INCLUSIVE && totals.firstTax(currency) > day) {
            return Optional.of(measure.undefined(MeasureReason.NO_TAX_STATED));
        }
        return Optional.empty();
    }

    /** As {@link #undefined}, and also where the sales history does not reach back to the window's first day. */
    public Optional<Measure> undefinedOrShort(Measure.Builder measure, int currency, Window window) {
        LocalDate needed = window.firstDay(asOf);
        return undefined(measure, currency, window).or(() -> {
            LocalDate first = firstDocument(currency).orElse(null);
            return first == null
                    ? Optional.of(measure.undefined(MeasureReason.NO_HISTORY, "date", asOf))
                    : first.isAfter(needed)
                            ? Optional.of(
                                    measure.undefined(MeasureReason.SHORT_HISTORY, "first", first, "needed", needed))
                            : Optional.empty();
        });
    }
}
