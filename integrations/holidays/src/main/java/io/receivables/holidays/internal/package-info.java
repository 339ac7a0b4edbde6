/** What jollyday calls by reflection. */
@NullMarked
package io.receivables.holidays.internal;

import org.jspecify.annotations.NullMarked;
