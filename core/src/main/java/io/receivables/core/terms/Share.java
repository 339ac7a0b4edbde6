package io.receivables.core.terms;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a document an instalment is. A percentage is rounded half-up to the minor unit, but to no more than the
 * instalments before have left; the last instalment takes what is left whatever its share.
 */
public sealed interface Share {
    /** The part of an amount of which something is left after the instalments before; of the sign of the amount. */
    Money of(Money amount, Money left);

    /** A percentage of the whole amount. */
    record Percent(BigDecimal percent) implements Share {
        public Percent {
            percent = checked(percent);
        }

        @Override
        public Money of(Money amount, Money left) {
            return atMost(left, amount.percent(percent, RoundingMode.HALF_UP));
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.share(this);
        }
    }

    /** A percentage of what the instalments before have left. */
    record PercentOfRemaining(BigDecimal percent) implements Share {
        public PercentOfRemaining {
            percent = checked(percent);
        }

        @Override
        public Money of(Money amount, Money left) {
            return atMost(left, left.percent(percent, RoundingMode.HALF_UP));
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.share(this);
        }
    }

    /** A sum in major units of the document's currency, above zero; of a credit note it is subtracted. */
    record Fixed(BigDecimal sum) implements Share {
        public Fixed {
            BigDecimal given = sum;
            Checks.that(given.signum() > 0, () -> "fixed sum " + given + " is not above zero");
            sum = given.stripTrailingZeros();
        }

        @Override
        public Money of(Money amount, Money left) {
            Money fixed = Money.of(sum, amount.currency());
            return amount.isNegative() ? fixed.negated() : fixed;
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.share(this);
        }
    }

    /** What the instalments before have left. */
    record Remainder() implements Share {
        @Override
        public Money of(Money amount, Money left) {
            return left;
        }

        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.share(this);
        }
    }

    static Share percent(String percent) {
        return new Percent(new BigDecimal(percent));
    }

    static Share percentOfRemaining(String percent) {
        return new PercentOfRemaining(new BigDecimal(percent));
    }

    /** One of so many equal parts that are left; of the last one {@link #remainder()}. */
    static Share equalPart(int left) {
        Checks.that(left > 0, () -> "parts left " + left + " must be at least 1");
        return left == 1
                ? remainder()
                : new PercentOfRemaining(
                        BigDecimal.valueOf(100).divide(BigDecimal.valueOf(left), 20, RoundingMode.HALF_UP));
    }

    static Share fixed(String sum) {
        return new Fixed(new BigDecimal(sum));
    }

    static Share remainder() {
        return new Remainder();
    }

    /** Of 0.03 two halves are 0.02 and 0.01: two that are rounded up would be more than there is. */
    private static Money atMost(Money left, Money part) {
        return part.abs().compareTo(left.abs()) > 0 ? left : part;
    }

    private static BigDecimal checked(BigDecimal percent) {
        Checks.that(
                percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0 && percent.scale() <= 20,
                () -> "percent " + percent + " is not above 0 and at most 100");
        // 50.00 and 50 are the same share
        BigDecimal plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
