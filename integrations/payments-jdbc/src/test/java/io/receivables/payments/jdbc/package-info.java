@NullMarked
package io.receivables.payments.jdbc;

import org.jspecify.annotations.NullMarked;
