package io.receivables.testkit;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How large generated histories are, and where in time they lie. Small ones find as much as large ones and are easier to
 * read once they fail.
 *
 * @param customers the largest number of customers, at least 1
 * @param documents the largest number of invoices, debit notes and credit notes, zero or more
 * @param movements the largest number of things that happen to them (payments, write-offs, disputes, …), zero or more
 * @param currencies the currencies to choose from, at least one, each once; a ledger has three of them at most
 * @param from the first issue date
 * @param to the last date of anything
 * @param largestAmount the largest gross amount of a document in minor units, at least 1
 */
public record LedgerSpec(
        int customers,
        int documents,
        int movements,
        List<Currency> currencies,
        LocalDate from,
        LocalDate to,
        long largestAmount) {
    /** Above this amount, sums over a ledger might no longer fit. */
    private static final long LARGEST = 1_000_000_000_000_000L;

    public LedgerSpec {
        atLeast(1, customers, "customers");
        atLeast(0, documents, "documents");
        atLeast(0, movements, "movements");
        currencies = List.copyOf(currencies);
        atLeast(1, currencies.size(), "number of currencies");
        if (Set.copyOf(currencies).size() < currencies.size()) {
            throw new IllegalArgumentException("currencies " + currencies + " name one twice");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to " + to + " is before from " + from);
        }
        atLeast(1, largestAmount, "largestAmount");
        if (largestAmount > LARGEST) {
            throw new IllegalArgumentException("largestAmount " + largestAmount + " is above " + LARGEST);
        }
    }

    /**
     * Up to 3 customers, 8 documents and 16 movements in EUR, CAD, USD, JPY and KWD, in the years 2024 (a leap year) and
     * 2025, amounts up to 10,000,000,000.00.
     */
    public static LedgerSpec standard() {
        return new LedgerSpec(
                3,
                8,
                16,
                ReceivablesArbitraries.CURRENCIES,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2025, 12, 31),
                1_000_000_000_000L);
    }

    public LedgerSpec withCustomers(int customers) {
        return new LedgerSpec(customers, documents, movements, currencies, from, to, largestAmount);
    }

    public LedgerSpec withDocuments(int documents) {
        return new LedgerSpec(customers, documents, movements, currencies, from, to, largestAmount);
    }

    public LedgerSpec withMovements(int movements) {
        return new LedgerSpec(customers, documents, movements, currencies, from, to, largestAmount);
    }

    /** This spec with other currencies, given by their ISO 4217 codes. */
    public LedgerSpec withCurrencies(String... codes) {
        List<Currency> chosen = Arrays.stream(codes).map(Money::currency).toList();
        return new LedgerSpec(customers, documents, movements, chosen, from, to, largestAmount);
    }

    public LedgerSpec between(LocalDate from, LocalDate to) {
        return new LedgerSpec(customers, documents, movements, currencies, from, to, largestAmount);
    }

    /** This spec with another largest amount, in minor units. */
    public LedgerSpec withLargestAmount(long minorUnits) {
        return new LedgerSpec(customers, documents, movements, currencies, from, to, minorUnits);
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + " is below " + least);
        }
    }
}
