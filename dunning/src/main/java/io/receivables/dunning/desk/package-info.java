/** What applications call when a run's proposals become real: the journal, the outbox, and the desk that works them. */
@NullMarked
package io.receivables.dunning.desk;

import org.jspecify.annotations.NullMarked;
