package io.receivables.core.terms;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text of payment terms.
 *
 * @param kind what it is
 * @param word which phrase; null for other kinds
 * @param digits the number as written, with a decimal point; empty for other kinds
 * @param start where it starts in the text
 * @param end where it ends in the text
 */
record TermsToken(Kind kind, @Nullable TermsWord word, String digits, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        PERCENT,
        SLASH,
        PLUS,
        SEPARATOR,
        /** Nothing that payment terms are made of. */
        UNKNOWN,
        END
    }

    boolean is(TermsWord other) {
        return word == other;
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
