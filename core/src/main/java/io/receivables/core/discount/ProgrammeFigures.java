package io.receivables.core.discount;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a discount comes to, for one customer or for all, in one currency.
 *
 * @param sales what was invoiced and not credited or written off
 * @param offered the discount if all of it were paid early
 * @param granted the part that is taken
 * @param notTaken the part that is not; with the granted part it is what was offered
 * @param amountDays the amounts that come in early, in major units, each times the days by which it does
 * @param saved what money for that time would have cost
 */
public record ProgrammeFigures(
        Money sales, Money offered, Money granted, Money notTaken, BigDecimal amountDays, Money saved) {
    public ProgrammeFigures {
        Checks.that(
                granted.plus(notTaken).equals(offered),
                () -> "granted " + granted + " and not taken " + notTaken + " are not the " + offered + " offered");
        sales.plus(saved);
    }

    static ProgrammeFigures none(Currency currency) {
        Money zero = Money.zero(currency);
        return new ProgrammeFigures(zero, zero, zero, zero, BigDecimal.ZERO, zero);
    }

    public ProgrammeFigures plus(ProgrammeFigures other) {
        return new ProgrammeFigures(
                sales.plus(other.sales),
                offered.plus(other.offered),
                granted.plus(other.granted),
                notTaken.plus(other.notTaken),
                amountDays.add(other.amountDays),
                saved.plus(other.saved));
    }

    /** What is saved less what is granted: below zero the discount costs more than it brings. */
    public Money gain() {
        return saved.minus(granted);
    }

    /** By how many days the DSO of these sales falls; zero without sales. */
    public BigDecimal dsoEffect(int scale, RoundingMode rounding) {
        return sales.isZero() ? BigDecimal.ZERO.setScale(scale) : amountDays.divide(sales.amount(), scale, rounding);
    }
}
