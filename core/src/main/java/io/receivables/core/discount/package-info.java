/**
 * Early-payment discounts (French: escompte de règlement) and rewards for paying on time.
 *
 * <ul>
 *   <li>{@link io.receivables.core.discount.DiscountSchedule}: the discounts of one document, what is due on a day, and
 *       whether they were taken, lost or deducted too late.
 *   <li>{@link io.receivables.core.discount.DiscountOffer}: what a discount costs the buyer who does not take it, and the
 *       seller who grants it.
 *   <li>{@link io.receivables.core.discount.DiscountProgramme}: what a discount would have cost and brought on the invoices
 *       of a ledger.
 *   <li>{@link io.receivables.core.discount.LoyaltyScheme}: points and rebates, and what a day gained costs.
 * </ul>
 *
 * <pre>{@code
 * PaymentTerms terms = PaymentTerms.net(30).withDiscounts(EarlyPaymentDiscount.of("2", 10));
 * Money net = Money.of("1000.00", "EUR");
 * Money tax = Money.of("200.00", "EUR");
 * DiscountSchedule schedule = DiscountSchedule.of(
 *         terms, BaseDates.invoicedOn(LocalDate.parse("2026-03-02")), net, tax, BusinessCalendar.weekdays());
 * schedule.dueOn(LocalDate.parse("2026-03-12"));           // EUR 1176.00
 * schedule.dueOn(LocalDate.parse("2026-03-13"));           // EUR 1200.00
 * DiscountOffer.of("2", 10, 365).effectiveCost(30);        // 44.58…% a year, compounded
 * }</pre>
 */
@NullMarked
package io.receivables.core.discount;

import org.jspecify.annotations.NullMarked;
