@NullMarked
package io.receivables.core.terms;

import org.jspecify.annotations.NullMarked;
