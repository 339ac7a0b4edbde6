package io.receivables.examples.conformance;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.HoldReason;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items and events of a case of dunning, as facts of a ledger and holds. */
final class DunningTimeline {
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final List<HoldSet> holds = new ArrayList<>();
    private int sequence;

    /** Money that came for an item, and whether it went back. */
    private record Received(LocalDate date, Money amount) {}

    /** One item with what happened to it. */
    private static final class Case {
        private final Invoice invoice;
        private final List<Fact> facts = new ArrayList<>();
        private final Deque<Received> standing = new ArrayDeque<>();
        private final List<String> disputes = new ArrayList<>();
        private Money open;

        Case(Invoice invoice) {
            this.invoice = invoice;
            this.open = invoice.gross();
        }
    }

    DunningTimeline(Input input) {
        List<Input> timeline = input.objects("timeline").stream()
                .sorted(Comparator.comparing(event -> event.date("date")))
                .toList();
        LocalDate start = start(input, timeline);
        input.objects("items").forEach(item -> issue(item, start));
        timeline.forEach(this::happen);
    }

    /** A day before anything happens, on which the items that exist from the start are issued. */
    private static LocalDate start(Input input, List<Input> timeline) {
        return Stream.of(
                        input.dates("runDates").stream(),
                        timeline.stream().map(event -> event.date("date")),
                        input.objects("items").stream().map(item -> item.date("dueDate")))
                .flatMap(dates -> dates)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new MalformedCaseException("neither items nor events nor runs"))
                .minusDays(1);
    }

    Set<Currency> currencies() {
        return cases.values().stream()
                .map(each -> each.invoice.gross().currency())
                .collect(Collectors.toSet());
    }

    List<HoldSet> holds() {
        return holds;
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Case each : cases.values()) {
            facts.add(each.invoice);
            facts.addAll(each.facts);
            each.standing.forEach(received -> pay(each, received, facts));
        }
        return facts;
    }

    // ---- events

    private void happen(Input event) {
        LocalDate date = event.date("date");
        String name = event.text("event");
        switch (name) {
            case "ISSUE" -> issue(event.object("item"), date);
            case "PAYMENT" -> receive(item(event), date, amount(event));
            case "CREDIT" -> credit(item(event), date, amount(event));
            case "PAYMENT_REVERSED" -> giveBack(item(event), date, amount(event));
            case "DISPUTE" -> dispute(event, date);
            case "DISPUTE_RESOLVED" -> resolve(item(event), date);
            case "HOLD" -> hold(event, date);
            default -> throw new NotSupportedException("event " + name);
        }
    }

    private Case item(Input event) {
        Case item = cases.get(event.text("item"));
        if (item == null) {
            throw new IllegalArgumentException("item " + event.text("item") + " was not issued");
        }
        return item;
    }

    private Money amount(Input event) {
        Money amount =
                Money.of(event.decimal("amount"), item(event).invoice.gross().currency());
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount " + amount + " is not above zero");
        }
        return amount;
    }

    private void issue(Input item, LocalDate date) {
        Money amount = Money.of(item.decimal("amount"), Money.currency(item.text("currency")));
        Invoice invoice =
                Invoice.of(item.text("id"), item.text("customer"), date, amount).dueOn(item.date("dueDate"));
        if (cases.putIfAbsent(invoice.id(), new Case(invoice)) != null) {
            throw new IllegalArgumentException("item " + invoice.id() + " is there twice");
        }
    }

    /** What is above the open amount is no matter of this item. */
    private static void receive(Case item, LocalDate date, Money amount) {
        Money taken = amount.min(item.open);
        if (taken.isPositive()) {
            item.standing.push(new Received(date, taken));
            item.open = item.open.minus(taken);
        }
    }

    private void credit(Case item, LocalDate date, Money amount) {
        Money taken = amount.min(item.open);
        if (taken.isPositive()) {
            CreditNote note = CreditNote.of(next("credit"), item.invoice.customerId(), date, taken);
            item.facts.add(note);
            item.facts.add(Allocation.ofCreditNote(next("allocation"), note.id(), item.invoice.id(), date, taken));
            item.open = item.open.minus(taken);
        }
    }

    /** The latest money goes back first; of a payment that goes back in part the rest stands as a payment of its own. */
    private void giveBack(Case item, LocalDate date, Money amount) {
        Money left = amount;
        while (left.isPositive()) {
            Received last = item.standing.poll();
            if (last == null) {
                throw new IllegalArgumentException(left + " of item " + item.invoice.id() + " was never paid");
            }
            Money back = left.min(last.amount());
            String payment = pay(item, new Received(last.date(), back), item.facts);
            item.facts.add(Reversal.ofPayment(next("reversal"), payment, date));
            if (back.compareTo(last.amount()) < 0) {
                item.standing.push(new Received(last.date(), last.amount().minus(back)));
            }
            left = left.minus(back);
            item.open = item.open.plus(back);
        }
    }

    private String pay(Case item, Received received, List<Fact> facts) {
        String id = next("payment");
        facts.add(Payment.of(id, item.invoice.customerId(), received.date(), received.amount()));
        facts.add(Allocation.ofPayment(next("allocation"), id, item.invoice.id(), received.date(), received.amount()));
        return id;
    }

    private void dispute(Input event, LocalDate date) {
        Case item = item(event);
        Dispute dispute = Dispute.of(next("dispute"), item.invoice.id(), date);
        boolean isPart = event.has("amount") && amount(event).compareTo(item.invoice.gross()) < 0;
        item.facts.add(isPart ? dispute.over(amount(event)) : dispute);
        item.disputes.add(dispute.id());
    }

    private void resolve(Case item, LocalDate date) {
        item.disputes.forEach(dispute -> item.facts.add(DisputeResolution.of(next("resolution"), dispute, date)));
        item.disputes.clear();
    }

    private void hold(Input event, LocalDate date) {
        boolean ofItem = event.has("item");
        String customer = ofItem ? item(event).invoice.customerId() : event.text("customer");
        List<ItemReference> items = ofItem ? List.of(ItemReference.of(event.text("item"), 1)) : List.of();
        holds.add(new HoldSet(
                next("hold"), customer, date, items, event.date("until"), HoldReason.MANUAL, "as the case says"));
    }

    private String next(String what) {
        sequence++;
        return what + " " + sequence;
    }
}
