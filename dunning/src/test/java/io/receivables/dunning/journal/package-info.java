/** What every journal of dunning keeps, as tests for those who write one. */
@NullMarked
package io.receivables.dunning.journal;

import org.jspecify.annotations.NullMarked;
