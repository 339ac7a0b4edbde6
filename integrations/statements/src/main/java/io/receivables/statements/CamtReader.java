package io.receivables.statements;

import java.io.IOException;
import java.io.InputStream;

/** Reads camt.052, camt.053, camt.054 and pain.002. */
final class CamtReader {
    private CamtReader() {}

    static void read(InputStream bytes, Reading reading) throws IOException {
        throw new UnsupportedOperationException("TODO by its worker " + bytes + reading);
    }
}
