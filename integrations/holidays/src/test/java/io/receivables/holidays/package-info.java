@NullMarked
package io.receivables.holidays;

import org.jspecify.annotations.NullMarked;
