package io.receivables.metrics.dso;

import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A variant of DSO, with every convention that its value depends on. The factories give the usual conventions; what a
 * method can be told otherwise, its own type offers:
 *
 * <pre>{@code
 * DsoMethod.simple(90)
 * DsoMethod.simple(90).averagingReceivables().timesDays(91)
 * DsoMethod.countBackMonthly().stoppingWithoutSales()
 * DsoMethod.rolling(12, DsoMethod.countBackMonthly())
 * }</pre>
 */
public sealed interface DsoMethod {
    /** What is measured; its names and citation are there. */
    MeasureKind kind();

    /** What counts as receivables and sales. */
    MeasureBasis basis();

    /** The canonical name, such as {@code simple-dso-90}. */
    String name();

    /** The canonical name followed by all conventions. */
    String convention();

    /** Receivables / sales of a window of exactly so many days x days. */
    static OverWindow simple(int days) {
        return OverWindow.of(MeasureKind.SIMPLE_DSO, days);
    }

    /** Receivables not past due / sales x days. */
    static OverWindow bestPossible(int days) {
        return OverWindow.of(MeasureKind.BEST_POSSIBLE_DSO, days);
    }

    /** Simple less best-possible DSO. */
    static OverWindow averageDaysDelinquent(int days) {
        return OverWindow.of(MeasureKind.AVERAGE_DAYS_DELINQUENT, days);
    }

    /** The contested part of open debit items, past due or not / sales x days. */
    static OverWindow disputeDso(int days) {
        return OverWindow.of(MeasureKind.DISPUTE_DSO, days);
    }

    /**
     * Average days delinquent less dispute DSO, so that both add up to the overdue DSO. Contested items that are not past
     * due lower it, even below zero; that is a warning, and their amount is among the inputs. With {@link
     * OverWindow#ofPastDueDisputes()} on both methods they are left out, and both still add up.
     */
    static OverWindow pureLatenessDso(int days) {
        return OverWindow.of(MeasureKind.PURE_LATENESS_DSO, days);
    }

    /** Count-back by whole calendar months from a month-end. */
    static CountBack countBackMonthly() {
        return new CountBack(
                MeasureKind.COUNT_BACK_DSO_MONTHLY, CountBackOptions.standard(), false, MeasureBasis.standard());
    }

    /** Count-back day by day from any date. */
    static CountBack countBackDaily() {
        return new CountBack(
                MeasureKind.COUNT_BACK_DSO_DAILY, CountBackOptions.standard(), false, MeasureBasis.standard());
    }

    /** The sum over open debit items of age x open amount / sales of the month of issue. */
    static TrueDso trueDso() {
        return new TrueDso(MeasureBasis.standard());
    }

    /** The mean of a method's last month-end values, the as-of date being the last of them. */
    static Rolling rolling(int months, DsoMethod method) {
        return new Rolling(months, method);
    }

    /**
     * The methods that put an amount in relation to the sales of a window.
     *
     * @param kind which amount
     * @param window whose sales
     * @param days what the relation is multiplied by, or {@link #CALENDAR_DAYS}
     * @param averaging whether the amount is the mean of the window's opening and closing one
     * @param pastDueDisputes whether of contested items only those past due count
     * @param seasonality how far the sales of the window's 30-day stretches may be apart, as a part of their mean, before
     *     simple DSO carries a warning
     * @param basis what counts as receivables and sales
     */
    record OverWindow(
            MeasureKind kind,
            Window window,
            int days,
            boolean averaging,
            boolean pastDueDisputes,
            BigDecimal seasonality,
            MeasureBasis basis)
            implements DsoMethod {
        /** The calendar days of the window. */
        public static final int CALENDAR_DAYS = 0;

        private static final BigDecimal HALF_THE_MEAN = new BigDecimal("0.5");

        public OverWindow {
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(seasonality, "seasonality");
            switch (kind) {
                case SIMPLE_DSO, BEST_POSSIBLE_DSO, AVERAGE_DAYS_DELINQUENT -> {
                    if (pastDueDisputes) {
                        throw new IllegalArgumentException(kind.code() + " is not about disputes");
                    }
                }
                case DISPUTE_DSO, PURE_LATENESS_DSO -> {
                    if (!basis.disputed()) {
                        throw new IllegalArgumentException(
                                kind.code() + " needs the disputed amounts that the basis leaves out");
                    }
                }
                default -> throw new IllegalArgumentException(kind.code() + " is not a DSO over a window");
            }
            if (window.span() == Window.Span.TO_DATE) {
                throw new IllegalArgumentException("a DSO needs a window of days or months, not " + window.code());
            }
            if (days < CALENDAR_DAYS) {
                throw new IllegalArgumentException("days " + days + " is negative");
            }
        }

        private static OverWindow of(MeasureKind kind, int days) {
            return new OverWindow(
                    kind, Window.days(days), CALENDAR_DAYS, false, false, HALF_THE_MEAN, MeasureBasis.standard());
        }

        /** Over another window, such as three calendar months. */
        public OverWindow over(Window other) {
            return new OverWindow(kind, other, days, averaging, pastDueDisputes, seasonality, basis);
        }

        /** With fixed days in place of the window's, such as 30, 90, 91, 360 or 365. */
        public OverWindow timesDays(int fixed) {
            return new OverWindow(kind, window, fixed, averaging, pastDueDisputes, seasonality, basis);
        }

        /** With the mean of the opening and the closing amount in place of the closing one. */
        public OverWindow averagingReceivables() {
            return new OverWindow(kind, window, days, true, pastDueDisputes, seasonality, basis);
        }

        /** With only those contested items that are past due. */
        public OverWindow ofPastDueDisputes() {
            return new OverWindow(kind, window, days, averaging, true, seasonality, basis);
        }

        /** With a warning as soon as the sales of 30-day stretches are farther apart than this part of their mean. */
        public OverWindow warningOfSeasonAbove(BigDecimal partOfMean) {
            return new OverWindow(kind, window, days, averaging, pastDueDisputes, partOfMean, basis);
        }

        public OverWindow on(MeasureBasis other) {
            return new OverWindow(kind, window, days, averaging, pastDueDisputes, seasonality, other);
        }

        @Override
        public String name() {
            return kind.code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; " + (averaging ? "average-receivables" : "closing-receivables") + "; "
                    + (days == CALENDAR_DAYS ? "calendar" : Integer.toString(days)) + "-days; "
                    + (pastDueDisputes ? "past-due-disputes; " : "") + basis.code();
        }
    }

