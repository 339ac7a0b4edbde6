package io.receivables.statements;

import java.io.IOException;
import java.io.InputStream;

/** Reads BAI2. */
final class Bai2Reader {
    private Bai2Reader() {}

    static void read(InputStream bytes, Reading reading) throws IOException {
        throw new UnsupportedOperationException("TODO by its worker " + bytes + reading);
    }
}
