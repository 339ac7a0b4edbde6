/** Tests of the package. */
@NullMarked
package io.receivables.examples.report;

import org.jspecify.annotations.NullMarked;
