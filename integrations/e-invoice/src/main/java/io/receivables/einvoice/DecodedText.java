package io.receivables.einvoice;

import io.receivables.core.Problem;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document, within limits. The encoding is that of the byte order mark, else of the declaration,
 * else UTF-8; bytes that are no text in it are an error, not a question mark. The parser would decode as well, but reports
 * wrong bytes on the console.
 *
 * <p>A document type is refused here, before the parser sees it: that of the JDK, told not to support any, still reads through
 * it, and in damaged ones meets exceptions of its own and writes them to the console.
 */
final class DecodedText extends FilterReader {
    private static final int LONGEST_DECLARATION = 1_000;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    /** Encodings in which markup is written as in ASCII; UTF-16 is told by its bytes. */
    private static final Pattern KNOWN = Pattern.compile("(?i)utf-8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d");

    private long sinceMarkup;
    private Prolog place = Prolog.BETWEEN;
    private int line = 1;
    private int column;
    /** How many of the signs that end a comment or instruction have come. */
    private int ending;

    /** Where in front of the first element a character is. */
    private enum Prolog {
        BETWEEN,
        OPEN,
        OPEN_DECLARATION,
        COMMENT,
        INSTRUCTION,
        OVER
    }

    private DecodedText(Reader decoder) {
        super(decoder);
    }

    static DecodedText of(InputStream bytes, long mostBytes) throws IOException {
        BufferedInputStream start = new BufferedInputStream(new Counted(bytes, mostBytes), LONGEST_DECLARATION);
        CharsetDecoder decoder = encoding(start)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new DecodedText(new InputStreamReader(start, decoder));
    }

    private static Charset encoding(BufferedInputStream start) throws IOException {
        start.mark(LONGEST_DECLARATION);
        byte[] first = start.readNBytes(LONGEST_DECLARATION);
        start.reset();
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            start.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
            start.skipNBytes(2);
            return text.charAt(0) == '\u00FE' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (text.startsWith("\0<\0") || text.startsWith("<\0")) {
            return text.charAt(0) == '\0' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(text);
        return declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset charset(String name) throws RefusedException {
        try {
            if (KNOWN.matcher(name).matches()) {
                return Charset.forName(name);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // reported below
        }
        throw new RefusedException(Problem.of(EInvoiceProblem.UNKNOWN_ENCODING, Problem.VALUE, Shown.of(name)));
    }

    /** The parser has come to the next piece of the document. */
    void nextPiece() {
        sinceMarkup = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        for (int i = 0; i < read && place != Prolog.OVER; i++) {
            watch(buffer[offset + i]);
        }
        return read;
    }

    private void watch(char next) throws RefusedException {
        column = next == '\n' ? 0 : column + 1;
        line += next == '\n' ? 1 : 0;
        switch (place) {
            case BETWEEN -> place = next == '<' ? Prolog.OPEN : Prolog.BETWEEN;
            case OPEN -> {
                place = next == '!' ? Prolog.OPEN_DECLARATION : next == '?' ? Prolog.INSTRUCTION : Prolog.OVER;
                ending = 0;
            }
            case OPEN_DECLARATION -> {
                if (next != '-') {
                    throw new RefusedException(
                            Problem.of(EInvoiceProblem.DOCTYPE, Problem.LINE, line, "column", column));
                }
                place = Prolog.COMMENT;
            }
            case COMMENT -> end(next, '-', 2);
            case INSTRUCTION -> end(next, '?', 1);
            case OVER -> {
                // the rest is the parser's
            }
        }
    }

    /** A comment or instruction ends with so many of a sign before a {@code >}. */
    private void end(char next, char sign, int signs) {
        if (next == '>' && ending >= signs) {
            place = Prolog.BETWEEN;
        }
        ending = next == sign ? ending + 1 : 0;
    }

    private void count(int read) throws RefusedException {
        sinceMarkup += Math.max(read, 0);
        if (sinceMarkup > Limits.MARKUP) {
            throw RefusedException.tooLarge("markup", Limits.MARKUP);
        }
    }

    /** Bytes up to a number. */
    private static final class Counted extends FilterInputStream {
        private final long most;
        private long left;

        Counted(InputStream bytes, long most) {
            super(bytes);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? read : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws RefusedException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw RefusedException.tooLarge("bytes", most);
            }
        }
    }
}
