package io.receivables.payments.bank.transfer;

import java.util.ArrayList;
import java.util.List;

/** A register in memory. */
final class MemoryTransferRegister implements TransferRegister {
    private final List<TransferEntry> entries = new ArrayList<>();

    @Override
    public synchronized List<TransferEntry> since(int number) {
        return List.copyOf(entries.subList(number, entries.size()));
    }

    @Override
    public synchronized boolean append(int number, List<TransferEntry> more) {
        if (number != entries.size()) {
            return false;
        }
        entries.addAll(List.copyOf(more));
        return true;
    }
}
