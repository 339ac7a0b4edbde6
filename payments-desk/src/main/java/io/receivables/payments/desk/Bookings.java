package io.receivables.payments.desk;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of a ledger that the events of one payment come to. With each event the money that is kept may rise, which books
 * a payment of the difference, or fall, which reverses the payments booked last and books again what of them is left. The
 * ids are the payment's own with a number, so that the same events always give the same facts.
 *
 * <p>What is kept is divided among the items as the payer said, where that adds up to it; otherwise as it was asked for,
 * earliest due first. What exceeds all that was asked for stays unapplied.
 */
final class Bookings {
    /** An item that is paid. */
    private record Item(String documentId, int instalment) {
        static Item of(Share share) {
            return new Item(share.documentId(), share.instalment());
        }
    }

    /** A payment that was booked and not reversed. */
    private record Booked(Payment payment, Map<Item, Money> allocated) {}

    private final String paymentId;
    private final CollectCommand command;
    private final ZoneId zone;
    private final Sightings sightings;
    private final Deque<Booked> standing = new ArrayDeque<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<PaymentFee> fees = new ArrayList<>();
    private int payments;

    private Bookings(String paymentId, CollectCommand command, ZoneId zone) {
        this.paymentId = paymentId;
        this.command = command;
        this.zone = zone;
        this.sightings = new Sightings(command.amount());
    }

    /** The facts that one event adds to those of the events before it. */
    static Bookings ofEvent(String paymentId, List<PaymentEvent> events, int version, ZoneId zone) {
        Bookings bookings = new Bookings(paymentId, ((Requested) events.get(0)).command(), zone);
        for (PaymentEvent event : events.subList(0, version)) {
            bookings.facts.clear();
            bookings.fees.clear();
            if (event.kind() == PaymentEvent.Kind.OBSERVED) {
                bookings.take((Observed) event);
            }
        }
        return bookings;
    }

    List<Fact> facts() {
        return facts;
    }

    List<PaymentFee> fees() {
        return fees;
    }

    private void take(Observed event) {
        Observation told = event.observation();
        if (sightings.knows(told)) {
            return;
        }
        Money before = sightings.kept();
        sightings.add(told);
        Money after = sightings.kept();
        LocalDate known = LocalDate.ofInstant(event.at(), zone);
        LocalDate day = told.valueDate().orElseGet(() -> LocalDate.ofInstant(told.occurredAt(), zone));
        if (after.compareTo(before) > 0) {
            book(after.minus(before), day, known, told);
        } else if (after.compareTo(before) < 0) {
            takeBack(before.minus(after), day, known, told);
        }
        told.fee()
                .filter(Money::isPositive)
                .ifPresent(fee -> fees.add(new PaymentFee(paymentId, told.eventId(), told.fact(), fee, day)));
    }

    private void book(Money amount, LocalDate day, LocalDate known, Observation told) {
        payments++;
        String id = payments == 1 ? paymentId : paymentId + "#" + payments;
        Payment payment = Payment.of(id, command.payer().customerId(), day, amount)
                .withReference(command.reference())
                .recordedOn(known);
        facts.add(payment);
        Map<Item, Money> allocated = allocate(amount, told);
        int number = 0;
        for (Map.Entry<Item, Money> each : allocated.entrySet()) {
            number++;
            Item item = each.getKey();
            facts.add(Allocation.ofPayment(id + "/" + number, id, item.documentId(), day, each.getValue())
                    .toInstalment(item.instalment())
                    .recordedOn(known));
        }
        standing.push(new Booked(payment, allocated));
    }

    /** Reverses what was booked last until enough went back, and books again what was taken back too much. */
    private void takeBack(Money amount, LocalDate day, LocalDate known, Observation told) {
        Money left = amount;
        LocalDate effective = day;
        while (left.isPositive()) {
            Payment last = standing.pop().payment();
            // nothing goes back before it came in
            effective = effective.isBefore(last.date()) ? last.date() : effective;
            facts.add(Reversal.ofPayment(last.id() + "-back", last.id(), effective)
                    .because(why(told))
                    .recordedOn(known));
            left = left.minus(last.amount());
        }
        if (left.isNegative()) {
            book(left.negated(), effective, known, told);
        }
    }

    private static String why(Observation told) {
        return told.reason()
                .map(Reason::category)
                .map(Reason.Category::code)
                .orElse(told.fact().code());
    }

    /** Divides an amount among what is not covered so far. */
    private Map<Item, Money> allocate(Money amount, Observation told) {
        Map<Item, Money> covered = new LinkedHashMap<>();
        standing.forEach(each -> each.allocated().forEach((item, part) -> covered.merge(item, part, Money::plus)));
        Map<Item, Money> allocated = new LinkedHashMap<>();
        Money left = amount;
        for (Share share : wanted(told)) {
            Item item = Item.of(share);
            Money missing = share.amount().minus(covered.getOrDefault(item, zero()));
            Money part = missing.min(left);
            if (part.isPositive()) {
                allocated.merge(item, part, Money::plus);
                covered.merge(item, part, Money::plus);
                left = left.minus(part);
            }
        }
        return allocated;
    }

    /** How what is kept is to be divided: as the payer said of all of it, or as it was asked for. */
    private List<Share> wanted(Observation told) {
        List<Share> said = told.shares();
        boolean adds = !said.isEmpty()
                && said.stream().allMatch(share -> share.amount().currency().equals(zero().currency()))
                && said.stream().map(Share::amount).reduce(zero(), Money::plus).equals(sightings.kept());
        return adds
                ? said
                : command.shares().stream()
                        .sorted(Comparator.comparing(Share::dueDate))
                        .toList();
    }

    private Money zero() {
        return Money.zero(command.amount().currency());
    }
}
