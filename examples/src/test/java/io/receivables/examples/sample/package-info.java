/** Tests of the package. */
@NullMarked
package io.receivables.examples.sample;

import org.jspecify.annotations.NullMarked;
