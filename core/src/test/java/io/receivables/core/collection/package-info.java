@NullMarked
package io.receivables.core.collection;

import org.jspecify.annotations.NullMarked;
