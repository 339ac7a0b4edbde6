/**
 * How payers say what they pay for, and how they are told: payment references with check digits, account numbers, and what the QR
 * codes of payment instructions say.
 *
 * <ul>
 *   <li>{@link io.receivables.core.reference.ReferenceScheme} makes and checks references: RF (ISO 11649), OGM (Belgium), QRR
 *       (Switzerland), FI (Finland), KID (Norway). A {@link io.receivables.core.reference.PaymentReference} is one that fits.
 *   <li>{@link io.receivables.core.reference.PaymentReferences} finds them in the free text of a payment.
 *   <li>{@link io.receivables.core.reference.Iban} and {@link io.receivables.core.reference.Bic} are account and bank.
 *   <li>{@link io.receivables.core.reference.EpcQr} and {@link io.receivables.core.reference.SwissQr} are the texts of codes that
 *       start a transfer; {@link io.receivables.core.reference.BankDetails} is the block beside them, in English and French.
 * </ul>
 *
 * <pre>{@code
 * PaymentReference reference = ReferenceScheme.RF.make("539007547034");   // RF18 5390 0754 7034
 * PaymentReferences.in("Payment RF18 5390 0754 7034 thanks");             // [reference]
 * ReferenceScheme.RF.check("RF17539007547034");                           // RCV-REFERENCE-005: 18 would fit
 * PaymentReference.recognise("12344");                                    // [FI, KID_MOD10]: a number may fit several
 * }</pre>
 *
 * <p>Check digits tell a typing mistake from a reference; they do not tell whether a payment is meant for an invoice. Banks deliver
 * many references that fit no scheme, so validity raises confidence and never filters.
 */
@NullMarked
package io.receivables.core.reference;

import org.jspecify.annotations.NullMarked;
