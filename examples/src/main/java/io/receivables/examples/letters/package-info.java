/** Sending letters: an example of a sender over SMTP. */
@NullMarked
package io.receivables.examples.letters;

import org.jspecify.annotations.NullMarked;
