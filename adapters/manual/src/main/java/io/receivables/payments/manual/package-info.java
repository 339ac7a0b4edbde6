/**
 * Cheques and bank transfers. No remote side answers here: what becomes of a cheque is told by the office, which writes it
 * into a register; what becomes of a transfer is read from the account's statements, elsewhere.
 */
@NullMarked
package io.receivables.payments.manual;

import org.jspecify.annotations.NullMarked;
