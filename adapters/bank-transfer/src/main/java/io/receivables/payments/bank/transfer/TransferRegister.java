package io.receivables.payments.bank.transfer;

import java.util.List;

/**
 * Where it is kept what was asked for and what came: a list to which facts are added, numbered from 0, and nothing more.
 * {@link FileTransferRegister} is one; a host with a store of its own implements this over it, with the number as primary key
 * and {@link TransferEntry#line()} as text.
 *
 * <p>Several threads, and several processes over one store, may use it at once. What a call returns from is safely kept.
 */
public interface TransferRegister {
    /**
     * The entries from a number on, in order.
     *
     * @throws java.io.UncheckedIOException if the register cannot be read
     */
    List<TransferEntry> since(int number);

    /**
     * Writes entries as those from a number on, all or, where it breaks off, the first of them.
     *
     * @return false if somebody was faster, and the register is longer than the number says: nothing was written
     * @throws java.io.UncheckedIOException if it is not certain that all entries were written
     */
    boolean append(int number, List<TransferEntry> entries);

    /** A register that ends with the process. */
    static TransferRegister inMemory() {
        return new MemoryTransferRegister();
    }
}
