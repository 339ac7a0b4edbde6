package io.receivables.metrics.efficiency;

import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days from delivery to issue of the invoices issued within a time, by currency. */
final class DeliveryLags {
    private final Map<String, List<WeightedDays>> days = new HashMap<>();
    private final Map<String, Long> without = new HashMap<>();

    private DeliveryLags() {}

    static DeliveryLags of(Ledger ledger, LocalDate from, LocalDate to) {
        DeliveryLags lags = new DeliveryLags();
        for (Fact fact : ledger.facts()) {
            if (fact instanceof Invoice invoice
                    && !invoice.issueDate().isBefore(from)
                    && !invoice.issueDate().isAfter(to)) {
                lags.add(invoice);
            }
        }
        return lags;
    }

    private void add(Invoice invoice) {
        String currency = invoice.gross().currency().getCurrencyCode();
        invoice.deliveryDate()
                .ifPresentOrElse(
                        delivered -> days.computeIfAbsent(currency, each -> new ArrayList<>())
                                .add(WeightedDays.between(invoice.gross().amount(), delivered, invoice.issueDate())),
                        () -> without.merge(currency, 1L, Long::sum));
    }

    /** The days of each invoice with a delivery date, with its gross amount. */
    List<WeightedDays> days(String currency) {
        return days.getOrDefault(currency, List.of());
    }

    long withoutDeliveryDate(String currency) {
        return without.getOrDefault(currency, 0L);
    }
}
