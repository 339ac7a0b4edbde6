package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import io.receivables.core.terms.DiscountBase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A discount as it lowers the price and the tax on it.
 *
 * @param net what the price becomes less
 * @param tax what the tax becomes less; zero where the tax stays as invoiced
 */
public record DiscountSplit(Money net, Money tax) {
    public DiscountSplit {
        checkSize(net, "net discount");
        checkSize(tax, "tax of the discount");
        net.plus(tax);
    }

    public static DiscountSplit none(Currency currency) {
        return new DiscountSplit(Money.zero(currency), Money.zero(currency));
    }

    /**
     * A percentage of the gross amount, rounded half-up, of which the price bears the same percentage of the net amount,
     * rounded half-up, and the tax the rest; or a percentage of the net amount alone.
     */
    public static DiscountSplit percent(BigDecimal percent, DiscountBase base, Money net, Money tax) {
        checkSize(net, "net amount");
        checkSize(tax, "tax");
        Money ofNet = net.percent(percent, RoundingMode.HALF_UP);
        return switch (base) {
            case GROSS ->
                new DiscountSplit(
                        ofNet,
                        net.plus(tax).percent(percent, RoundingMode.HALF_UP).minus(ofNet));
            case NET -> new DiscountSplit(ofNet, Money.zero(net.currency()));
        };
    }

    /**
     * A sum with tax included: the price bears its part of the gross amount, rounded half-up, the tax the rest.
     *
     * @throws IllegalArgumentException if it is more than the gross amount
     */
    public static DiscountSplit flat(Money discount, Money net, Money tax) {
        checkSize(net, "net amount");
        checkSize(tax, "tax");
        checkSize(discount, "discount");
        Money gross = net.plus(tax);
        Checks.that(
                discount.compareTo(gross) <= 0, () -> "discount " + discount + " is more than the amount of " + gross);
        if (gross.isZero()) {
            return none(net.currency());
        }
        BigDecimal exact = BigDecimal.valueOf(discount.minorUnits()).multiply(BigDecimal.valueOf(net.minorUnits()));
        long ofNet = exact.divide(BigDecimal.valueOf(gross.minorUnits()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        Money netPart = Money.ofMinor(ofNet, net.currency());
        return new DiscountSplit(netPart, discount.minus(netPart));
    }

    /** The discount with tax: what is paid less. */
    public Money total() {
        return net.plus(tax);
    }

    static void checkSize(Money amount, String name) {
        Checks.that(!amount.isNegative(), () -> name + " " + amount + " is negative");
    }
}
