@NullMarked
package io.receivables.core.discount;

import org.jspecify.annotations.NullMarked;
