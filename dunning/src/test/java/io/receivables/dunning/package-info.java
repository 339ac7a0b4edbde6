@NullMarked
package io.receivables.dunning;

import org.jspecify.annotations.NullMarked;
