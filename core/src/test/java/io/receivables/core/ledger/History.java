package io.receivables.core.ledger;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts of a few weeks, many of which fit together and some of which do not. */
record History(List<Step> steps) {
    static final LocalDate START = LocalDate.parse("2026-01-01");
    static final int DAYS = 40;
    private static final int MOST_STEPS = 12;

    /** A fact, and for a payment the documents that it names. */
    record Step(Fact fact, List<String> documentIds) {}

    /** What a step is made of; references pick among what is there, or miss. */
    private record Draw(Kind kind, int first, int second, int day, int lag, long amount) {}

    /** What every history begins with, so that there is something to refer to. */
    private static final List<Draw> BASE = List.of(
            new Draw(Kind.INVOICE, 0, 1, 0, 0, 100),
            new Draw(Kind.INVOICE_IN_INSTALMENTS, 0, 2, 1, 0, 100),
            new Draw(Kind.CREDIT_NOTE, 0, 1, 2, 0, 50),
            new Draw(Kind.PAYMENT, 0, 1, 3, 0, 100));

    private enum Kind {
        INVOICE,
        INVOICE_IN_INSTALMENTS,
        DEBIT_NOTE,
        CREDIT_NOTE,
        PAYMENT,
        REMITTED_PAYMENT,
        ALLOCATION,
        CREDIT_ALLOCATION,
        REFUND,
        WRITE_OFF,
        PAYMENT_REVERSAL,
        ALLOCATION_REVERSAL,
        DISPUTE,
        RESOLUTION
    }

