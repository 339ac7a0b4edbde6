/** The dashboard in a real browser. */
@NullMarked
package io.receivables.examples.browser;

import org.jspecify.annotations.NullMarked;
