package io.receivables.core.cash;

import io.receivables.core.reference.Iban;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An account that a bank keeps. Two are the same account when they are known by the same {@link #key()}.
 *
 * @param number the IBAN, or the bank's own number, without blanks and in upper case
 * @param currency the account's currency code; empty when not stated
 * @param bank a BIC, another number of the bank, or its name; empty when not stated
 * @param holder whose account it is; empty when not stated
 */
public record BankAccount(String number, String currency, String bank, String holder) {
    /** As field 25 of German MT940 has it (DFÜ agreement, annex 3); the currency may follow the number. */
    private static final Pattern BANK_AND_ACCOUNT = Pattern.compile("\\d{8}/\\d{1,10}");

    private static final int BANK_CODE = 8;
    private static final int ACCOUNT = 10;

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

    /**
     * What the account is known by, whichever of its numbers a message states: the number; for a German bank code and account
     * number, such as {@code 10020500/1194700}, the IBAN that the Bundesbank's standard rule makes of them. A few banks give
     * out other IBANs: this is not a number to pay to.
     */
    public String key() {
        if (!BANK_AND_ACCOUNT.matcher(number).matches()) {
            return number;
        }
        String account = number.substring(BANK_CODE + 1);
        return Iban.of("DE", number.substring(0, BANK_CODE) + "0".repeat(ACCOUNT - account.length()) + account)
                .value();
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
