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
 */
final class DecodedText extends FilterReader {
    private static final int LONGEST_DECLARATION = 1_000;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    /** Encodings in which markup is written as in ASCII; UTF-16 is told by its bytes. */
    private static final Pattern KNOWN = Pattern.compile("(?i)utf-8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d");

    private long sinceMarkup;

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
        int read = super.read();
        count(read < 0 ? read : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
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
