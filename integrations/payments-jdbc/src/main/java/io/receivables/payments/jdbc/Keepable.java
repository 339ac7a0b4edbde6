package io.receivables.payments.jdbc;

/** What a column can keep and give back unchanged; anything else is refused instead of being cut or replaced. */
final class Keepable {
    /** As wide as the columns. */
    static final int LONGEST_ID = 200;

    static final int LONGEST_NAME = 10_000;
    static final int LONGEST_CONTENT = 1_000_000;

    private static final char NUL = '\0';

    private Keepable() {}

    /** Whether a text may be the id of something that was kept. */
    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.indexOf(NUL) < 0 && isWellFormed(text);
    }

    /**
     * An id that an application gave.
     *
     * @param what for whoever reads the exception
     */
    static String id(String what, String text) {
        return checked(what, text, LONGEST_ID);
    }

    /** What a provider calls something. */
    static String name(String what, String text) {
        return checked(what, text, LONGEST_NAME);
    }

    private static String checked(String what, String text, int longest) {
        that(text.length() <= longest, what, "has " + text.length() + " characters: at most " + longest + " are kept");
        that(text.indexOf(NUL) < 0, what, "has a NUL character, which databases do not keep: leave it out");
        that(isWellFormed(text), what, "has half of a surrogate pair, which is no character: leave it out");
        return text;
    }

    /** JSON, whose characters are all of ASCII. */
    static String content(String what, String json) {
        that(
                json.length() <= LONGEST_CONTENT,
                what,
                "has " + json.length() + " characters as JSON: at most " + LONGEST_CONTENT + " are kept");
        return json;
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private static void that(boolean holds, String what, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + otherwise);
        }
    }
}