    /**
     * Count-back DSO.
     *
     * @param kind by months or by days
     * @param options where plain counting cannot go on; by days, days without sales always count
     * @param partialMonth whether an as-of date within a month counts the month's elapsed days with its sales to date
     * @param basis what counts as receivables and sales
     */
    record CountBack(MeasureKind kind, CountBackOptions options, boolean partialMonth, MeasureBasis basis)
            implements DsoMethod {
        public CountBack {
            Objects.requireNonNull(basis, "basis");
            if (kind != MeasureKind.COUNT_BACK_DSO_MONTHLY && kind != MeasureKind.COUNT_BACK_DSO_DAILY) {
                throw new IllegalArgumentException(kind.code() + " is not a count-back DSO");
            }
            if (kind == MeasureKind.COUNT_BACK_DSO_DAILY
                    && (partialMonth || options.nonPositiveSales() == NonPositiveSales.STOP)) {
                throw new IllegalArgumentException(
                        "a daily count-back knows no partial month, and days without sales always count");
            }
        }

        /** Ending at the first month without sales. */
        public CountBack stoppingWithoutSales() {
            return new CountBack(kind, options.atNonPositiveSales(NonPositiveSales.STOP), partialMonth, basis);
        }

        /** With another answer where the receivables exceed all known sales. */
        public CountBack atHistoryEnd(HistoryEnd choice) {
            return new CountBack(kind, options.atHistoryEnd(choice), partialMonth, basis);
        }

        /** With a value within a month, too: its elapsed days and its sales to date come first. */
        public CountBack withPartialMonth() {
            return new CountBack(kind, options, true, basis);
        }

        public CountBack on(MeasureBasis other) {
            return new CountBack(kind, options, partialMonth, other);
        }

        @Override
        public String name() {
            return kind.code();
        }

        @Override
        public String convention() {
            return name() + "; " + options.code() + (partialMonth ? "; partial-month; " : "; ") + basis.code();
        }
    }

    /**
     * True DSO.
     *
     * @param basis what counts as open amount and sales
     */
    record TrueDso(MeasureBasis basis) implements DsoMethod {
        public TrueDso {
            Objects.requireNonNull(basis, "basis");
        }

        public TrueDso on(MeasureBasis other) {
            return new TrueDso(other);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.TRUE_DSO;
        }

        @Override
        public String name() {
            return kind().code();
        }

        @Override
        public String convention() {
            return name() + "; " + basis.code();
        }
    }

    /**
     * A mean of month-end values.
     *
     * @param months how many, at least 1
     * @param of of which method
     */
    record Rolling(int months, DsoMethod of) implements DsoMethod {
        public Rolling {
            Objects.requireNonNull(of, "of");
            if (months < 1 || months > 1_200) {
                throw new IllegalArgumentException("months " + months + " of a rolling DSO is not between 1 and 1200");
            }
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.ROLLING_DSO;
        }

        @Override
        public MeasureBasis basis() {
            return of.basis();
        }

        @Override
        public String name() {
            return "rolling-" + months + "-" + of.name();
        }

        @Override
        public String convention() {
            return name() + ": " + of.convention();
        }
    }
}
