package io.receivables.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes and counts what is not text of the encoding, so that an encoding can be proven over a whole file. */
final class DecodingReader extends Reader {
    /** So much of the text is malformed that this cannot be its encoding. */
    static final class WrongEncodingException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final int SIZE = 8192;
    private static final int MOST_DAMAGE = 8;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer input = ByteBuffer.allocate(SIZE).flip();
    private final CharBuffer output = CharBuffer.allocate(SIZE).flip();
    private final boolean proving;
    private boolean ended;
    private boolean flushed;
    private long beyondAscii;
    private long malformed;

    /**
     * @param proving whether to give up when too much of it is no text of the encoding
     */
    DecodingReader(InputStream bytes, Charset encoding, boolean proving) {
        this.bytes = bytes;
        this.proving = proving;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** How many sequences were no text of the encoding. */
    long malformed() {
        return malformed;
    }

    /** How many characters were beyond ASCII. */
    long beyondAscii() {
        return beyondAscii;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (!output.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            decode();
        }
        int handedOn = Math.min(length, output.remaining());
        output.get(buffer, offset, handedOn);
        return handedOn;
    }

    private void decode() throws IOException {
        output.clear();
        CoderResult result = decoder.decode(input, output, ended);
        if (result.isError()) {
            input.position(input.position() + result.length());
            malformed++;
            output.put('\uFFFD');
            if (proving && malformed > MOST_DAMAGE && malformed * 4 > beyondAscii) {
                throw new WrongEncodingException();
            }
        } else if (result.isUnderflow() && ended) {
            flushed = decoder.flush(output).isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
        output.flip();
        count();
    }

    private void fill() throws IOException {
        input.compact();
        int read = bytes.read(input.array(), input.position(), input.remaining());
        ended = read < 0;
        input.position(input.position() + Math.max(0, read));
        input.flip();
    }

    private void count() {
        for (int i = output.position(); i < output.limit(); i++) {
            if (output.get(i) > '\u007F' && output.get(i) != '\uFFFD') {
                beyondAscii++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
