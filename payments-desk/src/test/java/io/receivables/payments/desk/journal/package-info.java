/** What every journal of payments keeps, as tests for those who write one. */
@NullMarked
package io.receivables.payments.desk.journal;

import org.jspecify.annotations.NullMarked;
