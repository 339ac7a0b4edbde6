package io.receivables.metrics.efficiency;

import static io.receivables.metrics.Measure.PRECISION;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureWarning;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The efficiency measures on one's own numbers. Amounts are in any one unit; every division has {@link
 * Measure#PRECISION}. Ratios are signed; a zero to divide by gives no value.
 */
public final class EfficiencyFormulas {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private EfficiencyFormulas() {}

    /**
     * Collection effectiveness index: (begin + S - end) / (begin + S - end current) x 100 with S = credit sales / periods.
     *
     * @param periods 1 for the whole period's sales, 3 for the mean month of a quarter
     */
    public static Measure cei(
            BigDecimal beginningReceivables,
            BigDecimal creditSales,
            int periods,
            BigDecimal endingReceivables,
            BigDecimal endingCurrentReceivables) {
        BigDecimal sales = creditSales.divide(BigDecimal.valueOf(atLeastOne(periods, "periods")), PRECISION);
        BigDecimal collected = beginningReceivables.add(sales).subtract(endingReceivables);
        BigDecimal collectible = beginningReceivables.add(sales).subtract(endingCurrentReceivables);
        boolean negative =
                beginningReceivables.signum() < 0 || endingReceivables.signum() < 0 || collectible.signum() < 0;
        Measure.Builder cei = Measure.of(MeasureKind.CEI)
                .input("beginningReceivables", beginningReceivables)
                .input("creditSales", creditSales)
                .input("periods", periods)
                .input("endingReceivables", endingReceivables)
                .input("endingCurrentReceivables", endingCurrentReceivables)
                .warnIf(negative, MeasureWarning.NEGATIVE_RECEIVABLES);
        return percent(cei, collected, collectible, "collectible");
    }

    /** Sales / average receivables, in times. */
    public static Measure turnover(BigDecimal sales, BigDecimal averageReceivables) {
        Measure.Builder turnover = Measure.of(MeasureKind.TURNOVER)
                .input("sales", sales)
                .input("averageReceivables", averageReceivables)
                .warnIf(averageReceivables.signum() < 0, MeasureWarning.NEGATIVE_RECEIVABLES);
        return quotient(turnover, sales, averageReceivables, "averageReceivables");
    }

    /** Sales / mean of opening and closing receivables, in times. */
    public static Measure turnover(BigDecimal sales, BigDecimal opening, BigDecimal closing) {
        return turnover(sales, opening.add(closing).multiply(new BigDecimal("0.5")))
                .with("openingReceivables", opening)
                .with("closingReceivables", closing);
    }

    /** Overdue receivables / receivables x 100. */
    public static Measure overdueRatio(BigDecimal overdue, BigDecimal total) {
        return ratio(MeasureKind.OVERDUE_RATIO, "overdue", overdue, "total", total);
    }

    /** Disputed receivables / receivables x 100. */
    public static Measure disputeRatio(BigDecimal disputed, BigDecimal total) {
        return ratio(MeasureKind.DISPUTE_RATIO, "disputed", disputed, "total", total);
    }

