package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.interest.EffectiveAnnualRate;
import io.receivables.core.interest.SimpleAnnualRate;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an early-payment discount costs whoever does not take it, and whoever grants it.
 *
 * <pre>{@code
 * DiscountOffer offer = DiscountOffer.of("2", 10, 365);              // 2/10, years of 365 days
 * offer.simpleCost(30).percent();                                    // 37.244897…: the buyer who pays on day 30 instead
 * offer.effectiveCost(30).percent();                                 // 44.585293…
 * offer.breakEvenRate(BigDecimal.valueOf(30)).percent();             // 36.5: what the seller may pay for money
 * }</pre>
 *
 * With 12 units to the year all periods are months. What does not end is rounded half-even to 34 digits.
 *
 * @param percent the discount, from 0 to below 100 percent of the invoice
 * @param days the last day on which it is granted, counted from the invoice; months if the year has 12
 * @param yearUnits the length of a year in the same unit: 360 or 365 days, 12 months
 */
public record DiscountOffer(BigDecimal percent, int days, int yearUnits) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The greatest number of days or months of a period. */
    private static final int LONGEST = 10_000;

    public DiscountOffer {
        Checks.that(
                percent.signum() >= 0 && percent.compareTo(HUNDRED) < 0 && percent.scale() <= 20,
                () -> "discount of " + percent + " percent is not from 0 to below 100");
        Checks.that(
                days >= 0 && days <= LONGEST, () -> "days " + days + " of the discount are not from 0 to " + LONGEST);
        Checks.that(
                yearUnits >= 1 && yearUnits <= LONGEST,
                () -> "a year of " + yearUnits + " is no year: use 360, 365 or 12");
    }

    public static DiscountOffer of(String percent, int days, int yearUnits) {
        return new DiscountOffer(new BigDecimal(percent), days, yearUnits);
    }

    /** What paying in full costs in percent of the discounted price, for the whole time gained: d / (1 - d). */
    public BigDecimal periodCost() {
        return percent.multiply(HUNDRED).divide(HUNDRED.subtract(percent), MathContext.DECIMAL128);
    }

    /**
     * The yearly cost, not compounded, of paying in full on a later day instead: d / (1 - d) x year / days gained.
     *
     * @param netDays the day on which the buyer pays otherwise, the due date or later
     * @throws IllegalArgumentException if that is no later day, for then no time is gained and there is no rate
     */
    public SimpleAnnualRate simpleCost(int netDays) {
        return SimpleAnnualRate.ofPeriod(periodCost(), gained(netDays), yearUnits);
    }

    /** As {@link #simpleCost}, compounded: (1 + d / (1 - d)) ^ (year / days gained) - 1. */
    public EffectiveAnnualRate effectiveCost(int netDays) {
        return EffectiveAnnualRate.ofPeriod(periodCost(), gained(netDays), yearUnits);
    }

    private int gained(int netDays) {
        Checks.that(
                netDays > days,
                () -> "payment on day " + netDays + " is not later than day " + days + " of the discount: no time is"
                        + " gained, and no rate exists");
        return netDays - days;
    }

    /**
     * The cost of money at which the seller neither gains nor loses: d x year / days gained, receivables valued with the
     * discount.
     *
     * @param currentDays the average day on which customers pay without the discount
     * @throws IllegalArgumentException if that is no later day
     */
    public SimpleAnnualRate breakEvenRate(BigDecimal currentDays) {
        BigDecimal gained = currentDays.subtract(BigDecimal.valueOf(days));
        Checks.that(
                gained.signum() > 0,
                () -> "payment on day " + currentDays.toPlainString() + " is not later than day " + days
                        + " of the discount: no time is gained, and no rate exists");
        return new SimpleAnnualRate(
                percent.multiply(BigDecimal.valueOf(yearUnits)).divide(gained, MathContext.DECIMAL128));
    }

    /**
     * The discount, in percent of the invoice, at which a seller neither gains nor loses: rate x days gained / year. Below
     * zero where customers pay before the day of the discount already.
     */
    public static BigDecimal breakEvenPercent(
            SimpleAnnualRate financeRate, BigDecimal currentDays, int discountDays, int yearUnits) {
        return financeRate
                .percent()
                .multiply(currentDays.subtract(BigDecimal.valueOf(discountDays)))
                .divide(BigDecimal.valueOf(yearUnits), MathContext.DECIMAL128);
    }

    /**
     * What the seller gains in a year, or loses if below zero: sales x take-up x (days gained / year x finance rate - d).
     *
     * @param annualSales the sales of a year with tax
     * @param takeUpPercent the share of sales that takes the discount, 0 to 100
     * @param currentDays the average day on which these customers pay without the discount
     * @param financeRate what money costs the seller
     */
    public BigDecimal yearlyGain(
            BigDecimal annualSales, BigDecimal takeUpPercent, BigDecimal currentDays, SimpleAnnualRate financeRate) {
        checkTakeUp(takeUpPercent);
        BigDecimal year = BigDecimal.valueOf(yearUnits);
        BigDecimal saved = currentDays.subtract(BigDecimal.valueOf(days)).multiply(financeRate.percent());
        return annualSales
                .multiply(takeUpPercent)
                .movePointLeft(4)
                .multiply(saved.subtract(percent.multiply(year)))
                .divide(year, MathContext.DECIMAL128);
    }

    /** As {@link #yearlyGain(BigDecimal, BigDecimal, BigDecimal, SimpleAnnualRate)}, rounded half-up to the minor unit. */
    public Money yearlyGain(
            Money annualSales, BigDecimal takeUpPercent, BigDecimal currentDays, SimpleAnnualRate financeRate) {
        BigDecimal gain = yearlyGain(annualSales.amount(), takeUpPercent, currentDays, financeRate);
        return Money.of(
                gain.setScale(Money.digits(annualSales.currency()), RoundingMode.HALF_UP), annualSales.currency());
    }

    static void checkTakeUp(BigDecimal percent) {
        Checks.that(
                percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= 20,
                () -> "take-up of " + percent + " percent is not from 0 to 100");
    }

    @Override
    public String toString() {
        return percent.toPlainString() + "% until day " + days + ", " + yearUnits + " to the year";
    }
}
