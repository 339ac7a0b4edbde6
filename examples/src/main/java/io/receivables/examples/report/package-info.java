/** The receivables report: arguments, figures, and what renders them on a terminal and as JSON. */
@NullMarked
package io.receivables.examples.report;

import org.jspecify.annotations.NullMarked;
