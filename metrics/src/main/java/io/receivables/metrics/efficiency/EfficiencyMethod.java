package io.receivables.metrics.efficiency;

import io.receivables.metrics.MeasureBasis;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.Window;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A variant of an efficiency measure, with every convention that its value depends on. The factories give the usual
 * conventions; what a method can be told otherwise, its own type offers:
 *
 * <pre>{@code
 * EfficiencyMethod.cei()
 * EfficiencyMethod.cei().over(Window.months(3)).withSalesDividedBy(3)
 * EfficiencyMethod.overdueRatio(30)
 * EfficiencyMethod.daysBeyondTerms().over(Window.days(365)).withEarly(EarlyPayments.NEGATIVE)
 * }</pre>
 */
public sealed interface EfficiencyMethod {
    /** What is measured; its names and citation are there. */
    MeasureKind kind();

    /** What counts as receivables and sales. */
    default MeasureBasis basis() {
        return MeasureBasis.standard();
    }

    /** The canonical name, such as {@code cei-1m}. */
    String name();

    /** The canonical name followed by all conventions. */
    String convention();

    /** Collection effectiveness index of the calendar month that ends with the as-of date, on all its sales. */
    static Cei cei() {
        return new Cei(Window.months(1), 1, Cei.Current.NOT_PAST_DUE, MeasureBasis.standard());
    }

    /** Sales of the last 365 days / mean of their opening and closing receivables. */
    static Turnover turnover() {
        return new Turnover(Window.days(365), MeasureBasis.standard());
    }

    /** Open debit items that are past due / all open debit items. */
    static OpenRatio overdueRatio() {
        return overdueRatio(0);
    }

    /** Open debit items that are more than so many days past due / all open debit items. */
    static OpenRatio overdueRatio(int beyondDays) {
        return new OpenRatio(MeasureKind.OVERDUE_RATIO, beyondDays);
    }

    /** The contested part of open debit items / all open debit items. */
    static OpenRatio disputeRatio() {
        return new OpenRatio(MeasureKind.DISPUTE_RATIO, 0);
    }

    /** Open debit items of the customers who owe most / all open debit items. */
    static Concentration topDebtorsShare(int debtors) {
        return new Concentration(MeasureKind.TOP_DEBTORS_SHARE, debtors);
    }

    /** Herfindahl-Hirschman index of what customers owe in open debit items. */
    static Concentration herfindahl() {
        return new Concentration(MeasureKind.HERFINDAHL_HIRSCHMAN_INDEX, Concentration.ALL);
    }

    /**
     * Cash collected in a window / debit items fallen due in it, by their size. Cash collected is what was applied to
     * debit items, less what was undone, and by how much unapplied cash grew; refunds and returned payments lower it.
     */
    static OverWindow recoveryRate(Window window) {
        return new OverWindow(MeasureKind.RECOVERY_RATE, window);
    }

    /** Written off in a window / sales of the window. */
    static OverWindow badDebtRatio(Window window) {
        return new OverWindow(MeasureKind.BAD_DEBT_RATIO, window);
    }

    /** Days from issue to payment of all cash applied to date and not undone, weighted by amount. */
    static OverWindow weightedDaysToPay() {
        return new OverWindow(MeasureKind.WEIGHTED_DAYS_TO_PAY, Window.toDate());
    }

    /**
     * The mean of max(0, settled day - due day) over the debit items that are fully settled, in whatever way. An item is
     * settled on the day since which nothing of it has been open, as of the as-of date.
     */
    static OverWindow averageDaysLate() {
        return new OverWindow(MeasureKind.AVERAGE_DAYS_LATE, Window.toDate());
    }

    /** Days from due date to payment of all cash applied to date and not undone, by amount, early payments as zero. */
    static DaysBeyondTerms daysBeyondTerms() {
        return new DaysBeyondTerms(Window.toDate(), true, EarlyPayments.ZERO);
    }

    /** The mean of issue date - delivery date of the invoices that state a delivery date, to date. */
    static InvoicingLag deliveryToInvoiceLag() {
        return new InvoicingLag(MeasureKind.DELIVERY_TO_INVOICE_LAG, Window.toDate(), 0);
    }

    /** Days from delivery to issue of the invoices that state a delivery date, to date, weighted by gross amount. */
    static InvoicingLag weightedDeliveryToInvoiceLag() {
        return new InvoicingLag(MeasureKind.WEIGHTED_DELIVERY_TO_INVOICE_LAG, Window.toDate(), 0);
    }

