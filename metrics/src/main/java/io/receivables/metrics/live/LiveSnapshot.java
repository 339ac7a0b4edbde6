package io.receivables.metrics.live;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;
import io.receivables.metrics.Window;
import io.receivables.metrics.dso.DsoMethod;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All figures of a live ledger at one moment, customers apart; it stays as it is while the ledger goes on. */
public final class LiveSnapshot {
    private final LocalDate asOf;
    private final SortedMap<String, Standing> byCurrency = new TreeMap<>();

    LiveSnapshot(int day, CurrencyTotals[] begun) {
        asOf = LocalDate.ofEpochDay(day);
        for (CurrencyTotals each : begun) {
            byCurrency.put(each.currency().getCurrencyCode(), each.standing().copy());
        }
    }

    /** The day at whose end it stands so, as far as the facts of that day are known. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The codes of the currencies in which anything was issued by this day, in alphabetical order. */
    public Set<String> currencies() {
        return Collections.unmodifiableSet(byCurrency.keySet());
    }

    /**
     * What is open in a currency.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency
     */
    public LiveTotals in(String currencyCode) {
        return standing(currencyCode).totals();
    }

    /**
     * Invoices and debit notes less credit notes, tax included, issued in a window that ends with this day.
     *
     * @throws IllegalArgumentException if nothing was issued in that currency, or the window cannot end on this day
     */
    public Money sales(String currencyCode, Window window) {
        return LiveDso.sales(standing(currencyCode), window);
    }

    /**
     * A DSO with what it was computed from, equal to that of {@link io.receivables.metrics.dso.Dso} for a ledger of the same
     * facts.
     *
     * @param method as for {@link LiveLedger#dso}
     * @throws IllegalArgumentException if nothing was issued in that currency, or the method is not one of them
     */
    public Measure dso(String currencyCode, DsoMethod method) {
        return LiveDso.measure(standing(currencyCode), method);
    }

    private Standing standing(String currencyCode) {
        Standing standing = byCurrency.get(currencyCode);
        if (standing == null) {
            throw new IllegalArgumentException(
                    "nothing was issued in \"" + currencyCode + "\" by " + asOf + ": there is " + currencies());
        }
        return standing;
    }

    @Override
    public String toString() {
        return "live as of " + asOf + ": "
                + byCurrency.values().stream().map(Standing::totals).toList();
    }
}
