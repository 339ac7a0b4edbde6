package io.receivables.testkit;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Something wrong that is added to facts that fit together. Whatever else it needs (a document, a payment) comes with it,
 * under ids that begin with {@code X}.
 *
 * @param pick picks the fact that it concerns
 * @param first whether it stands before the other facts
 */
record Flaw(Kind kind, int pick, boolean first) {
    enum Kind {
        DUPLICATE,
        CONFLICTING_ID,
        UNKNOWN_DOCUMENT,
        UNKNOWN_SOURCE,
        CURRENCY_MISMATCH,
        ABOVE_OPEN_AMOUNT,
        ABOVE_SOURCE,
        UNKNOWN_REVERSAL_TARGET,
        ALREADY_REVERSED,
        SOURCE_REVERSED,
        UNKNOWN_DISPUTE,
        NOT_A_DEBIT,
        UNKNOWN_INSTALMENT,
        DISPUTE_ABOVE_DOCUMENT,
        ALREADY_RESOLVED
    }

    private static final LocalDate ANY_DAY = LocalDate.of(2024, 1, 1);

    static List<Fact> addTo(List<Fact> facts, List<Flaw> flaws) {
        List<Fact> dirty = new ArrayList<>(facts);
        for (int i = 0; i < flaws.size(); i++) {
            Flaw flaw = flaws.get(i);
            dirty.addAll(flaw.first ? 0 : dirty.size(), flaw.facts(facts, "X" + (i + 1)));
        }
        return List.copyOf(dirty);
    }

    private List<Fact> facts(List<Fact> others, String id) {
        List<Fact> added = new ArrayList<>();
        if (kind == Kind.DUPLICATE) {
            if (others.isEmpty()) {
                added.add(invoice(id));
            }
            added.add(pickFrom(others.isEmpty() ? added : others));
            return added;
        }
        Document document = others.stream()
                .filter(fact -> fact instanceof Document candidate
                        && candidate.isDebit()
                        && candidate.gross().isPositive())
                .map(Document.class::cast)
                .skip(pick % 3)
                .findFirst()
                .orElseGet(() -> {
                    Invoice needed = invoice(id);
                    added.add(needed);
                    return needed;
                });
        add(added, document, id);
        return added;
    }

    private void add(List<Fact> added, Document document, String id) {
        LocalDate day = document.issueDate();
        Money gross = document.gross();
        Money cent = Money.ofMinor(1, gross.currency());
        Money more = gross.plus(cent);
        Payment payment = Payment.of(id, document.customerId(), day, gross);
        Reversal reversal = Reversal.ofPayment(id, id, day);
        Dispute dispute = Dispute.of(id, document.id(), day);
        switch (kind) {
            case DUPLICATE -> throw new IllegalStateException("needs no document");
            case CONFLICTING_ID -> added.add(CreditNote.of(document.id(), document.customerId(), day, gross));
            case UNKNOWN_DOCUMENT -> {
                added.add(payment);
                added.add(Allocation.ofPayment(id, id, "unknown", day, cent));
            }
            case UNKNOWN_SOURCE -> added.add(Allocation.ofPayment(id, "unknown", document.id(), day, cent));
            case CURRENCY_MISMATCH -> {
                added.add(payment);
                added.add(Allocation.ofPayment(id, id, document.id(), day, Money.ofMinor(1, other(gross.currency()))));
            }
            case ABOVE_OPEN_AMOUNT -> {
                added.add(Payment.of(id, document.customerId(), day, more));
                added.add(Allocation.ofPayment(id, id, document.id(), day, more));
            }
            case ABOVE_SOURCE -> {
                // an invoice of its own: on the other one there may be too little open to tell the two apart
                added.add(Invoice.of(id + "-INV", document.customerId(), day, more));
                added.add(payment);
                added.add(Allocation.ofPayment(id, id, id + "-INV", day, more));
            }
            case UNKNOWN_REVERSAL_TARGET -> added.add(Reversal.ofPayment(id, "unknown", day));
            case ALREADY_REVERSED -> {
                added.add(payment);
                added.add(reversal);
                added.add(Reversal.ofPayment(id + "-again", id, day.plusDays(1)));
            }
            case SOURCE_REVERSED -> {
                added.add(payment);
                added.add(reversal);
                added.add(Allocation.ofPayment(id, id, document.id(), day.plusDays(1), cent));
            }
            case UNKNOWN_DISPUTE -> added.add(DisputeResolution.of(id, "unknown", day));
            case NOT_A_DEBIT -> {
                added.add(CreditNote.of(id + "-CN", document.customerId(), day, gross));
                added.add(WriteOff.of(id, id + "-CN", day, cent));
            }
            case UNKNOWN_INSTALMENT ->
                added.add(WriteOff.of(id, document.id(), day, cent).ofInstalment(99));
            case DISPUTE_ABOVE_DOCUMENT -> added.add(dispute.over(more));
            case ALREADY_RESOLVED -> {
                added.add(dispute);
                added.add(DisputeResolution.of(id, id, day));
                added.add(DisputeResolution.of(id + "-again", id, day.plusDays(1)));
            }
        }
    }

    private <T> T pickFrom(List<T> facts) {
        return facts.get(pick % facts.size());
    }

    private static Invoice invoice(String id) {
        return Invoice.of(id + "-INV", "C1", ANY_DAY, Money.of("1.00", "EUR"));
    }

    private static Currency other(Currency currency) {
        return Money.currency(currency.getCurrencyCode().equals("EUR") ? "CAD" : "EUR");
    }
}
