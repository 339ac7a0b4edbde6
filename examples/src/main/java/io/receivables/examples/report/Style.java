package io.receivables.examples.report;

/** Emphasis on a terminal; plain text where the output is none. */
public enum Style {
    PLAIN(false),
    COLOUR(true);

    private final boolean colour;

    Style(boolean colour) {
        this.colour = colour;
    }

    String title(String text) {
        return sgr("1;36", text);
    }

    String strong(String text) {
        return sgr("1", text);
    }

    String faint(String text) {
        return sgr("2", text);
    }

    String good(String text) {
        return sgr("32", text);
    }

    String notice(String text) {
        return sgr("33", text);
    }

    String bad(String text) {
        return sgr("31", text);
    }

    private String sgr(String code, String text) {
        return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
