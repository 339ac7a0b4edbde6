package io.receivables.core.terms;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A discount for paying by a day before the due date ("2/10 net 30": 2 percent within 10 days).
 *
 * @param percent the percentage, above 0 and below 100
 * @param until the rule of the last day on which it is granted, counted from the base date of the terms
 * @param base of what it is a percentage
 */
public record EarlyPaymentDiscount(BigDecimal percent, DueRule until, DiscountBase base) {
    /**
     * @throws IllegalArgumentException if the percentage is not between 0 and 100 or the rule counts from a due date
     */
    public EarlyPaymentDiscount {
        BigDecimal given = percent;
        Checks.that(
                given.signum() > 0 && given.compareTo(BigDecimal.valueOf(100)) < 0 && given.scale() <= 20,
                () -> "discount of " + given + " percent is not above 0 and below 100");
        // 2.00 and 2 are the same discount
        BigDecimal plain = given.stripTrailingZeros();
        percent = plain.scale() < 0 ? plain.setScale(0) : plain;
        Checks.that(
                until.start() == DueRule.Start.BASE_DATE,
                () -> "discount until " + until + " counts from an instalment: count it from the base date");
        Objects.requireNonNull(base, "discount base");
    }

    /** A percentage of the amount with tax for paying within so many days. */
    public static EarlyPaymentDiscount of(String percent, int days) {
        return new EarlyPaymentDiscount(new BigDecimal(percent), DueRule.of(DueStep.days(days)), DiscountBase.GROSS);
    }

    /** The same discount of the amount without tax. */
    public EarlyPaymentDiscount onNet() {
        return new EarlyPaymentDiscount(percent, until, DiscountBase.NET);
    }

    @Override
    public String toString() {
        return TermsPrinter.ENGLISH.discount(this);
    }
}
