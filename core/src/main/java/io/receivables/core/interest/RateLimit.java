package io.receivables.core.interest;

import io.receivables.core.Problem;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the law demands of an agreed rate. Limits are checked and reported; only {@link YearlyRate} changes what is charged. */
public sealed interface RateLimit {
    /** The provision that sets it. */
    String citation();

    /** What is wrong with an agreed rate between two days, both included; nothing where it is within this limit. */
    List<Problem> check(AgreedRate agreed, LocalDate from, LocalDate to, ReferenceRates rates);

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

        /** One problem for each value of the reference rate that is broken; a gap in its values ends the check. */
        @Override
        public List<Problem> check(AgreedRate agreed, LocalDate from, LocalDate to, ReferenceRates rates) {
            List<Problem> problems = new ArrayList<>();
            LocalDate day = from;
            while (!day.isAfter(to)) {
                Optional<RateSeries.Value> value = rates.series(series).on(day);
                if (value.isEmpty()) {
                    problems.add(Problem.of(
                            InterestProblem.LIMIT_NOT_CHECKED, "series", series, "date", day, "citation", citation));
                    return problems;
                }
                BigDecimal least = value.get().rate().percent().multiply(factor);
                if (agreed.simple().percent().compareTo(least) < 0) {
                    problems.add(Problem.of(
                            InterestProblem.BELOW_FLOOR,
                            "rate",
                            agreed.simple().percent().toPlainString(),
                            "limit",
                            least.stripTrailingZeros().toPlainString(),
                            "date",
                            value.get().from(),
                            "citation",
                            citation));
                }
                day = value.get().to().plusDays(1);
            }
            return problems;
        }
    }

    /** At most a simple rate. */
    record SimpleCap(SimpleAnnualRate most, String citation) implements RateLimit {
        @Override
        public List<Problem> check(AgreedRate agreed, LocalDate from, LocalDate to, ReferenceRates rates) {
            return agreed.simple().compareTo(most) <= 0
                    ? List.of()
                    : List.of(aboveCap(agreed.simple().percent(), most.percent(), citation));
        }
    }

    /** At most an effective rate: the periods of the agreed rate compounded. */
    record EffectiveCap(EffectiveAnnualRate most, String citation) implements RateLimit {
        @Override
        public List<Problem> check(AgreedRate agreed, LocalDate from, LocalDate to, ReferenceRates rates) {
            return agreed.effective().compareTo(most) <= 0
                    ? List.of()
                    : List.of(aboveCap(agreed.effective().percent(), most.percent(), citation));
        }
    }

    /** A rate for less than a year must come with the yearly one; otherwise no more than {@code otherwise} is charged. */
    record YearlyRate(SimpleAnnualRate otherwise, String citation) implements RateLimit {
        @Override
        public List<Problem> check(AgreedRate agreed, LocalDate from, LocalDate to, ReferenceRates rates) {
            return agreed.yearlyRateStated()
                    ? List.of()
                    : List.of(Problem.of(
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
