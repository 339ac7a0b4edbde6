@NullMarked
package io.receivables.dashboard;

import org.jspecify.annotations.NullMarked;
