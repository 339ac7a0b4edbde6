/** One HTML page with the figures of a ledger; start at {@link io.receivables.dashboard.Dashboard}. */
@NullMarked
package io.receivables.dashboard;

import org.jspecify.annotations.NullMarked;
