package io.receivables.payments.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A register in memory. */
final class MemoryChequeRegister implements ChequeRegister {
    private final List<ChequeEntry> entries = new ArrayList<>();

    @Override
    public synchronized List<ChequeEntry> since(int number) {
        return List.copyOf(entries.subList(number, entries.size()));
    }

    @Override
    public synchronized boolean append(int number, ChequeEntry entry) {
        if (number != entries.size()) {
            return false;
        }
        entries.add(Objects.requireNonNull(entry, "entry"));
        return true;
    }
}
