@NullMarked
package io.receivables.einvoice;

import org.jspecify.annotations.NullMarked;
