/** Helpers shared by the packages of this module; not exported. */
@NullMarked
package io.receivables.core.internal;

import org.jspecify.annotations.NullMarked;
