/**
 * HTTP for providers whose remote side speaks it. {@link io.receivables.payments.spi.http.HttpExchange} sends, {@link
 * io.receivables.payments.spi.http.HttpResult} says whether the request may have had an effect, and {@link
 * io.receivables.payments.spi.http.TransportRule} says what that means.
 */
@NullMarked
package io.receivables.payments.spi.http;

import org.jspecify.annotations.NullMarked;
