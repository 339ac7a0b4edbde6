package io.receivables.statements;

import java.io.IOException;
import java.io.InputStream;

/** Reads MT940 and MT942. */
final class MtReader {
    private MtReader() {}

    static void read(InputStream bytes, Reading reading) throws IOException {
        throw new UnsupportedOperationException("TODO by its worker " + bytes + reading);
    }
}
