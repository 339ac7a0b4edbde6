package io.receivables.metrics.efficiency;

import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.metrics.internal.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days from delivery to issue of the invoices issued within a time, by currency. */
final class DeliveryLags {
    /** So many facts are a task. */
    private static final int BLOCK = 1 << 14;

    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, List<WeightedDays>> days = new HashMap<>();
    private final Map<String, Long> without = new HashMap<>();

    private DeliveryLags(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    static DeliveryLags of(Columns columns, LocalDate from, LocalDate to) {
        List<? extends Fact> facts = columns.facts();
        int blocks = (facts.size() + BLOCK - 1) / BLOCK;
        DeliveryLags all = new DeliveryLags(from, to);
        columns.workers()
                .all(blocks, block -> {
                    DeliveryLags lags = new DeliveryLags(from, to);
                    lags.addFacts(facts.subList(block * BLOCK, Math.min((block + 1) * BLOCK, facts.size())));
                    return lags;
                })
                .forEach(all::add);
        return all;
    }

    private void addFacts(List<? extends Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Invoice invoice
                    && !invoice.issueDate().isBefore(from)
                    && !invoice.issueDate().isAfter(to)) {
                add(invoice);
            }
        }
    }

    private void add(Invoice invoice) {
        String currency = invoice.gross().currency().getCurrencyCode();
        invoice.deliveryDate()
                .ifPresentOrElse(
                        delivered -> days.computeIfAbsent(currency, each -> new ArrayList<>())
                                .add(WeightedDays.between(invoice.gross().amount(), delivered, invoice.issueDate())),
                        () -> without.merge(currency, 1L, Long::sum));
    }

    private void add(DeliveryLags more) {
        more.days.forEach((currency, lags) ->
                days.computeIfAbsent(currency, each -> new ArrayList<>()).addAll(lags));
        more.without.forEach((currency, count) -> without.merge(currency, count, Long::sum));
    }

    /** The days of each invoice with a delivery date, with its gross amount. */
    List<WeightedDays> days(String currency) {
        return days.getOrDefault(currency, List.of());
    }

    long withoutDeliveryDate(String currency) {
        return without.getOrDefault(currency, 0L);
    }
}
