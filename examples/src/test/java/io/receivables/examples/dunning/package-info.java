@NullMarked
package io.receivables.examples.dunning;

import org.jspecify.annotations.NullMarked;
