package io.receivables.core.cash;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A balance that a bank states.
 *
 * @param type which one
 * @param date the day at whose begin or end it holds, as the type says
 * @param amount negative for an overdraft
 */
public record BankBalance(Type type, LocalDate date, Money amount) {
    /** Which balance it is. {@link #code()} is the pinned text. */
    public enum Type {
        /** Before the first booking: camt OPBD or PRCD, MT {@code :60F:}, BAI2 010. */
        OPENING("opening"),
        /** Before the first booking of a page or of a part of the day: camt ITBD as the first of two, MT {@code :60M:}. */
        INTERIM_OPENING("interim-opening"),
        /** After the last booking: camt CLBD, MT {@code :62F:}, BAI2 015. */
        CLOSING("closing"),
        /** After the last booking of a page or of a part of the day: camt ITBD, MT {@code :62M:}. */
        INTERIM_CLOSING("interim-closing"),
        /** What could be disposed of at the opening: camt OPAV, BAI2 040. */
        OPENING_AVAILABLE("opening-available"),
        /** What can be disposed of: camt CLAV or ITAV, MT {@code :64:}, BAI2 045. */
        AVAILABLE("available"),
        /** What will be at disposal on a day to come: camt FWAV, MT {@code :65:}. */
        FORWARD("forward"),
        /** What is expected: camt XPCD. */
        EXPECTED("expected"),
        /** Any other, for information. */
        OTHER("other");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public BankBalance {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }
}
