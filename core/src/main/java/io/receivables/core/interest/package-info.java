/**
 * What lateness costs, and the rates that it is counted with.
 *
 * <p>{@link io.receivables.core.interest.LateInterest} charges a sum, a document or a whole ledger under an {@link
 * io.receivables.core.interest.InterestRegime}; {@link io.receivables.core.interest.InterestRegimes} has those of the EU,
 * France, the United Kingdom, Ireland, Belgium, Germany, Canada and the United States, and {@link
 * io.receivables.core.interest.ReferenceRates} the rates that they refer to:
 *
 * <pre>{@code
 * Ledger ledger = Ledger.builder()
 *         .invoice(Invoice.of("F-1001", "ACME", LocalDate.parse("2024-05-01"), Money.of("10000.00", "EUR"))
 *                 .dueOn(LocalDate.parse("2024-05-31")))
 *         .build();
 * LateInterestOptions options = LateInterestOptions.standard(LocalDate.parse("2024-07-30"), InterestRegimes.france());
 * InterestStatement statement = LateInterest.of(ledger, options);
 * statement.interest().get("EUR");     // EUR 236.30: 30 days at 14.50%, 30 days at 14.25%
 * statement.fixedSums().get("EUR");    // EUR 40.00
 * statement.charges().get(0).explain(Locale.FRENCH);
 * }</pre>
 *
 * {@link io.receivables.core.interest.SimpleAnnualRate} and {@link io.receivables.core.interest.EffectiveAnnualRate} are
 * different types, because the same number means two things: 24% a year simple is 2% a month, and so is 26.82% effective.
 */
@NullMarked
package io.receivables.core.interest;

import org.jspecify.annotations.NullMarked;
