/** What a payment provider implements. Nothing of it is built so far. */
@NullMarked
package io.receivables.payments.spi;

import org.jspecify.annotations.NullMarked;
