/**
 * HTTP for providers whose remote side speaks it: {@link io.receivables.payments.spi.http.JdkHttpExchange} sends by the JDK's
 * client, and {@link io.receivables.payments.spi.http.TransportRule} says what a result means that a provider has no better
 * word for.
 */
@NullMarked
package io.receivables.payments.spi.http;

import org.jspecify.annotations.NullMarked;
