package io.receivables.core.cash;

import java.util.Objects;

/**
 * Who is on the other side of a booking: who paid, or who was paid. What is not stated is empty.
 *
 * @param name as the bank states it
 * @param account the IBAN or number, without blanks and in upper case
 * @param bank a BIC, another number of the bank, or its name
 * @param ultimate on whose behalf, where that is someone else
 */
public record Counterparty(String name, String account, String bank, String ultimate) {
    /** Nobody is stated. */
    public static final Counterparty NONE = new Counterparty("", "", "", "");

    public Counterparty {
        Objects.requireNonNull(name, "name");
        account = BankAccount.normalized(account);
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(ultimate, "ultimate");
    }

    public static Counterparty of(String name, String account) {
        return new Counterparty(name, account, "", "");
    }
}
