@NullMarked
package io.receivables.dunning.work;

import org.jspecify.annotations.NullMarked;
