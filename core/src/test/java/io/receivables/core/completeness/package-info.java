@NullMarked
package io.receivables.core.completeness;

import org.jspecify.annotations.NullMarked;
