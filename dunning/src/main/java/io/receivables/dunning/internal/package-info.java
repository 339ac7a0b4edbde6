/** What the packages of this module share and nobody else needs. */
@NullMarked
package io.receivables.dunning.internal;

import org.jspecify.annotations.NullMarked;
