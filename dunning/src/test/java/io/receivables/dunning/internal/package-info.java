@NullMarked
package io.receivables.dunning.internal;

import org.jspecify.annotations.NullMarked;
