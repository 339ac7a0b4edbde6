@NullMarked
package io.receivables.dunning.jdbc;

import org.jspecify.annotations.NullMarked;
