package io.receivables.examples.report;

import io.receivables.core.Customer;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.Footing;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.efficiency.Efficiency;
import io.receivables.metrics.efficiency.EfficiencyMethod;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All figures of the report; terminal and JSON show the same ones.
 *
 * @param asOf the date at whose end they hold
 * @param monthEnds the dates of the trends: the month-ends of the last two years, as far as the ledger goes back
 * @param items what the files held
 * @param currencies the figures by currency code, of currencies in which anything was issued by the as-of date
 * @param customers who has anything open, by id and currency
 * @param problems what was wrong with the files
 */
public record Figures(
        LocalDate asOf,
        List<LocalDate> monthEnds,
        Source.Items items,
        SortedMap<String, OfCurrency> currencies,
        List<OfCustomer> customers,
        List<Problem> problems) {
    private static final int TREND_MONTHS = 24;

    public Figures {
        monthEnds = List.copyOf(monthEnds);
        currencies = Collections.unmodifiableSortedMap(new TreeMap<>(currencies));
        customers = List.copyOf(customers);
        problems = List.copyOf(problems);
    }

    /**
     * One currency.
     *
     * @param aged the aged balance by due date, credits in their own column
     * @param footing the proof that the aged balance is complete
     * @param dso the DSO figures
     * @param cei the collection effectiveness of the calendar month that ends on the as-of date
     * @param averageDaysLate of the items that are fully settled
     */
    public record OfCurrency(
            AgedLine aged, Footing.Line footing, Map<DsoFigure, Line> dso, Line cei, Line averageDaysLate) {
        public OfCurrency {
            dso = Collections.unmodifiableMap(new EnumMap<>(dso));
        }
    }

    /**
     * A measure at the as-of date and at month-ends.
     *
     * @param trend by month-end; month-ends before anything was issued in the currency are left out
     */
    public record Line(Measure now, SortedMap<LocalDate, Measure> trend) {}

    /** What a customer owes in one currency. */
    public record OfCustomer(Customer customer, AgedLine aged) {}

    /** Computes everything. */
    public static Figures of(Source source, LocalDate asOf) {
        Ledger ledger = source.ledger();
        LocalDate trendStart = trendStart(ledger, asOf);
        return new Figures(
                asOf,
                MonthEnds.between(trendStart, asOf),
                source.items(),
                currencies(ledger, asOf, trendStart),
                customers(ledger, asOf),
                source.problems());
    }

    private static LocalDate trendStart(Ledger ledger, LocalDate asOf) {
        LocalDate start = asOf.minusMonths(TREND_MONTHS - 1L).withDayOfMonth(1);
        return ledger.firstDate()
                .filter(first -> first.isAfter(start))
                .map(first -> first.isAfter(asOf) ? asOf : first)
                .orElse(start);
    }

    private static SortedMap<String, OfCurrency> currencies(Ledger ledger, LocalDate asOf, LocalDate trendStart) {
        AgedBalance balance = Aging.of(ledger, AgingOptions.standard(asOf));
        Map<DsoFigure, Trend> dso = new EnumMap<>(DsoFigure.class);
        for (DsoFigure figure : DsoFigure.values()) {
            dso.put(
                    figure,
                    new Trend(
                            Dso.of(ledger, asOf, figure.method()),
                            Dso.atMonthEnds(ledger, trendStart, asOf, figure.method())));
        }
        Trend cei = trend(ledger, asOf, trendStart, EfficiencyMethod.cei());
        Trend late = trend(ledger, asOf, trendStart, EfficiencyMethod.averageDaysLate());
        SortedMap<String, OfCurrency> figures = new TreeMap<>();
        for (Footing.Line footing : balance.footing().lines()) {
            String currency = footing.control().currency().getCurrencyCode();
            Map<DsoFigure, Line> lines = new EnumMap<>(DsoFigure.class);
            dso.forEach((figure, trend) -> lines.put(figure, trend.in(currency)));
            figures.put(
                    currency,
                    new OfCurrency(balance.in(currency), footing, lines, cei.in(currency), late.in(currency)));
        }
        return figures;
    }

    private static Trend trend(Ledger ledger, LocalDate asOf, LocalDate trendStart, EfficiencyMethod method) {
        return new Trend(Efficiency.of(ledger, asOf, method), Efficiency.atMonthEnds(ledger, trendStart, asOf, method));
    }

    /** A measure of all currencies. */
    private record Trend(Measures now, MeasureSeries monthEnds) {
        Line in(String currency) {
            return new Line(now.in(currency), monthEnds.in(currency));
        }
    }

    private static List<OfCustomer> customers(Ledger ledger, LocalDate asOf) {
        Map<String, Customer> byId =
                ledger.customers().stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        return Aging.of(ledger, AgingOptions.standard(asOf).perCustomer()).groups().stream()
                .map(line -> new OfCustomer(byId.getOrDefault(line.group(), Customer.of(line.group())), line))
                .sorted(Comparator.<OfCustomer, String>comparing(
                                line -> line.customer().id())
                        .thenComparing(line -> line.aged().currency().getCurrencyCode()))
                .toList();
    }
}
