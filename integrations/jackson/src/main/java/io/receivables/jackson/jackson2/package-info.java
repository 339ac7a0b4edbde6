/** The domain's JSON for Jackson 2: {@link io.receivables.jackson.jackson2.ReceivablesModule}. */
@NullMarked
package io.receivables.jackson.jackson2;

import org.jspecify.annotations.NullMarked;
