package io.receivables.jackson.internal;

/** Writes one type of the domain, its subtypes included. */
public interface JsonWriter<T> {
    Class<T> type();

    <X extends Exception> void write(T value, JsonOutput<X> out) throws X;
}
