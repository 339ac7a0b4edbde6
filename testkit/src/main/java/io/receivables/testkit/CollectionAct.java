package io.receivables.testkit;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CreditHold;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a collector does, in small numbers that choose from what the ledger has.
 *
 * @param kind what is done
 * @param date the day on which it is done
 * @param first picks the document or customer
 * @param second picks the instalment, level or channel
 * @param percent the share of the document's amount, from 1
 * @param days how long it takes: to the promised day, between a plan's instalments
 * @param delay days until it is recorded
 */
record CollectionAct(Kind kind, LocalDate date, int first, int second, int percent, int days, int delay) {
    enum Kind {
        PROMISE,
        ACCOUNT_PROMISE,
        PLAN,
        LIMIT,
        HOLD,
        REMINDER,
        CANCELLATION
    }

    private static final int MOST_PARTS = 4;

    /** The facts that acts make of a ledger; acts that find nothing to act on make none. */
    static List<CollectionFact> play(Ledger ledger, List<CollectionAct> acts) {
        List<Document> documents = new ArrayList<>();
        for (Fact fact : ledger.facts()) {
            if (fact instanceof Document document
                    && document.isDebit()
                    && document.gross().isPositive()) {
                documents.add(document);
            }
        }
        List<CollectionFact> facts = new ArrayList<>();
        List<CollectionFact> ends = new ArrayList<>();
        for (CollectionAct act : acts) {
            String number = "-" + (facts.size() + ends.size() + 1);
            if (act.kind == Kind.CANCELLATION) {
                act.cancel(number, facts, ends).ifPresent(ends::add);
            } else if (act.kind == Kind.HOLD) {
                facts.add(act.hold("H" + number, act.pick(ledger.customers(), act.first)));
            } else if (!documents.isEmpty()) {
                facts.add(act.about(act.pick(documents, act.first), number));
            }
        }
        facts.addAll(ends);
        return facts;
    }

    private CollectionFact about(Document document, String number) {
        return switch (kind) {
            case PROMISE -> promise("PR" + number, document).on(List.of(item(document)));
            case ACCOUNT_PROMISE -> promise("PR" + number, document);
            case PLAN -> plan("PL" + number, document);
            case LIMIT ->
                CreditLimit.of("L" + number, document.customerId(), date, share(document))
                        .recordedOn(recorded());
            case REMINDER -> {
                ReminderSent.Channel[] channels = ReminderSent.Channel.values();
                yield ReminderSent.of(
                                "RM" + number,
                                document.customerId(),
                                date,
                                second % 5,
                                channels[second % channels.length],
                                document.id())
                        .over(List.of(item(document)))
                        .recordedOn(recorded());
            }
            case HOLD, CANCELLATION -> throw new IllegalStateException(kind + " is about no document");
        };
    }

    private PromiseToPay promise(String id, Document document) {
        return PromiseToPay.of(id, document.customerId(), date, share(document), date.plusDays(days))
                .recordedOn(recorded());
    }

    private PaymentPlan plan(String id, Document document) {
        int parts = 1 + second % MOST_PARTS;
        List<Instalment> instalments = new ArrayList<>();
        for (Money part : share(document).splitInto(parts)) {
            if (part.isPositive()) {
                instalments.add(Instalment.of(date.plusDays((long) days * (instalments.size() + 1)), part));
            }
        }
        return PaymentPlan.of(id, document.customerId(), date, instalments, document.id())
                .recordedOn(recorded());
    }

    private CreditHold hold(String id, Customer customer) {
        return CreditHold.of(id, customer.id(), date).recordedOn(recorded());
    }

    /** Ends one of what was made before and not ended yet, not before it began. */
    private Optional<Cancellation> cancel(String number, List<CollectionFact> facts, List<CollectionFact> ends) {
        List<Cancellation> possible = new ArrayList<>();
        for (CollectionFact fact : facts) {
            for (Cancellation.Target target : Cancellation.Target.values()) {
                boolean ended = ends.stream()
                        .map(Cancellation.class::cast)
                        .anyMatch(
                                end -> end.target() == target && end.targetId().equals(fact.id()));
                if (target.kind() == fact.kind() && !ended) {
                    LocalDate day = date.isBefore(fact.date()) ? fact.date() : date;
                    possible.add(new Cancellation("K" + number, target, fact.id(), day, "", day.plusDays(delay)));
                }
            }
        }
        return possible.isEmpty() ? Optional.empty() : Optional.of(pick(possible, first));
    }

    /** The whole document, or every other time one instalment. */
    private ItemReference item(Document document) {
        int instalments = document.instalments().size();
        return second % 2 == 0
                ? ItemReference.of(document.id())
                : ItemReference.of(document.id(), 1 + second % instalments);
    }

    private Money share(Document document) {
        Money gross = document.gross();
        return Money.ofMinor(Math.max(1, Math.multiplyExact(gross.minorUnits(), percent) / 100), gross.currency());
    }

    private LocalDate recorded() {
        return date.plusDays(delay);
    }

    private <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
