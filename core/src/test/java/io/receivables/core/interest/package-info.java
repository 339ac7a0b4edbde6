@NullMarked
package io.receivables.core.interest;

import org.jspecify.annotations.NullMarked;
