package io.receivables.metrics.aging;

import io.receivables.core.Convention;
import java.util.List;

/** Where open credits (credit notes and unapplied cash) stand in the aged balance. */
public enum CreditTreatment implements Convention {
    /**
     * In a column of their own, so that no bucket is netted; {@link AgedBucket#credits()} says how old they are by their
     * own dates.
     */
    OWN_COLUMN(
            "own-column",
            List.of("unapplied", "non affecté"),
            "Usual in collections: a credit settles nothing until it is allocated"),
    /** Taken off the bucket that their own date falls in, which may become negative. */
    BY_DUE_DATE(
            "by-due-date",
            List.of("netted by due date", "imputé à sa date"),
            "Usual in accounting ledgers: every entry ages by its own date"),
    /** Taken off the same customer's oldest buckets first, as if allocated; what exceeds them is unapplied. */
    OLDEST_FIRST(
            "oldest-first",
            List.of("first in, first out", "imputé au plus ancien"),
            "Usual where payments are allocated to the oldest debt");

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<String> aliases;

    private final String citation;

    CreditTreatment(String canonicalName, List<String> aliases, String citation) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
        this.citation = citation;
    }

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return citation;
    }
}