    static Arbitrary<History> any() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.INVOICE)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.REMITTED_PAYMENT)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.ALLOCATION)),
                net.jqwik.api.Tuple.of(10, Arbitraries.of(Kind.class)));
        Arbitrary<Draw> draws = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(-2, 5),
                        Arbitraries.longs().between(1, 120))
                .as(Draw::new);
        // without edge cases: most lists would be of one fact
        return draws.list().ofMaxSize(MOST_STEPS).map(History::of).withoutEdgeCases();
    }

    private static History of(List<Draw> draws) {
        List<Step> steps = new ArrayList<>();
        for (Draw draw : BASE) {
            steps.add(step(steps.size(), draw, steps));
        }
        for (Draw draw : draws) {
            steps.add(step(steps.size(), draw, steps));
        }
        return new History(List.copyOf(steps));
    }

    private static Step step(int number, Draw draw, List<Step> before) {
        String customer = draw.second == 0 ? "B" : "A";
        Money amount = Money.ofMinor(draw.amount, Money.currency(draw.first == 9 ? "JPY" : "EUR"));
        // what comes first in a history mostly comes first in time
        LocalDate date = START.plusDays(number + draw.day);
        LocalDate known = date.plusDays(draw.lag);
        String id = number + "";
        String invoice = pick(before, draw.first, Kind.INVOICE);
        String payment = pick(before, draw.second, Kind.PAYMENT);
        Money small = Money.ofMinor(1 + draw.amount / 4, amount.currency());
        Fact fact = switch (draw.kind) {
            case INVOICE ->
                Invoice.of("F" + id, customer, date, amount)
                        .dueOn(date.plusDays(10))
                        .recordedOn(known);
            case INVOICE_IN_INSTALMENTS ->
                Invoice.of("F" + id, customer, date, amount)
                        .payableIn(instalments(amount, date, draw.second))
                        .withTax(Money.ofMinor(draw.amount / 5, amount.currency()))
                        .recordedOn(known);
            case DEBIT_NOTE -> DebitNote.of("F" + id, customer, date, amount);
            case CREDIT_NOTE -> CreditNote.of("G" + id, customer, date, amount).correcting(invoice);
            case PAYMENT, REMITTED_PAYMENT ->
                Payment.of("P" + id, customer, date, amount).recordedOn(known);
            case ALLOCATION ->
                Allocation.ofPayment("A" + id, payment, invoice, date, small)
                        .toInstalment(draw.lag == 5 ? 2 : 0)
                        .recordedOn(known);
            case CREDIT_ALLOCATION ->
                Allocation.ofCreditNote("A" + id, pick(before, draw.second, Kind.CREDIT_NOTE), invoice, date, small);
            case REFUND ->
                draw.first % 2 == 0
                        ? Refund.ofPayment("B" + id, payment, date, small)
                        : Refund.ofCreditNote("B" + id, pick(before, draw.second, Kind.CREDIT_NOTE), date, small);
            case WRITE_OFF -> WriteOff.of("W" + id, invoice, date, small).recordedOn(known);
            case PAYMENT_REVERSAL -> Reversal.ofPayment("R" + id, payment, date).recordedOn(known);
            case ALLOCATION_REVERSAL ->
                Reversal.ofAllocation(
                        "R" + id,
                        draw.first % 2 == 0 ? pick(before, draw.second, Kind.ALLOCATION) : payment + "/" + invoice,
                        date);
            case DISPUTE ->
                draw.second % 2 == 0
                        ? Dispute.of("D" + id, invoice, date)
                        : Dispute.of("D" + id, invoice, date).over(small);
            case RESOLUTION -> DisputeResolution.of("E" + id, pick(before, draw.first, Kind.DISPUTE), date);
        };
        return new Step(
                fact,
                draw.kind == Kind.REMITTED_PAYMENT
                        ? List.of(invoice, pick(before, draw.second, Kind.INVOICE))
                        : List.of());
    }

    private static List<Instalment> instalments(Money amount, LocalDate date, int count) {
        List<Money> parts = amount.splitInto(count + 1);
        // the last one falls due first
        return IntStream.range(0, parts.size())
                .mapToObj(i -> Instalment.of(date.plusDays(30 - i), parts.get(i)))
                .toList();
    }

    /** The id of an earlier fact of a kind (debit document, credit note, payment, allocation, dispute), or of none. */
    private static String pick(List<Step> before, int which, Kind kind) {
        List<String> ids = before.stream()
                .map(Step::fact)
                .filter(fact -> switch (kind) {
                    case INVOICE -> fact instanceof Document document && document.isDebit();
                    case CREDIT_NOTE -> fact instanceof CreditNote;
                    case PAYMENT -> fact instanceof Payment;
                    case ALLOCATION -> fact instanceof Allocation;
                    case DISPUTE -> fact instanceof Dispute;
                    default -> throw new IllegalArgumentException(kind.toString());
                })
                .map(Fact::id)
                .toList();
        return which == 8 || ids.isEmpty() ? "none" : ids.get(which % ids.size());
    }

    // ---- what is made of it

    Loaded<Ledger> load() {
        LedgerBuilder builder = Ledger.builder();
        for (Step step : steps) {
            if (step.fact instanceof Payment payment) {
                builder.payment(payment, step.documentIds.toArray(String[]::new));
            } else {
                builder.fact(step.fact);
            }
        }
        return builder.load();
    }

    Ledger ledger() {
        return load().value();
    }

    History shuffled(long seed) {
        List<Step> shuffled = new ArrayList<>(steps);
        java.util.Collections.shuffle(shuffled, new Random(seed));
        return new History(List.copyOf(shuffled));
    }

    History datedUpTo(LocalDate day) {
        return new History(
                steps.stream().filter(step -> !step.fact.date().isAfter(day)).toList());
    }

    static List<LocalDate> days() {
        return START.minusDays(1).datesUntil(START.plusDays(DAYS)).toList();
    }

    /** The open items of a ledger in an order that does not depend on the order of its facts. */
    static List<OpenItem> items(Ledger ledger, LocalDate day) {
        return ledger.openItems(day).stream()
                .sorted(Comparator.comparing(OpenItem::id).thenComparing(OpenItem::instalment))
                .toList();
    }
}
