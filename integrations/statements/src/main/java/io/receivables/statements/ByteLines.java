package io.receivables.statements;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, ended by CR, LF or both. Each line is text in UTF-8 where its bytes are that, and in another charset
 * otherwise, so that a file need not be read twice. NUL, which UTF-16 puts between ASCII signs, is passed over.
 */
final class ByteLines {
    private final InputStream bytes;
    private final Limits limits;
    private final Charset otherwise;
    private final byte[] buffer = new byte[8_192];
    private byte[] line = new byte[256];
    private int position;
    private int filled;
    private long total;
    private int number;
    private boolean cut;
    private boolean tooLarge;
    private boolean afterReturn;

    ByteLines(InputStream bytes, Limits limits, Charset otherwise) {
        this.bytes = bytes;
        this.limits = limits;
        this.otherwise = otherwise;
    }

    /** A charset whose lines can be told by their bytes. */
    static Charset checked(Charset charset) {
        if (!charset.canEncode() || !Arrays.equals("a\n".getBytes(charset), new byte[] {'a', '\n'})) {
            throw new IllegalArgumentException(
                    "charset is " + charset + ": give one with one byte for each ASCII sign, or convert the file");
        }
        return charset;
    }

    /** The next line without what ends it, cut after the longest text allowed; null after the last one. */
    @Nullable String next() throws IOException {
        int length = 0;
        boolean any = false;
        cut = false;
        while (true) {
            int next = read();
            if (next == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = next == '\r';
            if (next < 0 && !any) {
                return null;
            }
            if (next < 0 || next == '\n' || next == '\r') {
                number++;
                return text(length);
            }
            any = true;
            if (next == 0) {
                continue;
            }
            if (length == limits.text()) {
                cut = true;
                continue;
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(limits.text(), length * 2));
            }
            line[length] = (byte) next;
            length++;
        }
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line read last was longer than allowed. */
    boolean isCut() {
        return cut;
    }

    /** Whether the file is larger than allowed: the lines ended before it did. */
    boolean isTooLarge() {
        return tooLarge;
    }

    private int read() throws IOException {
        if (position == filled) {
            if (tooLarge) {
                return -1;
            }
            filled = Math.max(0, bytes.read(buffer));
            position = 0;
            if (filled == 0) {
                return -1;
            }
            total += filled;
            if (total > limits.bytes()) {
                tooLarge = true;
                filled -= (int) Math.min(filled, total - limits.bytes());
                if (filled == 0) {
                    return -1;
                }
            }
        }
        int next = buffer[position] & 0xFF;
        position++;
        return next;
    }

    private String text(int length) {
        int from =
                number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF
                        ? 3
                        : 0;
        // a line that was cut may end within a character
        for (int end = length; end >= Math.max(from, cut ? length - 3 : length); end--) {
            String text = utf8(from, end);
            if (text != null) {
                return text;
            }
        }
        return new String(line, from, length - from, otherwise);
    }

    private @Nullable String utf8(int from, int end) {
        int ascii = from;
        while (ascii < end && line[ascii] >= 0) {
            ascii++;
        }
        if (ascii == end) {
            return new String(line, from, end - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
