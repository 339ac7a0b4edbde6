package io.receivables.jackson.internal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What writing needs of a generator.
 *
 * @param <X> what the generator throws
 */
public interface JsonOutput<X extends Exception> {
    void beginObject() throws X;

    void endObject() throws X;

    void beginArray() throws X;

    void endArray() throws X;

    void name(String name) throws X;

    void text(String value) throws X;

    void number(int value) throws X;

    void number(BigDecimal value) throws X;

    void flag(boolean value) throws X;

    default void field(String name, String value) throws X {
        name(name);
        text(value);
    }

    default void field(String name, int value) throws X {
        name(name);
        number(value);
    }

    default void field(String name, boolean value) throws X {
        name(name);
        flag(value);
    }

    default void field(String name, LocalDate value) throws X {
        field(name, value.toString());
    }
}
