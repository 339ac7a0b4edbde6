package io.receivables.metrics.aging;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How to age.
 *
 * @param asOf the date at whose end the balance is struck; any date, past ones too
 * @param basis the date from which ages are counted
 * @param buckets the ranges of ages
 * @param credits where open credits stand
 * @param grouping what the lines stand for
 */
public record AgingOptions(
        LocalDate asOf, AgingBasis basis, BucketScheme buckets, CreditTreatment credits, Grouping grouping) {
    public AgingOptions {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(buckets, "buckets");
        Objects.requireNonNull(credits, "credits");
        Objects.requireNonNull(grouping, "grouping");
    }

    /** By due date, in the standard buckets, credits in their own column, one line per currency. */
    public static AgingOptions standard(LocalDate asOf) {
        return new AgingOptions(
                asOf, AgingBasis.DUE_DATE, BucketScheme.standard(), CreditTreatment.OWN_COLUMN, Grouping.none());
    }

    /** The same as of another date. */
    public AgingOptions asOf(LocalDate date) {
        return new AgingOptions(date, basis, buckets, credits, grouping);
    }

    public AgingOptions by(AgingBasis basis) {
        return new AgingOptions(asOf, basis, buckets, credits, grouping);
    }

    public AgingOptions into(BucketScheme buckets) {
        return new AgingOptions(asOf, basis, buckets, credits, grouping);
    }

    public AgingOptions withCredits(CreditTreatment credits) {
        return new AgingOptions(asOf, basis, buckets, credits, grouping);
    }

    public AgingOptions per(Grouping grouping) {
        return new AgingOptions(asOf, basis, buckets, credits, grouping);
    }

    public AgingOptions perCustomer() {
        return per(Grouping.customer());
    }
}
