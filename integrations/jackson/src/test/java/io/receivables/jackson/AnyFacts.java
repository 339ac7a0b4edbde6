package io.receivables.jackson;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionFactKind;
import io.receivables.core.collection.CreditHold;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Facts as wild as their constructors take them: any text, any amount that fits a {@code long}, any date. Unlike the
 * testkit's they need not fit together; ids come from few, so that some do.
 */
final class AnyFacts {
    private AnyFacts() {}

    static Arbitrary<Money> money() {
        return money(Arbitraries.longs());
    }

    private static Arbitrary<Money> money(Arbitrary<Long> minorUnits) {
        return Combinators.combine(
                        minorUnits,
                        Arbitraries.of("EUR", "CAD", "JPY", "KWD", "CLF").map(Money::currency))
                .as(Money::ofMinor);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", " ", "\u0000", "\"\\/", "\u2028", "😀", "{\"kind\":\"refund\"}", "null", "1e9"),
                Arbitraries.strings()
                        .withCharRange('\u0000', '\u00ff')
                        .withCharRange('\u4e00', '\u4e2f')
                        .ofMaxLength(20));
    }

    static Arbitrary<LocalDate> dates() {
        return datesUpTo(LocalDate.of(9999, 12, 31));
    }

    private static Arbitrary<LocalDate> datesUpTo(LocalDate last) {
        LocalDate first = LocalDate.of(1900, 1, 1);
        return Arbitraries.integers()
                .between(0, (int) (last.toEpochDay() - first.toEpochDay()))
                .map(first::plusDays);
    }

    static Arbitrary<Customer> customers() {
        return Combinators.combine(
                        ids(),
                        texts(),
                        Arbitraries.maps(
                                        texts().filter(text -> !text.isBlank()),
                                        texts().filter(text -> !text.isBlank()))
                                .ofMaxSize(3))
                .as(Customer::new);
    }

    static Arbitrary<Fact> facts() {
        return facts(Long.MAX_VALUE, dates());
    }

    /** Facts that make a ledger: amounts that add up, and dates close enough for its balances by day. */
    static Arbitrary<Fact> factsOfALedger() {
        return facts(1_000_000_000_000_000L, datesUpTo(LocalDate.of(1909, 12, 31)));
    }

    private static Arbitrary<Fact> facts(long largestMinorUnits, Arbitrary<LocalDate> dates) {
        Arbitrary<Basics> basics = basics(largestMinorUnits, dates);
        List<Arbitrary<? extends Fact>> kinds = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            kinds.add(facts(kind, basics, extras(dates)));
        }
        // the edge cases' combinations would crowd out everything else
        return Arbitraries.oneOf(
                        kinds.stream().map(fact -> fact.map(Fact.class::cast)).toList())
                .withoutEdgeCases();
    }

    /** What most kinds have. */
    private record Basics(
            String id,
            String otherId,
            LocalDate date,
            LocalDate recordedOn,
            Money amount,
            String text,
            int instalment) {}

    private static Arbitrary<Basics> basics(long largestMinorUnits, Arbitrary<LocalDate> dates) {
        return Combinators.combine(
                        ids(),
                        ids(),
                        dates,
                        dates.optional(0.3),
                        money(Arbitraries.longs().between(1, largestMinorUnits)),
                        texts(),
                        Arbitraries.integers().between(0, 3))
                .as((id, other, date, recorded, amount, text, instalment) ->
                        new Basics(id, other, date, recorded.orElse(date), amount, text, instalment));
    }

    static Arbitrary<String> ids() {
        return Arbitraries.oneOf(Arbitraries.of("1", "2", "é"), texts().filter(text -> !text.isBlank()));
    }

    private static Arbitrary<? extends Fact> facts(FactKind kind, Arbitrary<Basics> basics, Arbitrary<Extras> extras) {
        Arbitrary<Allocation.Source> sources = Arbitraries.of(Allocation.Source.class);
        return switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE ->
                Combinators.combine(basics, extras).as((b, more) -> document(kind, b, more));
            case PAYMENT -> basics.map(b -> new Payment(b.id, b.otherId, b.date, b.amount, b.text, b.recordedOn));
            case ALLOCATION ->
                Combinators.combine(basics, sources)
                        .as((b, source) -> new Allocation(
                                b.id, source, b.otherId, b.otherId, b.instalment, b.date, b.amount, b.recordedOn));
            case REFUND ->
                Combinators.combine(basics, sources)
                        .as((b, source) -> new Refund(b.id, source, b.otherId, b.date, b.amount, b.recordedOn));
            case WRITE_OFF ->
                basics.map(b -> new WriteOff(b.id, b.otherId, b.instalment, b.date, b.amount, b.text, b.recordedOn));
            case REVERSAL ->
                Combinators.combine(basics, Arbitraries.of(Reversal.Target.class))
                        .as((b, target) -> new Reversal(b.id, target, b.otherId, b.date, b.text, b.recordedOn));
            case DISPUTE ->
                basics.map(b -> {
                    Dispute dispute =
                            Dispute.of(b.id, b.otherId, b.date).because(b.text).recordedOn(b.recordedOn);
                    return b.instalment == 0 ? dispute : dispute.over(b.amount);
                });
            case DISPUTE_RESOLUTION ->
                basics.map(b -> {
                    DisputeResolution resolution = new DisputeResolution(b.id, b.otherId, b.date, b.text, b.recordedOn);
                    return switch (b.instalment) {
                        case 0 -> resolution;
                        case 1 -> resolution.split(b.amount);
                        case 2 -> resolution.found(DisputeResolution.Finding.FOR_SELLER);
                        default -> resolution.found(DisputeResolution.Finding.WITHDRAWN);
                    };
                });
        };
    }

    /** Facts of a collection; like the others they need not fit anything. */
    static Arbitrary<CollectionFact> collectionFacts() {
        Arbitrary<List<ItemReference>> items = Combinators.combine(
                        ids(), Arbitraries.integers().between(0, 3))
                .as(ItemReference::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<List<LocalDate>> dues = dates().list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(CollectionFactKind.class), basics(Long.MAX_VALUE, dates()), items, dues)
                .as(AnyFacts::collectionFact)
                .withoutEdgeCases();
    }

    private static CollectionFact collectionFact(
            CollectionFactKind kind, Basics b, List<ItemReference> items, List<LocalDate> dates) {
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
        LocalDate later = last.isBefore(b.date) ? b.date : last;
        return switch (kind) {
            case PROMISE_TO_PAY ->
                new PromiseToPay(
                        b.id, b.otherId, b.date, b.amount, later, b.instalment == 0 ? List.of() : items, b.recordedOn);
            case PAYMENT_PLAN -> {
                Instalment all = Instalment.of(later, b.amount);
                yield new PaymentPlan(b.id, b.otherId, b.date, items, List.of(all), b.recordedOn);
            }
            case CREDIT_LIMIT -> new CreditLimit(b.id, b.otherId, b.date, b.amount, b.recordedOn);
            case CREDIT_HOLD -> new CreditHold(b.id, b.otherId, b.date, b.text, b.recordedOn);
            case REMINDER_SENT ->
                new ReminderSent(
                        b.id, b.otherId, b.date, b.instalment, ReminderSent.Channel.OTHER, items, b.recordedOn);
            case CANCELLATION ->
                new Cancellation(b.id, Cancellation.Target.HOLD, b.otherId, b.date, b.text, b.recordedOn);
        };
    }

    /** What documents have beside the basics; the tax is one part of so many of the gross amount. */
    private record Extras(
            List<LocalDate> dues,
            LocalDate posted,
            Optional<LocalDate> delivered,
            int taxParts,
            Optional<String> reference,
            Optional<String> terms,
            Optional<String> corrects) {}

    private static Arbitrary<Extras> extras(Arbitrary<LocalDate> dates) {
        return Combinators.combine(
                        dates.list().ofMinSize(1).ofMaxSize(4),
                        dates,
                        dates.optional(0.5),
                        Arbitraries.of(0, 1, 7, 1000),
                        texts().optional(0.5),
                        texts().optional(0.5),
                        ids().optional(0.5))
                .as(Extras::new);
    }

    private static Document document(FactKind kind, Basics b, Extras extras) {
        Money tax = extras.taxParts == 0
                ? Money.zero(b.amount.currency())
                : b.amount.splitInto(extras.taxParts).get(0);
        Document document = Document.of(kind, b.id, b.otherId, b.date, b.amount)
                .payableIn(instalments(b.amount, extras.dues))
                .withTax(tax)
                .postedOn(extras.posted)
                .recordedOn(b.recordedOn);
        document = extras.delivered.map(document::deliveredOn).orElse(document);
        document = extras.reference.map(document::withReference).orElse(document);
        document = extras.terms.map(document::withTerms).orElse(document);
        return document instanceof CreditNote note
                ? extras.corrects.map(note::correcting).orElse(note)
                : document;
    }

    private static List<Instalment> instalments(Money gross, List<LocalDate> dues) {
        List<Money> parts = gross.splitInto(dues.size());
        List<Instalment> instalments = new ArrayList<>();
        for (LocalDate due : dues) {
            instalments.add(Instalment.of(due, parts.get(instalments.size())));
        }
        return instalments;
    }
}
