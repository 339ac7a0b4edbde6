package io.receivables.dashboard;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.Measures;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.Footing;
import io.receivables.metrics.aging.Grouping;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that the page shows, as the engines compute it.
 *
 * @param asOf the date at whose end the figures hold
 * @param monthEnds the dates of the trends, as far as the ledger goes back
 * @param currencies by code, those in which anything was issued by the as-of date
 */
record Figures(Ledger ledger, LocalDate asOf, List<LocalDate> monthEnds, List<OfCurrency> currencies) {
    private static final int TREND_MONTHS = 24;

    /** The lines of the trend. */
    private static final List<DsoMethod> TRENDS =
            List.of(DsoMethod.simple(90), DsoMethod.countBackMonthly(), DsoMethod.bestPossible(90));

    /**
     * One currency.
     *
     * @param aged the aged balance by due date, credits in their own column
     * @param footing the proof that the aged balance is complete
     * @param trends by month-end and measure
     * @param debtors who has anything open, those who owe most overdue first
     * @param groups the lines of each grouping attribute, the one with most overdue first
     * @param disputed the contested open items, the largest contested amounts first
     */
    record OfCurrency(
            AgedLine aged,
            Footing.Line footing,
            Map<Indicator, Measure> measures,
            Map<MeasureKind, SortedMap<LocalDate, Measure>> trends,
            List<Debtor> debtors,
            Map<String, List<AgedLine>> groups,
            List<Disputed> disputed) {
        String code() {
            return aged.currency().getCurrencyCode();
        }

        Measure measure(Indicator indicator) {
            return Objects.requireNonNull(measures.get(indicator), indicator.key());
        }
    }

    /**
     * A customer with what is open in one currency.
     *
     * @param rows the ledger's rows with something open, by due date
     */
    record Debtor(Customer customer, AgedLine aged, List<Integer> rows) {}

    /**
     * A contested open item.
     *
     * @param row the ledger's row
     * @param since the first day of the oldest dispute over it that goes on
     */
    record Disputed(int row, Customer customer, Money amount, LocalDate since) {}

