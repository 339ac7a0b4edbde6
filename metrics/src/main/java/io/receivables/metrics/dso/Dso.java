package io.receivables.metrics.dso;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.CustomerMeasures;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureSeries;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.Measures;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.TaxBasis;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.DsoMethod.CountBack;
import io.receivables.metrics.dso.DsoMethod.OverWindow;
import io.receivables.metrics.dso.DsoMethod.Rolling;
import io.receivables.metrics.internal.Columns;
import io.receivables.metrics.internal.LedgerFigures;
import io.receivables.metrics.totals.DailyTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Days sales outstanding of a ledger as of any date, by currency.
 *
 * <pre>{@code
 * Measure dso = Dso.of(ledger, asOf, DsoMethod.countBackMonthly()).in("CAD");
 * MeasureSeries trend = Dso.atMonthEnds(ledger, asOf.minusMonths(24), asOf, DsoMethod.simple(90));
 * }</pre>
 *
 * <p>Receivables are the open debit items less open credit notes and unapplied cash; sales are invoices and debit notes
 * less credit notes by issue date. A window of W days ends with the as-of date and holds exactly W days; a value needs a
 * sales history (from the currency's first document on) that reaches back to its first day. What is measured, and why
 * there may be no value, is in {@link DsoFormulas}.
 */
public final class Dso {
    private static final int SEASON_DAYS = 30;

    private Dso() {}

    /** A DSO as of a date. */
    public static Measures of(Ledger ledger, LocalDate asOf, DsoMethod method) {
        return of(ledger, asOf, method, Workers.caller());
    }

    /** {@link #of(Ledger, LocalDate, DsoMethod)}, added up by several threads. */
    public static Measures of(Ledger ledger, LocalDate asOf, DsoMethod method, Workers workers) {
        return of(List.of(ledger), asOf, method, workers);
    }

    /**
     * A DSO of several ledgers as of a date: that of one ledger with all their rows. Currencies are united by their codes.
     * A ledger made from facts needs a document together with all that settles, contests or corrects it.
     * Where the ledgers are not at hand together, {@link #of(DailyTotals, LocalDate, DsoMethod)} needs only their totals.
     */
    public static Measures of(List<Ledger> shards, LocalDate asOf, DsoMethod method, Workers workers) {
        return LedgerFigures.of(Columns.of(shards, workers), method.basis(), asOf)
                .each(at -> c -> measure(at, c, method));
    }

    /** {@link #perCustomer(Ledger, LocalDate, DsoMethod, Workers)} by the calling thread. */
    public static CustomerMeasures perCustomer(Ledger ledger, LocalDate asOf, DsoMethod method) {
        return perCustomer(ledger, asOf, method, Workers.caller());
    }

    /**
     * A DSO of each customer as of a date, by any method: that of a ledger with nothing but the customer's rows. A customer is
     * the task of one thread. For simple and monthly count-back DSO of very many customers, {@link DsoTable#perCustomer} has
     * the same values without an object for each.
     */
    public static CustomerMeasures perCustomer(Ledger ledger, LocalDate asOf, DsoMethod method, Workers workers) {
        return perCustomer(List.of(ledger), asOf, method, workers);
    }

    /**
     * {@link #perCustomer(Ledger, LocalDate, DsoMethod, Workers)} of several ledgers: customers are united by their ids, in
     * whichever of the shards their rows are.
     */
    public static CustomerMeasures perCustomer(List<Ledger> shards, LocalDate asOf, DsoMethod method, Workers workers) {
        return LedgerFigures.perCustomer(shards, method.basis(), asOf, workers, at -> c -> measure(at, c, method));
    }

    /**
     * A DSO from daily totals alone, such as those of several ledgers together: simple DSO, count-back DSO and rolling
     * means of these.
     *
     * @throws IllegalArgumentException if the totals are on another basis than the method, or if the method needs single
     *     items: other DSOs, and bases without tax, without disputed amounts or with credit notes in the origin's sales
     */
    public static Measures of(DailyTotals totals, LocalDate asOf, DsoMethod method) {
        ensureOn(totals, method);
        if (needsItems(method)) {
            throw new IllegalArgumentException("\"" + method.convention()
                    + "\" needs single items, which totals do not tell: give the ledger instead");
        }
        return LedgerFigures.of(totals, asOf).each(at -> c -> measure(at, c, method));
    }

    static void ensureOn(DailyTotals totals, DsoMethod method) {
        if (!totals.basis().equals(method.basis())) {
            throw new IllegalArgumentException("the totals are on the basis \""
                    + totals.basis().code() + "\", the method is on \""
                    + method.basis().code() + "\": give totals on the method's basis");
        }
    }

    private static boolean needsItems(DsoMethod method) {
        if (method instanceof Rolling rolling) {
            return needsItems(rolling.of());
        }
        boolean ofTotals = method instanceof CountBack || method.kind() == MeasureKind.SIMPLE_DSO;
        MeasureBasis basis = method.basis();
        return !ofTotals
                || !basis.disputed()
                || basis.tax() == TaxBasis.NET_OF_TAX
                || basis.creditNotes() == CreditNoteTiming.IN_ORIGIN;
    }

    /**
     * A DSO at every month-end from one date to another.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static MeasureSeries atMonthEnds(Ledger ledger, LocalDate from, LocalDate to, DsoMethod method) {
        return atMonthEnds(ledger, from, to, method, Workers.caller());
    }

    /** {@link #atMonthEnds(Ledger, LocalDate, LocalDate, DsoMethod)}, added up by several threads. */
    public static MeasureSeries atMonthEnds(
            Ledger ledger, LocalDate from, LocalDate to, DsoMethod method, Workers workers) {
        return atMonthEnds(List.of(ledger), from, to, method, workers);
    }

    /**
     * A DSO of several ledgers, as {@link #of(List, LocalDate, DsoMethod, Workers)} unites them, at every month-end from one
     * date to another.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static MeasureSeries atMonthEnds(
            List<Ledger> shards, LocalDate from, LocalDate to, DsoMethod method, Workers workers) {
        return LedgerFigures.of(Columns.of(shards, workers), method.basis(), to)
                .atMonthEnds(from, at -> c -> measure(at, c, method));
    }

    static Measure measure(LedgerFigures at, int currency, DsoMethod method) {
        Measure measure;
        if (method instanceof OverWindow overWindow) {
            measure = overWindow(at, currency, overWindow);
        } else if (method instanceof CountBack countBack) {
            measure = countBack(at, currency, countBack);
        } else if (method instanceof Rolling rolling) {
            measure = rolling(at, currency, rolling);
        } else {
            measure = trueDso(at, currency, method);
        }
        boolean mixed = method.basis().tax() == TaxBasis.TAX_INCLUSIVE_OVER_NET;
        return (mixed ? measure.with(MeasureWarning.MIXED_TAX_BASIS) : measure)
                .named(method.name(), method.convention());
    }

    private static Measure overWindow(LedgerFigures at, int c, OverWindow method) {
        Measure.Builder draft = Measure.of(method.kind()).input("receivables", at.receivables(c));
        return at.undefinedOrShort(draft, c, method.window()).orElseGet(() -> daysOfSales(at, c, method));
    }

    private static Measure daysOfSales(LedgerFigures at, int c, OverWindow method) {
        LocalDate first = method.window().firstDay(at.asOf());
        BigDecimal sales = at.sales(c, first);
        BigDecimal days = BigDecimal.valueOf(
                method.days() == OverWindow.CALENDAR_DAYS ? method.window().days(at.asOf()) : method.days());
        BigDecimal receivables = balance(at, c, method, LedgerFigures::receivables);
        return switch (method.kind()) {
            case SIMPLE_DSO -> {
                Measure dso = method.averaging()
                        ? DsoFormulas.averageBalance(
                                at.asOf(first.minusDays(1)).receivables(c), at.receivables(c), sales, days)
                        : DsoFormulas.simple(receivables, sales, days);
                yield isSeasonal(at, c, method) ? dso.with(MeasureWarning.SEASONAL_SALES) : dso;
            }
            case BEST_POSSIBLE_DSO ->
                DsoFormulas.bestPossible(balance(at, c, method, LedgerFigures::current), sales, days);
            case AVERAGE_DAYS_DELINQUENT ->
                DsoFormulas.averageDaysDelinquent(
                        receivables, balance(at, c, method, LedgerFigures::current), sales, days);
            case DISPUTE_DSO -> DsoFormulas.dispute(disputed(at, c, method), sales, days);
            case PURE_LATENESS_DSO -> {
                BigDecimal current = balance(at, c, method, LedgerFigures::current);
                BigDecimal notPastDue = balance(at, c, method, LedgerFigures::disputedCurrent);
                Measure dso = DsoFormulas.pureLateness(receivables, current, disputed(at, c, method), sales, days)
                        .with("disputedNotPastDue", notPastDue);
                yield notPastDue.signum() > 0 && !method.pastDueDisputes()
                        ? dso.with(MeasureWarning.DISPUTES_NOT_PAST_DUE)
                        : dso;
            }
            default -> throw new IllegalStateException(method.kind().code());
        };
    }

    private static BigDecimal disputed(LedgerFigures at, int c, OverWindow method) {
        BigDecimal disputed = balance(at, c, method, LedgerFigures::disputed);
        return method.pastDueDisputes()
                ? disputed.subtract(balance(at, c, method, LedgerFigures::disputedCurrent))
                : disputed;
    }

    /** An amount at the window's end, or its mean at the window's two ends. */
    private static BigDecimal balance(
            LedgerFigures at, int c, OverWindow method, BiFunction<LedgerFigures, Integer, BigDecimal> amount) {
        BigDecimal closing = amount.apply(at, c);
        LocalDate first = method.window().firstDay(at.asOf());
        return method.averaging() ? DsoFormulas.mean(amount.apply(at.asOf(first.minusDays(1)), c), closing) : closing;
    }

    /** Whether the sales of 30-day stretches within the window are farther apart than a part of their mean. */
    private static boolean isSeasonal(LedgerFigures at, int c, OverWindow method) {
        int stretches = Math.toIntExact(method.window().days(at.asOf()) / SEASON_DAYS);
        List<BigDecimal> sales = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            LocalDate end = at.asOf().minusDays((long) i * SEASON_DAYS);
            sales.add(at.sales(c, end.minusDays(SEASON_DAYS - 1), end));
        }
        if (stretches < 2) {
            return false;
        }
        BigDecimal range = Collections.max(sales).subtract(Collections.min(sales));
        BigDecimal sum = sales.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return range.multiply(BigDecimal.valueOf(stretches))
                        .compareTo(method.seasonality().multiply(sum))
                > 0;
    }

    private static Measure countBack(LedgerFigures at, int c, CountBack method) {
        boolean monthly = method.kind() == MeasureKind.COUNT_BACK_DSO_MONTHLY;
        Measure.Builder draft = Measure.of(method.kind()).input("receivables", at.receivables(c));
        return at.undefined(draft, c, monthly && !method.partialMonth() ? Window.months(1) : Window.toDate())
                .orElseGet(() -> monthly
                        ? countMonths(at, c, method)
                        : DsoFormulas.countBackDaily(
                                at.receivables(c), days(at, c), method.options().historyEnd()));
    }

    private static Measure countMonths(LedgerFigures at, int c, CountBack method) {
        Measure dso = DsoFormulas.countBack(at.receivables(c), months(at, c), method.options());
        return MonthEnds.isMonthEnd(at.asOf()) ? dso : dso.with(MeasureWarning.PARTIAL_MONTH);
    }

    /** The months from the as-of date back to the currency's first document; the first of them may be partial. */
    private static List<SalesPeriod> months(LedgerFigures at, int c) {
        YearMonth newest = YearMonth.from(at.asOf());
        Optional<YearMonth> oldest = at.firstDocument(c).map(YearMonth::from);
        int size = oldest.map(month -> (int) ChronoUnit.MONTHS.between(month, newest) + 1)
                .orElse(0);
        return lazily(size, back -> {
            YearMonth month = newest.minusMonths(back);
            LocalDate last = back == 0 ? at.asOf() : month.atEndOfMonth();
            return SalesPeriod.of(at.sales(c, month.atDay(1), last), last.getDayOfMonth());
        });
    }

    /** The sales of the days from the as-of date back to the currency's first document. */
    private static List<BigDecimal> days(LedgerFigures at, int c) {
        Optional<LocalDate> oldest = at.firstDocument(c);
        int size = oldest.map(day -> (int) ChronoUnit.DAYS.between(day, at.asOf()) + 1)
                .orElse(0);
        return lazily(size, back -> {
            LocalDate day = at.asOf().minusDays(back);
            return at.sales(c, day, day);
        });
    }

    /** Count-back mostly looks at the first few periods of a long history. */
    private static <T> List<T> lazily(int size, IntFunction<T> element) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                return element.apply(Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private static Measure trueDso(LedgerFigures at, int c, DsoMethod method) {
        return at.undefined(Measure.of(method.kind()), c, Window.toDate()).orElseGet(() -> {
            List<OpenDocument> open = new ArrayList<>();
            at.openByIssueDate(c).forEach((issued, amount) -> {
                YearMonth month = YearMonth.from(issued);
                open.add(new OpenDocument(issued, amount, at.sales(c, month.atDay(1), month.atEndOfMonth())));
            });
            return DsoFormulas.trueDso(at.asOf(), open);
        });
    }

    private static Measure rolling(LedgerFigures at, int c, Rolling method) {
        Measure.Builder draft = Measure.of(method.kind());
        Optional<Measure> undefined = at.undefined(draft, c, Window.months(1));
        if (undefined.isPresent()) {
            return undefined.get();
        }
        List<Measure> monthEnds = new ArrayList<>();
        for (LocalDate end : MonthEnds.last(method.months(), at.asOf())) {
            LedgerFigures then = at.asOf(end);
            Measure dso = measure(then, c, method.of());
            if (!then.isPresent(c) || dso.value().isEmpty()) {
                return draft.undefined(MeasureReason.MONTH_END_WITHOUT_VALUE, "date", end, "months", method.months());
            }
            monthEnds.add(dso);
        }
        return DsoFormulas.rolling(monthEnds);
    }
}
