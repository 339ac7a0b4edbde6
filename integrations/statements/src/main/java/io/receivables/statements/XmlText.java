package io.receivables.statements;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, within limits. The encoding is that of the byte order mark or of the first bytes, else of the
 * declaration, else UTF-8; bytes that are no text in it are an error, not a question mark. A file that declares UTF-16 in
 * single bytes, as programs write that keep text as UTF-16 in memory, is UTF-8. Blanks before the declaration are passed over,
 * which a parser would refuse.
 *
 * <p>A document type is refused here, before a parser sees it: that of the JDK, told not to support any, still reads through
 * it, and in damaged ones meets exceptions of its own and writes them to the console.
 */
final class XmlText extends FilterReader {
    /** Characters of one piece of markup: a tag with its attributes, a comment, a CDATA section. */
    private static final int MOST_MARKUP = 1 << 18;

    private static final int LONGEST_DECLARATION = 1_000;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    private final String encoding;
    private int sinceMarkup;
    private Prolog place = Prolog.BETWEEN;
    private int line = 1;
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

    private XmlText(InputStream bytes, Charset encoding) {
        super(new InputStreamReader(bytes, strict(encoding)));
        this.encoding = encoding.name();
    }

    private static CharsetDecoder strict(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static XmlText of(InputStream bytes, long mostBytes) throws IOException {
        BufferedInputStream start = new BufferedInputStream(new Counted(bytes, mostBytes), 1 << 13);
        return new XmlText(start, encoding(start));
    }

    private static Charset encoding(BufferedInputStream start) throws IOException {
        start.mark(LONGEST_DECLARATION);
        byte[] first = start.readNBytes(LONGEST_DECLARATION);
        start.reset();
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            start.skipNBytes(3);
            skipBlanks(start);
            return StandardCharsets.UTF_8;
        }
        if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
            start.skipNBytes(2);
            return text.charAt(0) == '\u00FE' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (text.startsWith("\0<\0") || text.startsWith("<\0")) {
            return text.charAt(0) == '\0' ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        skipBlanks(start);
        Matcher declared = DECLARED.matcher(text.stripLeading());
        return declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static void skipBlanks(BufferedInputStream start) throws IOException {
        int next;
        do {
            start.mark(1);
            next = start.read();
        } while (next == ' ' || next == '\t' || next == '\n' || next == '\r');
        start.reset();
    }

    private static Charset charset(String name) throws RefusedFile {
        if (name.regionMatches(true, 0, "UTF-16", 0, 6)) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset declared = Charset.forName(name);
            // one in which markup is not written as in ASCII would not have shown its declaration
            if (declared.canEncode()
                    && new String("<?xml".getBytes(declared), StandardCharsets.US_ASCII).equals("<?xml")) {
                return declared;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // reported below
        }
        throw new RefusedFile(StatementProblem.WRONG_ENCODING, "value", CamtValues.shown(name), "line", 1);
    }

    String encoding() {
        return encoding;
    }

    /** The parser has come to the next piece of the file. */
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

    /** Goes over the characters before the first element. */
    private void watch(char next) throws RefusedFile {
        line += next == '\n' ? 1 : 0;
        switch (place) {
            case BETWEEN -> place = next == '<' ? Prolog.OPEN : Prolog.BETWEEN;
            case OPEN -> {
                place = next == '!' ? Prolog.OPEN_DECLARATION : next == '?' ? Prolog.INSTRUCTION : Prolog.OVER;
                ending = 0;
            }
            case OPEN_DECLARATION -> {
                if (next != '-') {
                    throw new RefusedFile(StatementProblem.DOCTYPE, "line", line);
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

    private void count(int read) throws RefusedFile {
        sinceMarkup += Math.max(read, 0);
        if (sinceMarkup > MOST_MARKUP) {
            throw RefusedFile.tooLarge("markup", MOST_MARKUP);
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

        private void count(int read) throws RefusedFile {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw RefusedFile.tooLarge("file", most);
            }
        }
    }
}
