/** Dunning with figures of one's own. */
@NullMarked
package io.receivables.examples.dunning;

import org.jspecify.annotations.NullMarked;
