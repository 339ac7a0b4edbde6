/** Tests of the package. */
@NullMarked
package io.receivables.examples.conformance;

import org.jspecify.annotations.NullMarked;
