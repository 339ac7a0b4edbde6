/**
 * Signatures of messages that come in, for providers whose remote side signs as
 * {@link io.receivables.payments.spi.webhook.StandardWebhooks} says.
 */
@NullMarked
package io.receivables.payments.spi.webhook;

import org.jspecify.annotations.NullMarked;
