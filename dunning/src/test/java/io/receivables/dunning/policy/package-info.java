@NullMarked
package io.receivables.dunning.policy;

import org.jspecify.annotations.NullMarked;
