package io.receivables.metrics.live;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.dso.DsoFormulas;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.metrics.dso.DsoMethod.CountBack;
import io.receivables.metrics.dso.DsoMethod.OverWindow;
import io.receivables.metrics.dso.SalesPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** DSO of a standing: as a measure with its inputs, and as a bare number of days. */
final class LiveDso {
    private static final int SEASON_DAYS = 30;

    private LiveDso() {}

    /** Refuses what the running figures do not hold. */
    static DsoMethod supported(DsoMethod method) {
        boolean known = method instanceof CountBack
                || (method instanceof OverWindow over
                        && !over.averaging()
                        && over.kind() != MeasureKind.PURE_LATENESS_DSO
                        && !over.pastDueDisputes());
        if (!known || !method.basis().equals(MeasureBasis.standard())) {
            throw new IllegalArgumentException(
                    method.convention() + " is not kept running: use simple, best-possible or "
                            + "dispute DSO or average days delinquent with closing balances, or count-back, all on "
                            + MeasureBasis.standard().code() + "; or Dso.of a ledger");
        }
        return method;
    }

    static Money sales(Standing at, Window window) {
        LocalDate asOf = LocalDate.ofEpochDay(at.day);
        if (!window.canEndOn(asOf)) {
            throw new IllegalArgumentException(
                    "a window of " + window.code() + " cannot end on " + asOf + ": it is no month-end");
        }
        return Money.ofMinor(at.sales.sum(Days.of(window.firstDay(asOf)), at.day), at.currency);
    }

    // ---- as a measure

    static Measure measure(Standing at, DsoMethod method) {
        supported(method);
        Measure measure = method instanceof OverWindow over ? overWindow(at, over) : countBack(at, (CountBack) method);
        return measure.named(method.name(), method.convention());
    }

    private static Measure overWindow(Standing at, OverWindow method) {
        Measure.Builder draft = Measure.of(method.kind()).input("receivables", major(at, at.figures.balance()));
        LocalDate asOf = LocalDate.ofEpochDay(at.day);
        return undefined(at, draft, asOf, method.window()).orElseGet(() -> daysOfSales(at, asOf, method));
    }

    private static Optional<Measure> undefined(Standing at, Measure.Builder draft, LocalDate asOf, Window window) {
        if (!window.canEndOn(asOf)) {
            return Optional.of(draft.undefined(MeasureReason.NOT_A_MONTH_END, "date", asOf));
        }
        if (at.firstDocument == Standing.NONE) {
            return Optional.of(draft.undefined(MeasureReason.NO_HISTORY, "date", asOf));
        }
        LocalDate first = LocalDate.ofEpochDay(at.firstDocument);
        LocalDate needed = window.firstDay(asOf);
        return first.isAfter(needed)
                ? Optional.of(draft.undefined(MeasureReason.SHORT_HISTORY, "first", first, "needed", needed))
                : Optional.empty();
    }

    private static Measure daysOfSales(Standing at, LocalDate asOf, OverWindow method) {
        int from = Days.of(method.window().firstDay(asOf));
        BigDecimal sales = major(at, at.sales.sum(from, at.day));
        BigDecimal days = BigDecimal.valueOf(days(at, from, method));
        BigDecimal receivables = major(at, at.figures.balance());
        BigDecimal current = major(at, at.figures.notDue());
        return switch (method.kind()) {
            case SIMPLE_DSO -> {
                Measure dso = DsoFormulas.simple(receivables, sales, days);
                yield isSeasonal(at, from, method) ? dso.with(MeasureWarning.SEASONAL_SALES) : dso;
            }
            case BEST_POSSIBLE_DSO -> DsoFormulas.bestPossible(current, sales, days);
            case AVERAGE_DAYS_DELINQUENT -> DsoFormulas.averageDaysDelinquent(receivables, current, sales, days);
            case DISPUTE_DSO -> DsoFormulas.dispute(major(at, at.figures.disputed()), sales, days);
            default -> throw new IllegalStateException(method.kind().code());
        };
    }

    private static int days(Standing at, int from, OverWindow method) {
        return method.days() == OverWindow.CALENDAR_DAYS ? at.day - from + 1 : method.days();
    }

    /** Whether the sales of 30-day stretches within the window are farther apart than a part of their mean. */
    private static boolean isSeasonal(Standing at, int from, OverWindow method) {
        List<BigDecimal> sales = new ArrayList<>();
        for (int end = at.day; end - SEASON_DAYS + 1 >= from; end -= SEASON_DAYS) {
            sales.add(BigDecimal.valueOf(at.sales.sum(end - SEASON_DAYS + 1, end)));
        }
        if (sales.size() < 2) {
            return false;
        }
        BigDecimal range = Collections.max(sales).subtract(Collections.min(sales));
        BigDecimal sum = sales.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return range.multiply(BigDecimal.valueOf(sales.size()))
                        .compareTo(method.seasonality().multiply(sum))
                > 0;
    }

