package io.receivables.jackson.internal;

/** Reads one type of the domain. */
public interface JsonReader<T> {
    Class<T> type();

    /**
     * Reads the value whose first token the input stands on, and leaves the input on its last token.
     *
     * @throws InvalidJson if what is read is no such value
     */
    <X extends Exception> T read(JsonInput<X> in) throws X;
}