    /** The median of issue date - delivery date of the invoices that state a delivery date, to date. */
    static InvoicingLag medianDeliveryToInvoiceLag() {
        return new InvoicingLag(MeasureKind.MEDIAN_DELIVERY_TO_INVOICE_LAG, Window.toDate(), 0);
    }

    /** Invoices issued more than so many days after their delivery / those that state a delivery date, to date. */
    static InvoicingLag lateInvoicingRatio(int beyondDays) {
        return new InvoicingLag(MeasureKind.LATE_INVOICING_RATIO, Window.toDate(), beyondDays);
    }

    /** What a change from one DSO to another frees: sales of the last 365 days x change / 365. */
    static CashFreed cashFreed(BigDecimal dsoBefore, BigDecimal dsoAfter) {
        return new CashFreed(dsoBefore, dsoAfter);
    }

    /**
     * Collection effectiveness index.
     *
     * @param window the period; the receivables before and at its end are compared
     * @param periods what the sales of the window are divided by
     * @param current which open debit items count as current at the end
     * @param basis what counts as receivables and sales
     */
    record Cei(Window window, int periods, Current current, MeasureBasis basis) implements EfficiencyMethod {
        /** Which open debit items are not expected to be collected yet. */
        public enum Current {
            NOT_PAST_DUE("not-past-due"),
            /** Issued 60 days ago or less. */
            UP_TO_60_DAYS_OLD("up-to-60-days-old");

            private final String code;

            Current(String code) {
                this.code = code;
            }

            /** The pinned text of this choice in files and stores. */
            public String code() {
                return code;
            }
        }

        public Cei {
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(current, "current");
            Objects.requireNonNull(basis, "basis");
            if (periods < 1) {
                throw new IllegalArgumentException("periods " + periods + " must be at least 1");
            }
        }

        public Cei over(Window other) {
            return new Cei(other, periods, current, basis);
        }

        /** With the mean sales of so many periods in place of all sales of the window. */
        public Cei withSalesDividedBy(int parts) {
            return new Cei(window, parts, current, basis);
        }

        public Cei withCurrent(Current reading) {
            return new Cei(window, periods, reading, basis);
        }

        public Cei on(MeasureBasis other) {
            return new Cei(window, periods, current, other);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.CEI;
        }

        @Override
        public String name() {
            return kind().code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; sales/" + periods + "; current-is-" + current.code() + "; " + basis.code();
        }
    }

    /**
     * Receivables turnover.
     *
     * @param window whose sales
     * @param basis what counts as receivables and sales
     */
    record Turnover(Window window, MeasureBasis basis) implements EfficiencyMethod {
        public Turnover {
            Objects.requireNonNull(basis, "basis");
            if (window.span() == Window.Span.TO_DATE) {
                throw new IllegalArgumentException("a turnover needs a window of days or months, not " + window.code());
            }
        }

        public Turnover over(Window other) {
            return new Turnover(other, basis);
        }

        public Turnover on(MeasureBasis other) {
            return new Turnover(window, other);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.TURNOVER;
        }

        @Override
        public String name() {
            return kind().code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; average-receivables; " + basis.code();
        }
    }

    /**
     * A part of the open debit items.
     *
     * @param kind which part
     * @param beyondDays of overdue items, by how many days they exceed their due date at least, less one
     */
    record OpenRatio(MeasureKind kind, int beyondDays) implements EfficiencyMethod {
        public OpenRatio {
            if (kind != MeasureKind.OVERDUE_RATIO && kind != MeasureKind.DISPUTE_RATIO) {
                throw new IllegalArgumentException(kind.code() + " is not a part of the open debit items");
            }
            if (beyondDays < 0 || (kind == MeasureKind.DISPUTE_RATIO && beyondDays > 0)) {
                throw new IllegalArgumentException("beyondDays " + beyondDays + " does not fit " + kind.code());
            }
        }

        @Override
        public String name() {
            return beyondDays == 0 ? kind.code() : kind.code() + "-beyond-" + beyondDays;
        }

        @Override
        public String convention() {
            return name() + "; open-debit-items; tax-inclusive";
        }
    }

    /**
     * How the open debit items are spread over customers.
     *
     * @param kind the share of the largest debtors, or the index over all of them
     * @param debtors how many of the largest; {@link #ALL} for the index
     */
    record Concentration(MeasureKind kind, int debtors) implements EfficiencyMethod {
        /** Every customer. */
        public static final int ALL = Integer.MAX_VALUE;

