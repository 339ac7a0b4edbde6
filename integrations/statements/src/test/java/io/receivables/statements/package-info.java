@NullMarked
package io.receivables.statements;

import org.jspecify.annotations.NullMarked;
