/**
 * Interac e-Transfer Request Money: a payer in Canada is asked for an amount in CAD, by e-mail or SMS, and approves in their own
 * bank.
 *
 * <p>There are two ways to it. {@link io.receivables.payments.interac.InteracFactory} speaks Interac's public API, version 2;
 * {@link io.receivables.payments.interac.InteracBankFactory} speaks the API that a bank hosts, ISO 20022 in JSON. Both show a
 * request in the same eight states, of which one is money: the deposit that is complete. What is known of both is what public
 * clients and the banks' public pages show; where nothing is known the Javadoc says so.
 */
@NullMarked
package io.receivables.payments.interac;

import org.jspecify.annotations.NullMarked;
