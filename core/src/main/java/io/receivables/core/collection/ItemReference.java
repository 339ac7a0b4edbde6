package io.receivables.core.collection;

import io.receivables.core.internal.Checks;

/**
 * Names what a fact is about: one instalment of a debit document, or all of them.
 *
 * @param documentId the invoice or debit note
 * @param instalment the instalment's number from 1, or {@link #ALL_INSTALMENTS}
 */
public record ItemReference(String documentId, int instalment) {
    /** In place of an instalment's number: the whole document. */
    public static final int ALL_INSTALMENTS = 0;

    public ItemReference {
        Checks.id(documentId, "document id");
        Checks.that(instalment >= 0, () -> "instalment " + instalment + " of " + documentId + " is negative");
    }

    /** A whole document. */
    public static ItemReference of(String documentId) {
        return new ItemReference(documentId, ALL_INSTALMENTS);
    }

    /** One instalment of a document. */
    public static ItemReference of(String documentId, int instalment) {
        Checks.that(instalment >= 1, () -> "instalment " + instalment + " of " + documentId + " is below 1");
        return new ItemReference(documentId, instalment);
    }

    /** {@code F-1001}, or {@code F-1001/2} for its second instalment. */
    @Override
    public String toString() {
        return instalment == ALL_INSTALMENTS ? documentId : documentId + "/" + instalment;
    }
}
