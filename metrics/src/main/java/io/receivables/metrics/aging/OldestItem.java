package io.receivables.metrics.aging;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The open debit item with the greatest age; of several the one with the first id.
 *
 * @param id the document's id
 * @param instalment the instalment's number from 1
 * @param date the date from which its age is counted
 */
public record OldestItem(String id, int instalment, LocalDate date) implements Comparable<OldestItem> {
    private static final Comparator<OldestItem> ORDER =
            Comparator.comparing(OldestItem::date).thenComparing(OldestItem::id).thenComparing(OldestItem::instalment);

    @Override
    public int compareTo(OldestItem other) {
        return ORDER.compare(this, other);
    }
}
