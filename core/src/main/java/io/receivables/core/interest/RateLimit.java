package io.receivables.core.interest;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What the law demands of an agreed rate. Limits are checked and reported; only {@link YearlyRate} changes what is charged. */
public sealed interface RateLimit {
    /** The provision that sets it. */
    String citation();

    /** What is wrong with an agreed rate on a day; empty where it is within this limit. */
    Optional<Problem> check(AgreedRate agreed, LocalDate day, ReferenceRates rates);

    /** What may be charged of an agreed rate. */
    default SimpleAnnualRate chargeable(AgreedRate agreed) {
        return agreed.simple();
    }

    /** At least a multiple of a reference rate. */
    record Floor(String series, BigDecimal factor, String citation) implements RateLimit {
        public Floor {
            Checks.id(series, "series");
            factor = Percents.checked(factor);
        }

        @Override
        public Optional<Problem> check(AgreedRate agreed, LocalDate day, ReferenceRates rates) {
            Optional<RateSeries.Value> value = rates.series(series).on(day);
            if (value.isEmpty()) {
                return Optional.of(Problem.of(
                        InterestProblem.LIMIT_NOT_CHECKED, "series", series, "date", day, "citation", citation));
            }
            SimpleAnnualRate least =
                    new SimpleAnnualRate(value.get().rate().percent().multiply(factor));
            return agreed.simple().compareTo(least) >= 0
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            InterestProblem.BELOW_FLOOR,
                            "rate",
                            agreed.simple().percent().toPlainString(),
                            "limit",
                            least.percent().toPlainString(),
                            "date",
                            value.get().from(),
                            "citation",
                            citation));
        }
    }

    /** At most a simple rate. */
    record SimpleCap(SimpleAnnualRate most, String citation) implements RateLimit {
        @Override
        public Optional<Problem> check(AgreedRate agreed, LocalDate day, ReferenceRates rates) {
            return agreed.simple().compareTo(most) <= 0
                    ? Optional.empty()
                    : Optional.of(aboveCap(agreed.simple().percent(), most.percent(), citation));
        }
    }

    /** At most an effective rate: the periods of the agreed rate compounded. */
    record EffectiveCap(EffectiveAnnualRate most, String citation) implements RateLimit {
        @Override
        public Optional<Problem> check(AgreedRate agreed, LocalDate day, ReferenceRates rates) {
            return agreed.effective().compareTo(most) <= 0
                    ? Optional.empty()
                    : Optional.of(aboveCap(agreed.effective().percent(), most.percent(), citation));
        }
    }

    /** A rate for less than a year must come with the yearly one; otherwise no more than {@code otherwise} is charged. */
    record YearlyRate(SimpleAnnualRate otherwise, String citation) implements RateLimit {
        @Override
        public Optional<Problem> check(AgreedRate agreed, LocalDate day, ReferenceRates rates) {
            return agreed.yearlyRateStated()
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            InterestProblem.YEARLY_RATE_NOT_STATED,
                            "rate",
                            agreed.percent().toPlainString(),
                            "limit",
                            otherwise.percent().toPlainString(),
                            "citation",
                            citation));
        }

        @Override
        public SimpleAnnualRate chargeable(AgreedRate agreed) {
            SimpleAnnualRate simple = agreed.simple();
            return agreed.yearlyRateStated() || simple.compareTo(otherwise) <= 0 ? simple : otherwise;
        }
    }

    private static Problem aboveCap(BigDecimal rate, BigDecimal limit, String citation) {
        return Problem.of(
                InterestProblem.ABOVE_CAP,
                "rate",
                rate.toPlainString(),
                "limit",
                limit.toPlainString(),
                "citation",
                citation);
    }
}
