package io.receivables.payments.bank.transfer;

import java.time.Instant;
import java.util.Objects;

/**
 * A fact as it stands in a register.
 *
 * @param recordedAt when it was written there
 */
public record TransferEntry(Instant recordedAt, TransferFact fact) {
    public TransferEntry {
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(fact, "fact");
    }

    /**
     * The entry of a line that {@link #line()} wrote.
     *
     * @throws IllegalArgumentException if it is none; says which field and why
     */
    public static TransferEntry ofLine(String line) {
        return TransferLine.read(line);
    }

    /** This entry as one line of text, its checksum within it: for a register that is a file, or a column of a table. */
    public String line() {
        return TransferLine.write(this);
    }
}