        public Concentration {
            if (kind != MeasureKind.TOP_DEBTORS_SHARE && kind != MeasureKind.HERFINDAHL_HIRSCHMAN_INDEX) {
                throw new IllegalArgumentException(kind.code() + " is not a concentration");
            }
            if (debtors < 1 || (kind == MeasureKind.HERFINDAHL_HIRSCHMAN_INDEX && debtors != ALL)) {
                throw new IllegalArgumentException("debtors " + debtors + " does not fit " + kind.code());
            }
        }

        @Override
        public String name() {
            return debtors == ALL ? kind.code() : kind.code() + "-" + debtors;
        }

        @Override
        public String convention() {
            return name() + "; open-debit-items; by-customer; tax-inclusive";
        }
    }

    /**
     * What happened within a window.
     *
     * @param kind what is measured
     * @param window when; by the payment or settled day where items are averaged
     */
    record OverWindow(MeasureKind kind, Window window) implements EfficiencyMethod {
        public OverWindow {
            Objects.requireNonNull(window, "window");
            switch (kind) {
                case RECOVERY_RATE, BAD_DEBT_RATIO, WEIGHTED_DAYS_TO_PAY, AVERAGE_DAYS_LATE -> {}
                default -> throw new IllegalArgumentException(kind.code() + " is not an efficiency over a window");
            }
        }

        public OverWindow over(Window other) {
            return new OverWindow(kind, other);
        }

        @Override
        public String name() {
            return kind.code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; tax-inclusive";
        }
    }

    /**
     * Days beyond terms.
     *
     * @param window when the payments were made
     * @param weighted by amount; otherwise every payment of an item counts alike
     * @param early how payments before the due date count
     */
    record DaysBeyondTerms(Window window, boolean weighted, EarlyPayments early) implements EfficiencyMethod {
        public DaysBeyondTerms {
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(early, "early");
        }

        public DaysBeyondTerms over(Window other) {
            return new DaysBeyondTerms(other, weighted, early);
        }

        /** With every payment of an item counting alike. */
        public DaysBeyondTerms unweighted() {
            return new DaysBeyondTerms(window, false, early);
        }

        public DaysBeyondTerms withEarly(EarlyPayments choice) {
            return new DaysBeyondTerms(window, weighted, choice);
        }

        @Override
        public MeasureKind kind() {
            return weighted ? MeasureKind.WEIGHTED_DAYS_BEYOND_TERMS : MeasureKind.DAYS_BEYOND_TERMS;
        }

        @Override
        public String name() {
            return kind().code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; early-as-" + early.code() + "; tax-inclusive";
        }
    }

    /**
     * How long after a delivery its invoice is issued; an invoice issued before counts as negative days. Only invoices
     * that state a delivery date count; how many do not is among the inputs. A ledger made from columns knows none.
     *
     * @param kind the mean, plain or weighted, the median, or the share issued late
     * @param window by the issue date
     * @param beyondDays of the share issued late, by how many days the issue exceeds the delivery at least, less one
     */
    record InvoicingLag(MeasureKind kind, Window window, int beyondDays) implements EfficiencyMethod {
        public InvoicingLag {
            Objects.requireNonNull(window, "window");
            switch (kind) {
                case DELIVERY_TO_INVOICE_LAG,
                        WEIGHTED_DELIVERY_TO_INVOICE_LAG,
                        MEDIAN_DELIVERY_TO_INVOICE_LAG,
                        LATE_INVOICING_RATIO -> {}
                default -> throw new IllegalArgumentException(kind.code() + " is no lag from delivery to invoice");
            }
            if (beyondDays < 0 || (kind != MeasureKind.LATE_INVOICING_RATIO && beyondDays > 0)) {
                throw new IllegalArgumentException("beyondDays " + beyondDays + " does not fit " + kind.code());
            }
        }

        public InvoicingLag over(Window other) {
            return new InvoicingLag(kind, other, beyondDays);
        }

        @Override
        public String name() {
            String measured =
                    kind == MeasureKind.LATE_INVOICING_RATIO ? kind.code() + "-beyond-" + beyondDays : kind.code();
            return measured + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; invoices-with-delivery-date; tax-inclusive";
        }
    }

    /**
     * Cash freed by a change of DSO.
     *
     * @param before the DSO before, in days
     * @param after the DSO after, in days
     */
    record CashFreed(BigDecimal before, BigDecimal after) implements EfficiencyMethod {
        public CashFreed {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.CASH_FREED;
        }

        @Override
        public String name() {
            return kind().code();
        }

        @Override
        public String convention() {
            return name() + "; sales-of-365-days; tax-inclusive";
        }
    }
}
