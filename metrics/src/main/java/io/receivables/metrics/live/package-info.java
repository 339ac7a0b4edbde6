/**
 * The ledger live.
 */
@NullMarked
package io.receivables.metrics.live;

import org.jspecify.annotations.NullMarked;
