/**
 * What a payment provider implements, and nothing that an application calls.
 *
 * <p>An author writes a {@link io.receivables.payments.spi.PaymentProviderFactory} and a {@link
 * io.receivables.payments.spi.PaymentProvider}. What a provider is asked is in {@link
 * io.receivables.payments.spi.CollectCommand}; what it answers is a {@link io.receivables.payments.spi.Submission}, a {@link
 * io.receivables.payments.spi.Lookup} or {@link io.receivables.payments.spi.Observation}s. A provider reports what it sees
 * and keeps no state: what an observation means for a payment is decided by whoever calls.
 */
@NullMarked
package io.receivables.payments.spi;

import org.jspecify.annotations.NullMarked;
