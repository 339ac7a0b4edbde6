package io.receivables.core.cash;

import java.util.Objects;

/**
 * Of what account a bank speaks, and in which message.
 *
 * @param kind statement, report or notification
 * @param format how it came, such as {@code camt.053.001.08}, {@code MT940}, {@code BAI2} or {@code CSV}
 * @param id the bank's id of the statement; empty when it has none
 * @param number the statement's number, and the page's where there is one, such as {@code 172/1}; empty when not stated
 * @param account whose bookings they are
 */
public record StatementHeader(StatementKind kind, String format, String id, String number, BankAccount account) {
    public StatementHeader {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(account, "account");
    }
}
