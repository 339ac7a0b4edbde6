/** Dunning: what to do next about an item that is past due, once, and why. */
@NullMarked
package io.receivables.dunning;

import org.jspecify.annotations.NullMarked;
