package io.receivables.dunning.letters;

import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a template taken apart into literal text and tags. Of the tags of the template language, values, sections,
 * inverted sections, partials and comments are allowed; tags that leave a value unescaped or change the language are not.
 */
final class TemplateText {
    enum Kind {
        LITERAL,
        VALUE,
        SECTION,
        INVERTED,
        END,
        PARTIAL,
        COMMENT
    }

    /**
     * A piece of a template.
     *
     * @param kind what it is
     * @param text the literal text, or the name in the tag
     * @param source as it was written
     */
    record Piece(Kind kind, String text, String source) {}

    /** A text that cannot be taken apart. */
    static final class MistakeException extends Exception {
        private static final long serialVersionUID = 1L;
        private final LetterProblem code;
        private final String tag;

        MistakeException(LetterProblem code, String tag) {
            super(tag, null, false, false);
            this.code = code;
            this.tag = tag;
        }

        Problem problem(String file) {
            return Problem.of(code, "file", file, "what", "unclosed-tag", "value", tag);
        }
    }

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final int SHOWN = 60;
    private static final Pattern NAME = Pattern.compile("\\.|[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)*");

    private TemplateText() {}

    /** The pieces in their order; written one after the other they are the text. */
    static List<Piece> pieces(String text) throws MistakeException {
        List<Piece> pieces = new ArrayList<>();
        int position = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
            if (open > position) {
                pieces.add(literal(text.substring(position, open)));
            }
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                throw new MistakeException(LetterProblem.MALFORMED, shown(text, open));
            }
            pieces.add(tag(text.substring(open + OPEN.length(), close)));
            position = close + CLOSE.length();
        }
        if (position < text.length()) {
            pieces.add(literal(text.substring(position)));
        }
        return pieces;
    }

    private static Piece literal(String text) {
        return new Piece(Kind.LITERAL, text, text);
    }

    private static Piece tag(String content) throws MistakeException {
        String source = OPEN + content + CLOSE;
        String trimmed = content.strip();
        Kind kind = trimmed.isEmpty() ? Kind.VALUE : kind(trimmed.charAt(0));
        String name = kind == Kind.VALUE ? trimmed : trimmed.substring(1).strip();
        if (kind == Kind.COMMENT) {
            return new Piece(kind, "", source);
        }
        if (content.contains("\n") || !NAME.matcher(name).matches()) {
            throw new MistakeException(LetterProblem.FORBIDDEN_TAG, shown(source, 0));
        }
        return new Piece(kind, name, source);
    }

    private static Kind kind(char sigil) {
        return switch (sigil) {
            case '#' -> Kind.SECTION;
            case '^' -> Kind.INVERTED;
            case '/' -> Kind.END;
            case '>' -> Kind.PARTIAL;
            case '!' -> Kind.COMMENT;
            default -> Kind.VALUE;
        };
    }

    private static String shown(String text, int from) {
        int end = Math.min(text.length(), from + SHOWN);
        return CleanText.of(text.substring(from, end));
    }
}
