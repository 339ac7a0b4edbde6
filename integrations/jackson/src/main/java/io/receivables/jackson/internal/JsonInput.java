package io.receivables.jackson.internal;

/**
 * What reading needs of a parser that stands on a token.
 *
 * @param <X> what the parser throws
 */
public interface JsonInput<X extends Exception> {
    /** The tokens, as far as the mapping tells them apart. */
    enum Token {
        OBJECT,
        ARRAY,
        /** The end of an object or array. */
        END,
        NAME,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        /** The input is at its end, or holds what JSON does not have. */
        OTHER
    }

    /** In place of a number of digits: the text of the number is what the sender wrote. */
    int ALL_DIGITS = Integer.MAX_VALUE;

    Token token() throws X;

    /** Moves on and tells the token that the parser then stands on. */
    Token next() throws X;

    /** The name, string, number or boolean that the parser stands on. */
    String text() throws X;

    /**
     * How many significant digits of the number that the parser stands on are certain: 15 where it was held in a {@code
     * double} before it came here, as in a tree of nodes.
     */
    int exactDigits() throws X;

    /** From the start of an object or array to its end; nothing elsewhere. */
    void skipChildren() throws X;
}
