package io.receivables.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A camt.053.001.08 of any number of entries, made as it is read: credits of 1.00 to 9.00 and a debit of 45.00 in turn. */
final class StatementStream extends InputStream {
    static final int ENTRIES_PER_PIECE = 10;

    private final long pieces;
    private long next = -1;
    private long bytes;
    private InputStream current = InputStream.nullInputStream();

    StatementStream(long pieces) {
        this.pieces = pieces;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = current.read(buffer, offset, length);
        while (read < 0 && next <= pieces) {
            current = new ByteArrayInputStream(piece(next).getBytes(StandardCharsets.UTF_8));
            next++;
            read = current.read(buffer, offset, length);
        }
        bytes += Math.max(read, 0);
        return read;
    }

    private String piece(long number) {
        String whole = Camt.v08(Camt.balance("OPBD", "10.00", "CRDT", "2026-04-19")
                + Camt.balance("CLBD", "10.00", "CRDT", "2026-04-20") + "|");
        if (number < 0) {
            return whole.substring(0, whole.indexOf('|'));
        }
        if (number >= pieces) {
            return whole.substring(whole.indexOf('|') + 1);
        }
        StringBuilder entries = new StringBuilder(9_000);
        for (int i = 1; i <= ENTRIES_PER_PIECE; i++) {
            String amount = i == ENTRIES_PER_PIECE ? "45.00" : i + ".00";
            entries.append(Camt.entry(
                    amount,
                    i == ENTRIES_PER_PIECE ? "DBIT" : "CRDT",
                    "<AcctSvcrRef>B-" + number + "-" + i + "</AcctSvcrRef>" + Camt.code("RCDT", "ESCT")
                            + Camt.details("<Refs><EndToEndId>E-" + number + "-" + i + "</EndToEndId></Refs>"
                                    + Camt.amount(amount) + "<RltdPties><Dbtr><Pty><Nm>Payer " + number
                                    + "</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>" + Camt.PAYER
                                    + "</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Invoice " + number
                                    + "</Ustrd></RmtInf>")));
        }
        return entries.toString();
    }
}