    private static Measure countBack(Standing at, CountBack method) {
        BigDecimal receivables = major(at, at.figures.balance());
        LocalDate asOf = LocalDate.ofEpochDay(at.day);
        if (!canCountFrom(asOf, method)) {
            return Measure.of(method.kind())
                    .input("receivables", receivables)
                    .undefined(MeasureReason.NOT_A_MONTH_END, "date", asOf);
        }
        if (!isMonthly(method)) {
            return DsoFormulas.countBackDaily(
                    receivables,
                    periods(at, method).stream().map(SalesPeriod::sales).toList(),
                    method.options().historyEnd());
        }
        Measure dso = DsoFormulas.countBack(receivables, periods(at, method), method.options());
        return MonthEnds.isMonthEnd(asOf) ? dso : dso.with(MeasureWarning.PARTIAL_MONTH);
    }

    /** The months or days from this one back to the first document, the newest first. */
    private static List<SalesPeriod> periods(Standing at, CountBack method) {
        List<SalesPeriod> periods = new ArrayList<>();
        int first;
        for (int last = at.day; hasHistory(at, last); last = first - 1) {
            first = firstOfPeriod(last, method);
            periods.add(SalesPeriod.of(major(at, at.sales.sum(first, last)), last - first + 1));
        }
        return periods;
    }

    private static boolean isMonthly(CountBack method) {
        return method.kind() == MeasureKind.COUNT_BACK_DSO_MONTHLY;
    }

    private static boolean canCountFrom(LocalDate asOf, CountBack method) {
        return !isMonthly(method) || method.partialMonth() || MonthEnds.isMonthEnd(asOf);
    }

    private static boolean hasHistory(Standing at, int day) {
        return day >= at.firstDocument;
    }

    private static int firstOfPeriod(int last, CountBack method) {
        return isMonthly(method) ? last - LocalDate.ofEpochDay(last).getDayOfMonth() + 1 : last;
    }

    private static BigDecimal major(Standing at, long minorUnits) {
        return BigDecimal.valueOf(minorUnits).movePointLeft(Money.digits(at.currency));
    }

    // ---- as a number of days

    /** The value of {@link #measure}, or NaN where it has none. It may be given a standing that the writer is changing. */
    static double days(Standing at, DsoMethod method) {
        return method instanceof OverWindow over ? daysOverWindow(at, over) : daysCountedBack(at, (CountBack) method);
    }

    private static double daysOverWindow(Standing at, OverWindow method) {
        Window window = method.window();
        int from = at.day - window.length() + 1;
        if (window.span() == Window.Span.MONTHS) {
            LocalDate asOf = LocalDate.ofEpochDay(at.day);
            if (!window.canEndOn(asOf)) {
                return Double.NaN;
            }
            from = Days.of(window.firstDay(asOf));
        }
        long sales = at.sales.sum(from, at.day);
        return at.firstDocument > from || sales <= 0
                ? Double.NaN
                : (double) amount(at, method) * days(at, from, method) / sales;
    }

    private static long amount(Standing at, OverWindow method) {
        return switch (method.kind()) {
            case BEST_POSSIBLE_DSO -> at.figures.notDue();
            case AVERAGE_DAYS_DELINQUENT -> at.figures.balance() - at.figures.notDue();
            case DISPUTE_DSO -> at.figures.disputed();
            default -> at.figures.balance();
        };
    }

    private static double daysCountedBack(Standing at, CountBack method) {
        if (isMonthly(method) && !canCountFrom(LocalDate.ofEpochDay(at.day), method)) {
            return Double.NaN;
        }
        long receivables = at.figures.balance();
        if (receivables <= 0) {
            return 0;
        }
        long remaining = receivables;
        int last = at.day;
        while (hasHistory(at, last)) {
            int first = firstOfPeriod(last, method);
            long sales = at.sales.sum(first, last);
            if (sales <= 0) {
                if (method.options().nonPositiveSales() == NonPositiveSales.STOP) {
                    return at.day - last;
                }
            } else if (remaining > sales) {
                remaining -= sales;
            } else {
                return at.day - last + (double) remaining * (last - first + 1) / sales;
            }
            last = first - 1;
        }
        return exhausted(at.day - last, receivables, remaining, method.options().historyEnd());
    }

    private static double exhausted(int days, long receivables, long remaining, HistoryEnd historyEnd) {
        return switch (historyEnd) {
            case LOWER_BOUND -> days;
            case UNDEFINED -> Double.NaN;
            case EXTRAPOLATE ->
                remaining < receivables ? (double) days * receivables / (receivables - remaining) : days;
        };
    }
}
