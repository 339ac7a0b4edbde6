/**
 * Payment terms: what was agreed on when and in which parts a document is to be paid. {@link
 * io.receivables.core.terms.PaymentTerms} are values that know no date; with the dates of a document they resolve into a
 * {@link io.receivables.core.terms.PaymentSchedule}.
 */
@NullMarked
package io.receivables.core.terms;

import org.jspecify.annotations.NullMarked;
