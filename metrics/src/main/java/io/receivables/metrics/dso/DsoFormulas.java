package io.receivables.metrics.dso;

import static io.receivables.metrics.Measure.PRECISION;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The DSO family on one's own numbers. Amounts are in any one unit; every division has {@link Measure#PRECISION} and
 * comes last, so that a value is exact but for its 34th digit.
 *
 * <p>Sales of zero or less give no value ({@link MeasureReason#NO_SALES}), whatever the receivables; negative
 * receivables give a negative value with {@link MeasureWarning#NEGATIVE_RECEIVABLES}, and count-back none but zero days.
 */
public final class DsoFormulas {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private DsoFormulas() {}

    /** Receivables / sales x days. */
    public static Measure simple(BigDecimal receivables, BigDecimal sales, BigDecimal days) {
        return daysOfSales(MeasureKind.SIMPLE_DSO, "receivables", receivables, sales, days);
    }

    /** (Opening + closing receivables) / 2 / sales x days. */
    public static Measure averageBalance(BigDecimal opening, BigDecimal closing, BigDecimal sales, BigDecimal days) {
        return simple(mean(opening, closing), sales, days)
                .named("simple-dso", "simple-dso; average-receivables")
                .with("openingReceivables", opening)
                .with("closingReceivables", closing);
    }

    /** Receivables not past due / sales x days. */
    public static Measure bestPossible(BigDecimal currentReceivables, BigDecimal sales, BigDecimal days) {
        return daysOfSales(MeasureKind.BEST_POSSIBLE_DSO, "currentReceivables", currentReceivables, sales, days);
    }

    /** Past-due receivables / sales x days. */
    public static Measure delinquent(BigDecimal pastDueReceivables, BigDecimal sales, BigDecimal days) {
        return daysOfSales(MeasureKind.DELINQUENT_DSO, "pastDueReceivables", pastDueReceivables, sales, days);
    }

    /** Disputed receivables / sales x days. */
    public static Measure dispute(BigDecimal disputedReceivables, BigDecimal sales, BigDecimal days) {
        return daysOfSales(MeasureKind.DISPUTE_DSO, "disputedReceivables", disputedReceivables, sales, days);
    }

    /** DSO - best-possible DSO. */
    public static Measure averageDaysDelinquent(BigDecimal dso, BigDecimal bestPossibleDso) {
        return Measure.of(MeasureKind.AVERAGE_DAYS_DELINQUENT)
                .input("dso", dso)
                .input("bestPossibleDso", bestPossibleDso)
                .value(dso.subtract(bestPossibleDso));
    }

    /** {@link #simple} - {@link #bestPossible}, exactly. */
    public static Measure averageDaysDelinquent(
            BigDecimal receivables, BigDecimal currentReceivables, BigDecimal sales, BigDecimal days) {
        return difference(
                MeasureKind.AVERAGE_DAYS_DELINQUENT,
                simple(receivables, sales, days),
                bestPossible(currentReceivables, sales, days));
    }

    /**
     * {@link #averageDaysDelinquent} - {@link #dispute}, exactly: the part of the overdue DSO that no dispute explains.
     * It is too low by the days of disputes that are not past due.
     */
    public static Measure pureLateness(
            BigDecimal receivables,
            BigDecimal currentReceivables,
            BigDecimal disputedReceivables,
            BigDecimal sales,
            BigDecimal days) {
        return difference(
                MeasureKind.PURE_LATENESS_DSO,
                averageDaysDelinquent(receivables, currentReceivables, sales, days),
                dispute(disputedReceivables, sales, days));
    }

    private static Measure daysOfSales(
            MeasureKind kind, String what, BigDecimal amount, BigDecimal sales, BigDecimal days) {
        Measure.Builder dso = Measure.of(kind)
                .input(what, amount)
                .input("sales", sales)
                .input("days", positive(days, "days"))
                .warnIf(amount.signum() < 0, MeasureWarning.NEGATIVE_RECEIVABLES);
        return sales.signum() <= 0
                ? dso.undefined(MeasureReason.NO_SALES, "sales", sales)
                : dso.value(amount.multiply(days).divide(sales, PRECISION));
    }

    /** Both are over the same sales, so that either both have a value or neither. */
    private static Measure difference(MeasureKind kind, Measure minuend, Measure subtrahend) {
        Measure.Builder difference = Measure.of(kind);
        minuend.inputs().forEach(difference::input);
        subtrahend.inputs().forEach(difference::input);
        minuend.warnings().forEach(difference::warn);
        if (minuend.value().isEmpty() || subtrahend.value().isEmpty()) {
            return difference.undefined(MeasureReason.NO_SALES, "sales", minuend.input("sales"));
        }
        return difference.value(
                minuend.value().get().subtract(subtrahend.value().get()));
    }

    /**
     * Count-back DSO: whole periods are consumed backwards while the receivables exceed their sales, adding their days;
     * the last one adds days x remaining / sales. Receivables that equal a period's sales absorb just that period.
     *
     * @param newestFirst the periods that the history holds, the newest first
     */
    public static Measure countBack(BigDecimal receivables, List<SalesPeriod> newestFirst, CountBackOptions options) {
        return countBack(MeasureKind.COUNT_BACK_DSO_MONTHLY, receivables, newestFirst, options);
    }

    /** Count-back DSO by days: each counts 1 and consumes its sales, the last counts remaining / sales. */
    public static Measure countBackDaily(BigDecimal receivables, List<BigDecimal> newestFirst, HistoryEnd historyEnd) {
        CountBackOptions options = CountBackOptions.standard().atHistoryEnd(historyEnd);
        Iterable<SalesPeriod> days = () ->
                newestFirst.stream().map(sales -> SalesPeriod.of(sales, 1)).iterator();
        return countBack(MeasureKind.COUNT_BACK_DSO_DAILY, receivables, days, options);
    }

    private static Measure countBack(
            MeasureKind kind, BigDecimal receivables, Iterable<SalesPeriod> newestFirst, CountBackOptions options) {
        Measure.Builder dso = Measure.of(kind).input("receivables", receivables);
        if (receivables.signum() <= 0) {
            return dso.value(BigDecimal.ZERO, MeasureReason.NOTHING_OWED, "receivables", receivables);
        }
        BigDecimal remaining = receivables;
        long days = 0;
        for (SalesPeriod period : newestFirst) {
            if (period.sales().signum() <= 0) {
                if (options.nonPositiveSales() == NonPositiveSales.STOP) {
                    return stopped(dso, days, remaining, period);
                }
                dso.warnIf(kind == MeasureKind.COUNT_BACK_DSO_MONTHLY, MeasureWarning.ZERO_SALES_MONTH_COUNTED);
            } else if (remaining.compareTo(period.sales()) > 0) {
                remaining = remaining.subtract(period.sales());
            } else {
                BigDecimal lastDays =
                        remaining.multiply(BigDecimal.valueOf(period.days())).divide(period.sales(), PRECISION);
                return dso.input("residual", BigDecimal.ZERO).value(lastDays.add(BigDecimal.valueOf(days)));
            }
            days += period.days();
        }
        return exhausted(dso, days, receivables, remaining, options.historyEnd());
    }

    private static Measure stopped(Measure.Builder dso, long days, BigDecimal residual, SalesPeriod at) {
        return dso.input("residual", residual)
                .value(
                        BigDecimal.valueOf(days),
                        MeasureReason.PERIOD_WITHOUT_SALES,
                        "days",
                        days,
                        "sales",
                        at.sales(),
                        "residual",
                        residual);
    }

    private static Measure exhausted(
            Measure.Builder dso, long days, BigDecimal receivables, BigDecimal residual, HistoryEnd historyEnd) {
        Object[] why = {"days", days, "residual", residual};
        dso.input("residual", residual).input("historyDays", days);
        BigDecimal counted = BigDecimal.valueOf(days);
        BigDecimal consumed = receivables.subtract(residual);
        if (historyEnd == HistoryEnd.UNDEFINED) {
            return dso.undefined(MeasureReason.OLDER_THAN_HISTORY, why);
        }
        if (historyEnd == HistoryEnd.EXTRAPOLATE && consumed.signum() > 0) {
            dso.warn(MeasureWarning.EXTRAPOLATED);
            counted = counted.multiply(receivables).divide(consumed, PRECISION);
        }
        return dso.value(counted, MeasureReason.OLDER_THAN_HISTORY, why);
    }

    /**
     * The sum over open documents of age x amount / sales of the month of origin. A month of origin with sales of zero or
     * less gives no value; no open document gives zero.
     */
    public static Measure trueDso(LocalDate asOf, List<OpenDocument> documents) {
        Measure.Builder dso = Measure.of(MeasureKind.TRUE_DSO);
        BigDecimal open = documents.stream().map(OpenDocument::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        dso.input("openReceivables", open);
        BigDecimal days = BigDecimal.ZERO;
        for (OpenDocument document : documents) {
            if (document.salesOfMonth().signum() <= 0) {
                return dso.undefined(
                        MeasureReason.OPEN_MONTH_WITHOUT_SALES,
                        "month",
                        YearMonth.from(document.issueDate()),
                        "sales",
                        document.salesOfMonth(),
                        "open",
                        document.amount());
            }
            long age = ChronoUnit.DAYS.between(document.issueDate(), asOf);
            days = days.add(
                    document.amount().multiply(BigDecimal.valueOf(age)).divide(document.salesOfMonth(), PRECISION));
        }
        return dso.value(days);
    }

    /**
     * The mean of DSOs that all have a value, the newest first. Where one of them is a lower bound or stopped, so is the
     * mean: its status is the first that is neither OK nor NO_RECEIVABLES.
     *
     * @throws IllegalArgumentException if there is none, or one of them has no value
     */
    public static Measure rolling(List<Measure> newestFirst) {
        if (newestFirst.isEmpty()
                || newestFirst.stream().anyMatch(m -> m.value().isEmpty())) {
            throw new IllegalArgumentException("a mean of " + newestFirst + ": give one or more DSOs with a value");
        }
        Measure.Builder mean = Measure.of(MeasureKind.ROLLING_DSO).input("months", newestFirst.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < newestFirst.size(); i++) {
            BigDecimal dso = newestFirst.get(i).value().orElseThrow();
            mean.input("dso-" + i, dso);
            newestFirst.get(i).warnings().forEach(mean::warn);
            sum = sum.add(dso);
        }
        BigDecimal value = sum.divide(BigDecimal.valueOf(newestFirst.size()), PRECISION);
        return newestFirst.stream()
                .filter(m -> m.status() != MeasureStatus.OK && m.status() != MeasureStatus.NO_RECEIVABLES)
                .findFirst()
                .map(bound -> mean.valueLike(bound, value))
                .orElseGet(() -> mean.value(value));
    }

    /** The receivables that a DSO means: annual sales x DSO / days of the year. */
    public static Measure receivablesAt(BigDecimal annualSales, BigDecimal dso, BigDecimal yearDays) {
        return Measure.of(MeasureKind.RECEIVABLES_AT_DSO)
                .input("annualSales", annualSales)
                .input("dso", dso)
                .input("yearDays", positive(yearDays, "yearDays"))
                .value(annualSales.multiply(dso).divide(yearDays, PRECISION));
    }

    /** The cash that a change of the DSO frees, or ties up where negative: annual sales x change / days of the year. */
    public static Measure cashFreed(
            BigDecimal annualSales, BigDecimal dsoBefore, BigDecimal dsoAfter, BigDecimal yearDays) {
        return Measure.of(MeasureKind.CASH_FREED)
                .input("annualSales", annualSales)
                .input("dsoBefore", dsoBefore)
                .input("dsoAfter", dsoAfter)
                .input("yearDays", positive(yearDays, "yearDays"))
                .value(annualSales.multiply(dsoBefore.subtract(dsoAfter)).divide(yearDays, PRECISION));
    }

    static BigDecimal mean(BigDecimal opening, BigDecimal closing) {
        return opening.add(closing).multiply(HALF);
    }

    private static BigDecimal positive(BigDecimal days, String name) {
        if (days.signum() <= 0) {
            throw new IllegalArgumentException(name + " " + days + " must be above zero");
        }
        return days;
    }
}
