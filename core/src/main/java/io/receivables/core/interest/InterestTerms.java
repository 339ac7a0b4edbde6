package io.receivables.core.interest;

import io.receivables.core.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What lateness costs under a law or contract: values that know neither a debt nor a date.
 *
 * @param rate the rate of interest
 * @param rateRule which of its values a period bears
 * @param dayCount how days are counted
 * @param fixedSum what is owed for the cost of recovery
 * @param limits what the law demands of a rate that the parties agree on instead
 * @param citation the provisions
 */
public record InterestTerms(
        LateRate rate,
        RateRule rateRule,
        DayCount dayCount,
        FixedSum fixedSum,
        List<RateLimit> limits,
        String citation) {
    public InterestTerms {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(rateRule, "rateRule");
        Objects.requireNonNull(dayCount, "dayCount");
        Objects.requireNonNull(fixedSum, "fixedSum");
        Objects.requireNonNull(citation, "citation");
        limits = List.copyOf(limits);
    }

    /** A rate day by day over 365 days, without fixed sum and limits. */
    public static InterestTerms of(LateRate rate, String citation) {
        return new InterestTerms(rate, RateRule.BY_DAY, DayCount.ACT_365F, FixedSum.none(), List.of(), citation);
    }

    public InterestTerms with(RateRule rateRule) {
        return new InterestTerms(rate, rateRule, dayCount, fixedSum, limits, citation);
    }

    public InterestTerms with(DayCount dayCount) {
        return new InterestTerms(rate, rateRule, dayCount, fixedSum, limits, citation);
    }

    public InterestTerms with(FixedSum fixedSum) {
        return new InterestTerms(rate, rateRule, dayCount, fixedSum, limits, citation);
    }

    public InterestTerms with(RateLimit... limits) {
        return new InterestTerms(rate, rateRule, dayCount, fixedSum, List.of(limits), citation);
    }

    /** These terms with the rate that the parties agreed on, as far as it may be charged. */
    public InterestTerms agreed(AgreedRate agreed) {
        SimpleAnnualRate charged = limits.stream()
                .map(limit -> limit.chargeable(agreed))
                .min(SimpleAnnualRate::compareTo)
                .orElse(agreed.simple());
        return new InterestTerms(
                new LateRate.Agreed(agreed, charged, citation), rateRule, dayCount, fixedSum, limits, citation);
    }

    /**
     * What the law objects to in the agreed rate between two days, both included; nothing where the rate is not agreed on.
     */
    public List<Problem> check(LocalDate from, LocalDate to, ReferenceRates rates) {
        return rate instanceof LateRate.Agreed agreement
                ? limits.stream()
                        .flatMap(limit -> limit.check(agreement.agreed(), from, to, rates).stream())
                        .toList()
                : List.of();
    }
}
