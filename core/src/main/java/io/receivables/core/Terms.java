package io.receivables.core;

import java.util.List;

/**
 * What was agreed on when a document is to be paid; its text ({@link Object#toString}) is what the document shows. {@code
 * io.receivables.core.terms.PaymentTerms} are such terms.
 */
public interface Terms {
    /**
     * The instalments of a document, which add up to its gross amount.
     *
     * @throws IllegalArgumentException if the terms count from a date that the document does not have, or are no whole of
     *     its amount
     */
    List<Instalment> instalmentsOf(Document document);
}
