package io.receivables.core.reference;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.util.Objects;
import java.util.function.IntPredicate;

/** Checks of what goes into the lines of a payload. A line break in a name would shift all that follows to other fields. */
final class Fields {
    private static final long GREATEST_AMOUNT = 99_999_999_999L;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Fields() {}

    /** A text that may be empty. */
    static void optional(String value, String name, int most) {
        Objects.requireNonNull(value, name);
        int length = value.codePointCount(0, value.length());
        Checks.that(
                length <= most,
                () -> name + " \"" + Characters.shown(value) + "\" has " + length + " characters: at most " + most
                        + " fit; shorten it");
        made(value, name, Fields::isOfALine);
        Checks.that(value.isEmpty() || !value.isBlank(), () -> name + " is blank: leave it empty or fill it in");
    }

    static void required(String value, String name, int most) {
        optional(value, name, most);
        Checks.that(!value.isEmpty(), () -> name + " is empty: it takes 1 to " + most + " characters");
    }

    /** A text of such characters only. */
    static void made(String value, String name, IntPredicate allowed) {
        value.codePoints().filter(c -> !allowed.test(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(name + " \"" + Characters.shown(value) + "\" has the character "
                    + Characters.shown(c) + ", which cannot be written: use another one");
        });
    }

    private static boolean isOfALine(int c) {
        return !Character.isISOControl(c)
                && c != LINE_SEPARATOR
                && c != PARAGRAPH_SEPARATOR
                && Character.getType(c) != Character.SURROGATE;
    }

    /** An amount as both codes take it: 0.01 to 999999999.99. */
    static void amount(Money amount) {
        Checks.that(
                amount.isPositive() && amount.minorUnits() <= GREATEST_AMOUNT,
                () -> "amount " + amount + " cannot be asked for: use 0.01 to 999999999.99");
    }
}
