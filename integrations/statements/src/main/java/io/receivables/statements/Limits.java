package io.receivables.statements;

/**
 * What a file may have at most.
 *
 * @param bytes of the file
 * @param text characters of one field, one line, or all that one booking says; what is longer is an error
 * @param parts parts of one sum; a sum of more is kept as a sum
 * @param problems that are reported; what comes after is counted
 */
record Limits(long bytes, int text, int parts, int problems) {
    /** Two gigabytes; the rest is far beyond any real booking. */
    static final Limits STANDARD = new Limits(2L << 30, 1 << 16, 100_000, 1_000);
}
