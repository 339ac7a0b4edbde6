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
 * <p>A file may have several documents, as when messages are put into one file: a declaration after the end of a tag, which is
 * well formed nowhere else, begins another one. The text ends before it, until {@link #nextDocument} goes on.
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

    private static final String DECLARATION = "<?xml";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A declaration, the blank after it and a mark before it: so much is kept back, as it may be the half of them. */
    private static final int KEPT = DECLARATION.length() + 2;

    private final String encoding;
    private final char[] window = new char[1 << 13];
    /** What was read of the file and not yet handed on; up to {@link #end} it is of this document. */
    private int from;

    private int to;
    private int end;
    /** Where in the window another document begins; -1 where none does. */
    private int next = -1;
    /** The last sign before the window that is no blank, and how many lines end between it and the window. */
    private char before;

    private int linesBefore;

    private boolean isFresh = true;
    private boolean isOver;
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
        if (from == end && !fill()) {
            return -1;
        }
        int read = Math.min(length, end - from);
        System.arraycopy(window, from, buffer, offset, read);
        from += read;
        isFresh = false;
        count(read);
        for (int i = 0; i < read && place != Prolog.OVER; i++) {
            watch(buffer[offset + i]);
        }
        return read;
    }

    /** Reads on in this document; false at its end. */
    private boolean fill() throws IOException {
        while (from == end && next < 0 && !(isOver && end == to)) {
            int last = lastSign(from);
            linesBefore = (last < 0 ? linesBefore : 0) + lines(last + 1, from);
            before = last < 0 ? before : window[last];
            System.arraycopy(window, from, window, 0, to - from);
            to -= from;
            from = 0;
            int read = in.read(window, to, window.length - to);
            isOver = read < 0;
            to += Math.max(read, 0);
            findEnd();
        }
        return from < end;
    }

    /** Finds where this document ends, as far as the file was read. */
    private void findEnd() {
        String text = new String(window, 0, to);
        int at = text.indexOf(DECLARATION, from + (isFresh ? 1 : 0));
        while (at >= 0 && !isDocument(at)) {
            at = text.indexOf(DECLARATION, at + 1);
        }
        next = at;
        if (at < 0) {
            end = isOver ? to : Math.max(from, to - KEPT);
        } else {
            end = at > from && window[at - 1] == BYTE_ORDER_MARK ? at - 1 : at;
        }
    }

    /** Whether a declaration is one, and follows the end of a tag. */
    private boolean isDocument(int at) {
        int after = at + DECLARATION.length();
        if (after >= to || !isBlank(window[after])) {
            return false;
        }
        int last = lastSign(at);
        return (last < 0 ? before : window[last]) == '>';
    }

    /** Where the last sign before a place in the window is that is no blank; -1 where it is before the window. */
    private int lastSign(int place) {
        int last = place - 1;
        while (last >= 0 && isBlank(window[last])) {
            last--;
        }
        return last;
    }

    private int lines(int start, int stop) {
        int lines = 0;
        for (int i = start; i < stop; i++) {
            lines += window[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == BYTE_ORDER_MARK;
    }

    /**
     * Goes on with another document, once this one is read.
     *
     * @param last the line with the last markup of this one
     * @return the line with which the other begins; 0 if there is none
     */
    int nextDocument(int last) {
        if (next < 0) {
            return 0;
        }
        int sign = lastSign(next);
        line = last + lines(sign + 1, next) + (sign < 0 ? linesBefore : 0);
        from = next;
        isFresh = true;
        place = Prolog.BETWEEN;
        findEnd();
        return line;
    }

    /** A parser closes what it has read to the end: another document may follow, and the stream is the caller's. */
    @Override
    public void close() {
        // nothing is held
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
