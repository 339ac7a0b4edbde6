/**
 * What providers keep whose rail has no remote side to ask: {@link io.receivables.payments.spi.register.RegisterFile}, of
 * {@link io.receivables.payments.spi.register.RegisterLine}s.
 */
@NullMarked
package io.receivables.payments.spi.register;

import org.jspecify.annotations.NullMarked;