    static Figures of(Ledger ledger, LocalDate asOf, List<String> attributes) {
        List<LocalDate> monthEnds = monthEnds(ledger, asOf);
        AgedBalance balance = Aging.of(ledger, AgingOptions.standard(asOf));
        Map<Indicator, Measures> measures = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.values()) {
            measures.put(indicator, indicator.of(ledger, asOf));
        }
        Map<MeasureKind, MeasureSeries> trends = new LinkedHashMap<>();
        for (DsoMethod method : monthEnds.isEmpty() ? List.<DsoMethod>of() : TRENDS) {
            trends.put(method.kind(), Dso.atMonthEnds(ledger, monthEnds.get(0), asOf, method));
        }
        Map<String, AgedBalance> groups = new LinkedHashMap<>();
        for (String attribute : attributes) {
            groups.put(attribute, Aging.of(ledger, AgingOptions.standard(asOf).per(Grouping.attribute(attribute))));
        }
        Map<String, List<Debtor>> debtors = debtors(ledger, asOf);
        List<OfCurrency> currencies = new ArrayList<>();
        for (Footing.Line footing : balance.footing().lines()) {
            String code = footing.control().currency().getCurrencyCode();
            List<Debtor> owing = debtors.getOrDefault(code, List.of());
            currencies.add(new OfCurrency(
                    balance.in(code),
                    footing,
                    each(measures, all -> all.in(code)),
                    each(trends, series -> series.in(code)),
                    owing,
                    each(groups, aged -> mostOverdueFirst(aged.groups(), code)),
                    disputed(ledger, asOf, owing)));
        }
        return new Figures(ledger, asOf, monthEnds, List.copyOf(currencies));
    }

    /** The same keys in the same order, each with what is made of its value. */
    private static <K, V, R> Map<K, R> each(Map<K, V> values, Function<V, R> change) {
        Map<K, R> changed = new LinkedHashMap<>();
        values.forEach((key, value) -> changed.put(key, change.apply(value)));
        return changed;
    }

    /** The attributes that customers have, in the order of their names. */
    static List<String> attributes(Ledger ledger) {
        return ledger.customers().stream()
                .map(Customer::attributes)
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<LocalDate> monthEnds(Ledger ledger, LocalDate asOf) {
        LocalDate start = MonthEnds.last(TREND_MONTHS, asOf).get(TREND_MONTHS - 1);
        return ledger.firstDate()
                .filter(first -> !first.isAfter(asOf))
                .map(first -> MonthEnds.between(first.isAfter(start) ? first : start, asOf))
                .orElse(List.of());
    }

    private static List<AgedLine> mostOverdueFirst(List<AgedLine> lines, String currency) {
        return lines.stream()
                .filter(line -> line.currency().getCurrencyCode().equals(currency))
                .sorted(Comparator.comparing(AgedLine::overdue)
                        .thenComparing(AgedLine::receivables)
                        .reversed()
                        .thenComparing(AgedLine::group))
                .toList();
    }

    private static Map<String, List<Debtor>> debtors(Ledger ledger, LocalDate asOf) {
        Map<String, Map<String, List<Integer>>> rows = openRows(ledger, asOf);
        Map<String, List<Debtor>> debtors = new TreeMap<>();
        for (AgedLine line :
                Aging.of(ledger, AgingOptions.standard(asOf).perCustomer()).groups()) {
            String currency = line.currency().getCurrencyCode();
            Customer customer = ledger.customer(line.group()).orElseGet(() -> Customer.of(line.group()));
            debtors.computeIfAbsent(currency, code -> new ArrayList<>())
                    .add(new Debtor(
                            customer,
                            line,
                            rows.getOrDefault(currency, Map.of()).getOrDefault(line.group(), List.of())));
        }
        Comparator<Debtor> mostOverdue = Comparator.comparing(
                        (Debtor debtor) -> debtor.aged().overdue())
                .thenComparing(debtor -> debtor.aged().receivables())
                .reversed()
                .thenComparing(debtor -> debtor.customer().id());
        debtors.values().forEach(list -> list.sort(mostOverdue));
        return debtors;
    }

    /** The rows with something open by currency and customer id, each list by due date. */
    private static Map<String, Map<String, List<Integer>>> openRows(Ledger ledger, LocalDate asOf) {
        LedgerColumns columns = ledger.columns();
        int day = Math.toIntExact(asOf.toEpochDay());
        Map<String, Map<String, List<Integer>>> rows = new TreeMap<>();
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.openAt(row, day) != 0) {
                String code = columns.currencies().get(columns.currency(row)).getCurrencyCode();
                String customer = columns.customers().get(columns.customer(row)).id();
                rows.computeIfAbsent(code, of -> new TreeMap<>())
                        .computeIfAbsent(customer, of -> new ArrayList<>())
                        .add(row);
            }
        }
        Comparator<Integer> byDueDate = Comparator.<Integer>comparingInt(columns::dueDay)
                .thenComparing(columns::id)
                .thenComparing(columns::instalment);
        rows.values().forEach(ofCurrency -> ofCurrency.values().forEach(list -> list.sort(byDueDate)));
        return rows;
    }

    private static List<Disputed> disputed(Ledger ledger, LocalDate asOf, List<Debtor> debtors) {
        LedgerColumns columns = ledger.columns();
        int day = Math.toIntExact(asOf.toEpochDay());
        List<Disputed> disputed = new ArrayList<>();
        for (Debtor debtor : debtors) {
            for (int row : debtor.rows()) {
                long open = columns.openAt(row, day);
                long contested = columns.isDebit(row) && open > 0 ? columns.disputedAt(row, day, open) : 0;
                if (contested > 0) {
                    disputed.add(new Disputed(
                            row,
                            debtor.customer(),
                            Money.ofMinor(contested, debtor.aged().currency()),
                            since(columns, row, day)));
                }
            }
        }
        disputed.sort(Comparator.comparing(Disputed::amount)
                .reversed()
                .thenComparing(item -> columns.id(item.row()))
                .thenComparing(item -> columns.instalment(item.row())));
        return disputed;
    }

    private static LocalDate since(LedgerColumns columns, int row, int day) {
        int since = day;
        for (int d = columns.disputesFrom(row); d < columns.disputesTo(row); d++) {
            boolean goesOn = columns.disputeFrom(d) <= day && day < columns.disputeTo(d);
            since = goesOn ? Math.min(since, columns.disputeFrom(d)) : since;
        }
        return LocalDate.ofEpochDay(since);
    }
}
