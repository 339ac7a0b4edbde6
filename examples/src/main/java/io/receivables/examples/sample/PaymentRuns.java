package io.receivables.examples.sample;

import io.receivables.core.Money;
import io.receivables.core.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers that pay on the 10th and the 25th: one payment for all invoices whose turn has come. */
final class PaymentRuns {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::date)
            .thenComparing(key -> key.buyer().id())
            .thenComparing(key -> key.currency().getCurrencyCode());

    private record Key(Buyer buyer, LocalDate date, Currency currency) {}

    private record Part(String documentId, int instalment, Money amount) {}

    private final Map<Key, List<Part>> parts = new TreeMap<>(ORDER);

    /** The first run on or after a day. */
    static LocalDate onOrAfter(LocalDate day) {
        return day.getDayOfMonth() <= 10
                ? day.withDayOfMonth(10)
                : day.getDayOfMonth() <= 25
                        ? day.withDayOfMonth(25)
                        : day.withDayOfMonth(1).plusMonths(1).withDayOfMonth(10);
    }

    void include(Buyer buyer, LocalDate run, String documentId, int instalment, Money amount) {
        parts.computeIfAbsent(new Key(buyer, run, amount.currency()), key -> new ArrayList<>())
                .add(new Part(documentId, instalment, amount));
    }

    void pay(Journal journal) {
        parts.forEach((key, settled) -> {
            Money sum = settled.stream().map(Part::amount).reduce(Money.zero(key.currency), Money::plus);
            Payment payment = journal.pay(key.buyer, key.date, sum, "remittance " + key.date);
            settled.forEach(part -> journal.apply(payment, part.documentId, part.instalment, key.date, part.amount));
        });
    }
}
