package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The rate of interest on late debts, as a law or a contract defines it. */
public sealed interface LateRate {
    /**
     * The rate on a day.
     *
     * @throws InterestException if a reference rate of that day is missing
     * @throws IllegalArgumentException if there is no series of that name
     */
    AppliedRate on(LocalDate day, ReferenceRates rates);

    /**
     * A reference rate and a margin. A sum below zero is zero: being late is never rewarded.
     *
     * @param series the name of the reference rate
     * @param margin percentage points to add
     * @param step the sum is rounded up to a multiple of it, such as 0.5; zero where it is not rounded
     */
    record Reference(String series, BigDecimal margin, BigDecimal step) implements LateRate {
        public Reference {
            Checks.id(series, "series");
            margin = Percents.checked(margin);
            BigDecimal checked = Percents.checked(step);
            Checks.that(checked.signum() >= 0, () -> "step " + checked + " is negative");
            step = checked;
        }

        @Override
        public AppliedRate on(LocalDate day, ReferenceRates rates) {
            RateSeries.Value value = rates.series(series).at(day);
            BigDecimal percent = value.rate().plus(margin).percent().max(BigDecimal.ZERO);
            if (step.signum() > 0) {
                percent = percent.divide(step, 0, RoundingMode.CEILING).multiply(step);
            }
            return new AppliedRate(new SimpleAnnualRate(percent), this, value);
        }
    }

    /**
     * A rate that the law fixes.
     *
     * @param rate percent a year, zero or more
     * @param source the law
     */
    record Fixed(SimpleAnnualRate rate, String source) implements LateRate {
        public Fixed {
            SimpleAnnualRate checked = rate;
            Checks.that(checked.percent().signum() >= 0, () -> "late rate " + checked + " is negative");
        }

        @Override
        public AppliedRate on(LocalDate day, ReferenceRates rates) {
            return new AppliedRate(rate, this, RateSeries.Value.always(rate, source));
        }
    }

    /**
     * A rate that the parties agreed on.
     *
     * @param agreed as the contract states it
     * @param charged what may be charged of it
     * @param source the contract, or the law under which it is agreed
     */
    record Agreed(AgreedRate agreed, SimpleAnnualRate charged, String source) implements LateRate {
        @Override
        public AppliedRate on(LocalDate day, ReferenceRates rates) {
            return new AppliedRate(charged, this, RateSeries.Value.always(agreed.simple(), source));
        }
    }

    /** A reference rate and so many points. */
    static LateRate reference(String series, String margin) {
        return new Reference(series, new BigDecimal(margin), BigDecimal.ZERO);
    }

    /**
     * An agreed rate without legal limits.
     *
     * @param source the contract
     */
    static LateRate agreed(AgreedRate rate, String source) {
        return new Agreed(rate, rate.simple(), source);
    }
}
