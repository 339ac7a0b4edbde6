package io.receivables.core.cash;

import java.util.Locale;
import java.util.Objects;

/**
 * An account that a bank keeps. Two are the same account when their numbers are equal.
 *
 * @param number the IBAN, or the bank's own number, without blanks and in upper case
 * @param currency the account's currency code; empty when not stated
 * @param bank a BIC, another number of the bank, or its name; empty when not stated
 * @param holder whose account it is; empty when not stated
 */
public record BankAccount(String number, String currency, String bank, String holder) {
    public BankAccount {
        number = normalized(number);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("number of the account is blank: give its IBAN or the bank's number");
        }
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(holder, "holder");
    }

    public static BankAccount of(String number) {
        return new BankAccount(number, "", "", "");
    }

    public BankAccount in(String currency) {
        return new BankAccount(number, currency, bank, holder);
    }

    public BankAccount at(String bank) {
        return new BankAccount(number, currency, bank, holder);
    }

    public BankAccount heldBy(String holder) {
        return new BankAccount(number, currency, bank, holder);
    }

    /** The number as it is compared: without blanks, in upper case. */
    public static String normalized(String number) {
        StringBuilder kept = new StringBuilder(number.length());
        number.codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .forEach(kept::appendCodePoint);
        return kept.toString().toUpperCase(Locale.ROOT);
    }
}
