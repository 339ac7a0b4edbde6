package io.receivables.statements;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file whose lines end with two at signs, as the German DFÜ agreement allows in place of CR and LF: they become line feeds. A
 * single at sign is text.
 */
final class MtAtSigns extends FilterInputStream {
    private static final int NONE = -2;

    private int next = NONE;

    MtAtSigns(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        int one = next == NONE ? in.read() : next;
        next = NONE;
        if (one == '@') {
            int two = in.read();
            if (two == '@') {
                return '\n';
            }
            next = two;
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int one = read();
            if (one < 0) {
                return read == 0 ? -1 : read;
            }
            buffer[from + read] = (byte) one;
            read++;
        }
        return read;
    }
}
