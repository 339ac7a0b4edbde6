@NullMarked
package io.receivables.dunning.measure;

import org.jspecify.annotations.NullMarked;
