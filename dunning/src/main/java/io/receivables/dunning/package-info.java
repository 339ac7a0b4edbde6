/** Dunning: what to do next about an item that is past due. Nothing of it is built so far. */
@NullMarked
package io.receivables.dunning;

import org.jspecify.annotations.NullMarked;