    /**
     * What the customers who owe most owe / what all owe x 100.
     *
     * @param owed what each customer owes, in any order, none of it negative
     * @param debtors how many of them, at least 1; all of them where there are fewer
     */
    public static Measure topDebtorsShare(Collection<BigDecimal> owed, int debtors) {
        BigDecimal top = owed.stream()
                .sorted(Comparator.reverseOrder())
                .limit(atLeastOne(debtors, "debtors"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return ratio(MeasureKind.TOP_DEBTORS_SHARE, "top", top, "total", total(owed))
                .with("debtors", BigDecimal.valueOf(debtors));
    }

    /**
     * Sum over customers of (what each owes / what all owe x 100) squared: from just above 0 to 10,000 points.
     *
     * @param owed what each customer owes, none of it negative
     */
    public static Measure herfindahl(Collection<BigDecimal> owed) {
        BigDecimal total = total(owed);
        BigDecimal squares =
                owed.stream().map(amount -> amount.multiply(amount)).reduce(BigDecimal.ZERO, BigDecimal::add);
        Measure.Builder index = Measure.of(MeasureKind.HERFINDAHL_HIRSCHMAN_INDEX)
                .input("squares", squares)
                .input("total", total);
        return quotient(index, squares.multiply(HUNDRED).multiply(HUNDRED), total.multiply(total), "total");
    }

    private static BigDecimal total(Collection<BigDecimal> owed) {
        for (BigDecimal amount : owed) {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("owed " + amount + " must not be negative: credits are kept apart");
            }
        }
        return owed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Cash collected / receivables fallen due x 100. */
    public static Measure recoveryRate(BigDecimal collected, BigDecimal due) {
        return ratio(MeasureKind.RECOVERY_RATE, "collected", collected, "due", due);
    }

    /** Written off / sales x 100; sales of zero or less give no value. */
    public static Measure badDebtRatio(BigDecimal writtenOff, BigDecimal sales) {
        Measure.Builder ratio = Measure.of(MeasureKind.BAD_DEBT_RATIO)
                .input("writtenOff", writtenOff)
                .input("sales", sales);
        return sales.signum() <= 0
                ? ratio.undefined(MeasureReason.NO_SALES, "sales", sales)
                : percent(ratio, writtenOff, sales, "sales");
    }

    /** The mean of days, whatever the amounts. */
    public static Measure daysToPay(List<WeightedDays> payments) {
        return average(MeasureKind.DAYS_TO_PAY, plain(payments), "payments");
    }

    /** Sum(amount x days) / sum(amount). */
    public static Measure weightedDaysToPay(List<WeightedDays> payments) {
        return average(MeasureKind.WEIGHTED_DAYS_TO_PAY, payments, "amount");
    }

    /** The mean of days beyond the due date, whatever the amounts. */
    public static Measure daysBeyondTerms(List<WeightedDays> payments, EarlyPayments early) {
        return average(MeasureKind.DAYS_BEYOND_TERMS, plain(counted(payments, early)), "payments");
    }

    /** Sum(amount x days beyond the due date) / sum(amount). */
    public static Measure weightedDaysBeyondTerms(List<WeightedDays> payments, EarlyPayments early) {
        return average(MeasureKind.WEIGHTED_DAYS_BEYOND_TERMS, counted(payments, early), "amount");
    }

    /** The mean of the days from delivery to invoice, whatever the amounts. */
    public static Measure deliveryToInvoiceLag(List<WeightedDays> invoices) {
        return average(MeasureKind.DELIVERY_TO_INVOICE_LAG, plain(invoices), "invoices");
    }

    /** Sum(amount x days from delivery to invoice) / sum(amount). */
    public static Measure weightedDeliveryToInvoiceLag(List<WeightedDays> invoices) {
        return average(MeasureKind.WEIGHTED_DELIVERY_TO_INVOICE_LAG, invoices, "amount");
    }

    /** The middle one of the days from delivery to invoice, or the mean of the two middle ones. */
    public static Measure medianDeliveryToInvoiceLag(List<WeightedDays> invoices) {
        long[] days = invoices.stream().mapToLong(WeightedDays::days).sorted().toArray();
        Measure.Builder median =
                Measure.of(MeasureKind.MEDIAN_DELIVERY_TO_INVOICE_LAG).input("invoices", days.length);
        if (days.length == 0) {
            return median.undefined(MeasureReason.NOTHING_TO_AVERAGE);
        }
        BigDecimal lower = BigDecimal.valueOf(days[(days.length - 1) / 2]);
        BigDecimal upper = BigDecimal.valueOf(days[days.length / 2]);
        return median.value(lower.add(upper).multiply(new BigDecimal("0.5")));
    }

    /** Invoices issued more than so many days after delivery / all invoices x 100. */
    public static Measure lateInvoicingRatio(List<WeightedDays> invoices, int beyondDays) {
        long late =
                invoices.stream().filter(invoice -> invoice.days() > beyondDays).count();
        return ratio(
                MeasureKind.LATE_INVOICING_RATIO,
                "late",
                BigDecimal.valueOf(late),
                "invoices",
                BigDecimal.valueOf(invoices.size()));
    }

    private static List<WeightedDays> plain(List<WeightedDays> payments) {
        return payments.stream()
                .map(payment -> new WeightedDays(BigDecimal.ONE, payment.days()))
                .toList();
    }

    static List<WeightedDays> counted(List<WeightedDays> payments, EarlyPayments early) {
        return payments.stream().map(early::count).toList();
    }

    /** Sum(weight x days) / sum(weight). */
    static Measure average(MeasureKind kind, List<WeightedDays> items, String weightName) {
        BigDecimal weight = items.stream().map(WeightedDays::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal weightedDays = items.stream()
                .map(item -> item.amount().multiply(BigDecimal.valueOf(item.days())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Measure.Builder average =
                Measure.of(kind).input("weightedDays", weightedDays).input(weightName, weight);
        return items.isEmpty()
                ? average.undefined(MeasureReason.NOTHING_TO_AVERAGE)
                : quotient(average, weightedDays, weight, "amounts");
    }

    /**
     * Weight x new days + (1 - weight) x previous average.
     *
     * @param weight from 0 to 1
     */
    public static Measure exponentialDaysToPay(BigDecimal weight, BigDecimal newDays, BigDecimal previousAverage) {
        if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("weight " + weight + " is not between 0 and 1");
        }
        return Measure.of(MeasureKind.EXPONENTIAL_DAYS_TO_PAY)
                .input("weight", weight)
                .input("newDays", newDays)
                .input("previousAverage", previousAverage)
                .value(weight.multiply(newDays)
                        .add(BigDecimal.ONE.subtract(weight).multiply(previousAverage)));
    }

    /** Opening receivables + credit sales - receipts. */
    public static Measure rollForward(BigDecimal opening, BigDecimal creditSales, BigDecimal receipts) {
        return Measure.of(MeasureKind.ROLL_FORWARD)
                .input("opening", opening)
                .input("creditSales", creditSales)
                .input("receipts", receipts)
                .value(opening.add(creditSales).subtract(receipts));
    }

    /** The sales that it takes to make up for a loss: loss / margin; a margin of zero or less gives no value. */
    public static Measure lossEquivalentSales(BigDecimal loss, BigDecimal marginPercent) {
        Measure.Builder sales = Measure.of(MeasureKind.LOSS_EQUIVALENT_SALES)
                .input("loss", loss)
                .input("marginPercent", marginPercent);
        return marginPercent.signum() <= 0
                ? sales.undefined(MeasureReason.NO_MARGIN, "margin", marginPercent)
                : sales.value(loss.multiply(HUNDRED).divide(marginPercent, PRECISION));
    }

    private static int atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " must be at least 1");
        }
        return value;
    }

    private static Measure ratio(
            MeasureKind kind, String partName, BigDecimal part, String wholeName, BigDecimal whole) {
        return percent(Measure.of(kind).input(partName, part).input(wholeName, whole), part, whole, wholeName);
    }

    private static Measure percent(Measure.Builder measure, BigDecimal part, BigDecimal whole, String wholeName) {
        return quotient(measure, part.multiply(HUNDRED), whole, wholeName);
    }

    private static Measure quotient(
            Measure.Builder measure, BigDecimal dividend, BigDecimal divisor, String divisorName) {
        return divisor.signum() == 0
                ? measure.undefined(MeasureReason.ZERO_DENOMINATOR, "input", divisorName)
                : measure.value(dividend.divide(divisor, PRECISION));
    }
}
