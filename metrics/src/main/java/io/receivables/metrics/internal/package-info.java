/** What the measures read from a ledger's columns. */
@NullMarked
package io.receivables.metrics.internal;

import org.jspecify.annotations.NullMarked;
