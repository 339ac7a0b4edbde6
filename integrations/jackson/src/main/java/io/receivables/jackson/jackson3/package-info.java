/** The domain's JSON for Jackson 3: {@link io.receivables.jackson.jackson3.ReceivablesModule}. */
@NullMarked
package io.receivables.jackson.jackson3;

import org.jspecify.annotations.NullMarked;
