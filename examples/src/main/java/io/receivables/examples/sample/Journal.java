package io.receivables.examples.sample;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts in the order in which they are found out, and the numbers given to them. */
final class Journal {
    private static final Map<FactKind, String> PREFIXES = Map.of(
            FactKind.INVOICE, "INV",
            FactKind.DEBIT_NOTE, "DN",
            FactKind.CREDIT_NOTE, "CN",
            FactKind.PAYMENT, "PMT",
            FactKind.ALLOCATION, "AL",
            FactKind.REFUND, "RF",
            FactKind.WRITE_OFF, "WO",
            FactKind.REVERSAL, "RV",
            FactKind.DISPUTE, "DSP",
            FactKind.DISPUTE_RESOLUTION, "DSR");

    private final List<Fact> facts = new ArrayList<>();
    private final Map<FactKind, Integer> numbers = new EnumMap<>(FactKind.class);

    String nextId(FactKind kind) {
        int number = numbers.merge(kind, 1, Integer::sum);
        return String.format(Locale.ROOT, "%s-%05d", PREFIXES.get(kind), number);
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    Payment pay(Buyer buyer, LocalDate date, Money amount, String reference) {
        Payment payment =
                Payment.of(nextId(FactKind.PAYMENT), buyer.id(), date, amount).withReference(reference);
        add(payment);
        return payment;
    }

    Allocation apply(Payment payment, String documentId, int instalment, LocalDate date, Money amount) {
        Allocation allocation = Allocation.ofPayment(
                        nextId(FactKind.ALLOCATION), payment.id(), documentId, date, amount)
                .toInstalment(instalment);
        add(allocation);
        return allocation;
    }

    /** All facts, in the order of their dates. */
    List<Fact> inOrder() {
        List<Fact> sorted = new ArrayList<>(facts);
        sorted.sort(Comparator.comparing(Fact::date));
        return List.copyOf(sorted);
    }
}
