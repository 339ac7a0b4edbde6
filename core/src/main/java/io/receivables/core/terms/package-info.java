/**
 * Payment terms: what was agreed on when and in which parts a document is to be paid, and what paying early earns.
 *
 * <p>{@link io.receivables.core.terms.PaymentTerms} are values that know no date. They are made of due rules, which are
 * steps, or read from the text that people write ({@link io.receivables.core.terms.TermsLanguage}, English and French). With
 * the dates of a document they resolve into a {@link io.receivables.core.terms.PaymentSchedule}, which can say how each due
 * date came about; a document takes its instalments from them:
 *
 * <pre>{@code
 * PaymentTerms terms = PaymentTerms.parse("30 % à la commande, solde à 45 jours, puis fin de mois");
 * Invoice invoice = Invoice.of("F-1001", "ACME", LocalDate.parse("2026-03-02"), Money.of("1200.00", "EUR")).withTerms(terms);
 * invoice.instalments();   // 360.00 due 2026-03-02, 840.00 due 2026-04-30
 * terms.schedule(invoice.issueDate(), invoice.gross()).explain(Locale.FRENCH);
 *
 * TermsReading reading = TermsLanguage.FRENCH.read("45 jours fin de mois");
 * reading.orElseThrow();      // 45 days, then end of month
 * reading.otherReadings();    // end of month, then 45 days: usage knows both, and a warning says so
 * }</pre>
 *
 * Business days come from a {@link io.receivables.core.terms.BusinessCalendar}. The laws on how late a payment may fall due are
 * in {@link io.receivables.core.terms.LegalCaps}.
 */
@NullMarked
package io.receivables.core.terms;

import org.jspecify.annotations.NullMarked;
