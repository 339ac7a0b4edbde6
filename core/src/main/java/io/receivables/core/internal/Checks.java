package io.receivables.core.internal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;

/** Argument checks whose messages name the argument, the value and the fix; a message is only made when it is needed. */
public final class Checks {
    /** The first year of a business date; outside of these years a date is a typing mistake. */
    public static final int FIRST_YEAR = 1900;

    /** The last year of a business date. */
    public static final int LAST_YEAR = 9999;

    /** The greatest number of characters of an identifier. */
    public static final int LONGEST_ID = 200;

    private Checks() {}

    public static void that(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new IllegalArgumentException(message.get());
        }
    }

    public static String id(String value, String name) {
        return id(value, name, "");
    }

    /** An identifier: not blank, of a sane length. {@code owner} is the id of the fact that it belongs to. */
    public static String id(String value, String name, String owner) {
        Objects.requireNonNull(value, name);
        that(!value.isBlank(), () -> named(name, owner) + " is blank: give the identifier that the source system uses");
        that(
                value.length() <= LONGEST_ID,
                () -> named(name, owner) + " has " + value.length() + " characters: at most " + LONGEST_ID
                        + " are allowed");
        return value;
    }

    public static LocalDate date(LocalDate value, String name) {
        return date(value, name, "");
    }

    /** A business date. {@code owner} is the id of the fact that it belongs to. */
    public static LocalDate date(LocalDate value, String name, String owner) {
        Objects.requireNonNull(value, name);
        that(
                value.getYear() >= FIRST_YEAR && value.getYear() <= LAST_YEAR,
                () -> named(name, owner) + " " + value + " is outside the years " + FIRST_YEAR + " to " + LAST_YEAR
                        + ": check the date");
        return value;
    }

    private static String named(String name, String owner) {
        return owner.isEmpty() ? name : name + " " + owner;
    }
}
