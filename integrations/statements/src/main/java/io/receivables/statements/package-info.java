/**
 * Reads what banks say of accounts into lines. {@link io.receivables.statements.StatementReader} finds out what a file is and
 * hands what it reads to a {@link io.receivables.statements.StatementSink}, so that a file of any size needs little memory.
 */
@NullMarked
package io.receivables.statements;

import org.jspecify.annotations.NullMarked;
