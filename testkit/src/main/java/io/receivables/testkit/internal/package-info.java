/** How generated values are shown when a property fails; not API. */
@NullMarked
package io.receivables.testkit.internal;

import org.jspecify.annotations.NullMarked;
