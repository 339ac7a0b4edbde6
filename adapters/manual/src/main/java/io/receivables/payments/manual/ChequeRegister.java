package io.receivables.payments.manual;

import java.util.List;

/**
 * Where the facts about cheques are kept: a list to which facts are added, numbered from 0, and nothing more. {@link
 * FileChequeRegister} is one; a host with a store of its own implements this over it, with the number as primary key.
 *
 * <p>Several threads, and several processes over one store, may use it at once. What a call returns from is safely kept.
 */
public interface ChequeRegister {
    /**
     * The entries from a number on, in order.
     *
     * @throws java.io.UncheckedIOException if the register cannot be read
     */
    List<ChequeEntry> since(int number);

    /**
     * Writes an entry as the one of a number.
     *
     * @return false if somebody was faster, and the register is longer than the number says
     * @throws java.io.UncheckedIOException if it is not certain that the entry was written
     */
    boolean append(int number, ChequeEntry entry);

    /** A register that ends with the process. */
    static ChequeRegister inMemory() {
        return new MemoryChequeRegister();
    }
}
