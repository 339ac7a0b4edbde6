package io.receivables.metrics.dso;

import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MonthEnds;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.dso.DsoMethod.CountBack;
import io.receivables.metrics.dso.DsoMethod.OverWindow;
import io.receivables.metrics.totals.DailyTotals;
import java.time.LocalDate;
import java.util.function.IntToLongFunction;

/** A DSO method as of a date in whole numbers: the arithmetic of {@link DsoFormulas} on minor units. */
abstract class LeanDso {
    /** The as-of date. */
    final int day;

    /** The periods whose sales are asked for, and the number of the last, which ends on the as-of date. */
    final Months periods;

    final int newest;

    private LeanDso(LocalDate asOf, Months periods) {
        day = Math.toIntExact(asOf.toEpochDay());
        this.periods = periods;
        newest = periods.of(day);
    }

    /**
     * The method in lean form.
     *
     * @param months from the first of any document on
     * @throws IllegalArgumentException if it has none
     */
    static LeanDso of(DsoMethod method, LocalDate asOf, Months months) {
        if (method.basis().equals(MeasureBasis.standard())) {
            if (method instanceof OverWindow simple && method.kind() == MeasureKind.SIMPLE_DSO && !simple.averaging()) {
                return new Simple(simple, asOf);
            }
            if (method instanceof CountBack countBack && method.kind() == MeasureKind.COUNT_BACK_DSO_MONTHLY) {
                return new Monthly(countBack, asOf, months);
            }
        }
        throw new IllegalArgumentException("a table has no \"" + method.convention()
                + "\": it has simple DSO with closing receivables and monthly count-back, both on the standard basis;"
                + " use Dso for others");
    }

    /**
     * Adds a value.
     *
     * @param firstDocument where the sales history begins, if it does
     * @param sales of a period by its number
     */
    final void add(
            int subject, int currency, long receivables, int firstDocument, IntToLongFunction sales, DsoValues values) {
        values.begin(subject, currency, receivables);
        value(receivables, firstDocument, sales, values);
    }

    abstract void value(long receivables, int firstDocument, IntToLongFunction sales, DsoValues values);

    /** Adds the values of all currencies in which anything was issued. */
    void addAll(DailyTotals totals, int subject, DsoValues values) {
        for (int c = 0; c < totals.currencies().size(); c++) {
            if (totals.firstRow(c) <= day) {
                int currency = c;
                IntToLongFunction sales = period -> totals.sales(currency, periods.firstDay(period), lastDay(period));
                add(subject, c, totals.receivables(c, day), totals.firstDocument(c), sales, values);
            }
        }
    }

    /** The last day of a period. */
    final int lastDay(int period) {
        return period == newest ? day : periods.lastDay(period);
    }

    /** Receivables / sales x days. */
    private static final class Simple extends LeanDso {
        private final boolean possible;
        private final int days;

        Simple(OverWindow method, LocalDate asOf) {
            super(asOf, Months.single(method.window().firstDay(asOf), asOf));
            Window window = method.window();
            possible = window.canEndOn(asOf);
            days = method.days() == OverWindow.CALENDAR_DAYS ? Math.toIntExact(window.days(asOf)) : method.days();
        }

        @Override
        void value(long receivables, int firstDocument, IntToLongFunction sales, DsoValues values) {
            if (possible && firstDocument <= periods.firstDay(newest)) {
                long sold = sales.applyAsLong(newest);
                if (sold > 0) {
                    values.value(MeasureStatus.OK, 0, receivables, days, sold);
                }
            }
        }
    }

    /** Months consumed backwards. */
    private static final class Monthly extends LeanDso {
        private final boolean possible;
        private final boolean stopping;
        private final HistoryEnd historyEnd;

        Monthly(CountBack method, LocalDate asOf, Months months) {
            super(asOf, months);
            possible = method.partialMonth() || MonthEnds.isMonthEnd(asOf);
            stopping = method.options().nonPositiveSales() == NonPositiveSales.STOP;
            historyEnd = method.options().historyEnd();
        }

        @Override
        void value(long receivables, int firstDocument, IntToLongFunction sales, DsoValues values) {
            if (!possible) {
                return;
            }
            if (receivables <= 0) {
                values.value(MeasureStatus.NO_RECEIVABLES, 0);
                return;
            }
            int oldest = firstDocument <= day ? periods.of(firstDocument) : newest + 1;
            long remaining = receivables;
            int days = 0;
            for (int month = newest; month >= oldest; month--) {
                long sold = sales.applyAsLong(month);
                int length = lastDay(month) - periods.firstDay(month) + 1;
                if (sold >= remaining) {
                    values.value(MeasureStatus.OK, days, remaining, length, sold);
                    return;
                }
                if (sold <= 0 && stopping) {
                    values.value(MeasureStatus.STOPPED_NON_POSITIVE_SALES, days);
                    return;
                }
                remaining -= Math.max(0, sold);
                days += length;
            }
            exhausted(receivables, remaining, days, values);
        }

        private void exhausted(long receivables, long residual, int days, DsoValues values) {
            long consumed = receivables - residual;
            if (historyEnd == HistoryEnd.EXTRAPOLATE && consumed > 0) {
                values.value(MeasureStatus.HISTORY_EXHAUSTED, 0, receivables, days, consumed);
            } else if (historyEnd != HistoryEnd.UNDEFINED) {
                values.value(MeasureStatus.HISTORY_EXHAUSTED, days);
            }
        }
    }
}
