/**
 * Cheques. No remote side answers here: what becomes of a cheque is told by the office, which writes it into a register.
 */
@NullMarked
package io.receivables.payments.manual;

import org.jspecify.annotations.NullMarked;
