package io.receivables.dunning.internal;

import java.util.Objects;
import java.util.function.Supplier;

/** Argument checks whose messages name the argument, the value and the fix; a message is only made when it is needed. */
public final class Checks {
    /** The greatest number of days that a rule may speak of: ten years. */
    public static final int MOST_DAYS = 3_660;

    /** The most characters of an identifier. */
    public static final int LONGEST_ID = 200;

    private Checks() {}

    public static void that(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new IllegalArgumentException(message.get());
        }
    }

    /** An identifier: not blank, of a sane length. */
    public static String id(String value, String name) {
        Objects.requireNonNull(value, name);
        that(!value.isBlank(), () -> name + " is blank: give an identifier");
        that(
                value.length() <= LONGEST_ID,
                () -> name + " has " + value.length() + " characters: at most " + LONGEST_ID + " are allowed");
        return value;
    }

    /** A number of days from zero to ten years. */
    public static int days(int value, String name) {
        that(
                value >= 0 && value <= MOST_DAYS,
                () -> name + " " + value + " is not between 0 and " + MOST_DAYS + ": count in days");
        return value;
    }
}
