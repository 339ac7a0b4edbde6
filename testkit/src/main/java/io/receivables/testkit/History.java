package io.receivables.testkit;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.DisputeResolution.Finding;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Plays movements over documents in the order in which the ledger replays them, and writes down the facts. It keeps what
 * is open and what is left in the plainest way, so that no amount exceeds them.
 */
final class History {
    /** Picks are numbers from 0 to below this one. */
    static final int PICKS = 64;

    private final List<Customer> customers;
    private final List<Currency> currencies;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Debit> debits = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final int idDigits;
    private int counter;

    /** An invoice or debit note, and what is open of its instalments. */
    private static final class Debit {
        final Document document;
        final long[] open;
        final List<Integer> byDueDate;

        Debit(Document document) {
            this.document = document;
            this.open = document.instalments().stream()
                    .mapToLong(part -> part.amount().minorUnits())
                    .toArray();
            this.byDueDate = IntStream.range(0, open.length)
                    .boxed()
                    .sorted(Comparator.comparing(
                            i -> document.instalments().get(i).dueDate()))
                    .toList();
        }

        long open() {
            return open(Allocation.EARLIEST_DUE_FIRST);
        }

        /** What is open of one instalment (counted from 1), or of all. */
        long open(int instalment) {
            return instalment == Allocation.EARLIEST_DUE_FIRST
                    ? LongStream.of(open).sum()
                    : open[instalment - 1];
        }

        /** Takes an amount out of one instalment, or of all in the order of their due dates; tells how much of each. */
        List<Long> settle(int instalment, long amount) {
            long[] taken = new long[open.length];
            long left = amount;
            for (int i : instalment == Allocation.EARLIEST_DUE_FIRST ? byDueDate : List.of(instalment - 1)) {
                taken[i] = Math.min(left, open[i]);
                open[i] -= taken[i];
                left -= taken[i];
            }
            return LongStream.of(taken).boxed().toList();
        }
    }

    /** A payment or credit note, and what is left of it. */
    private static final class Credit {
        final Allocation.Source source;
        final Fact fact;
        final Currency currency;
        long left;
        boolean reversed;

        Credit(Payment payment) {
            this(Allocation.Source.PAYMENT, payment, payment.amount());
        }

        Credit(CreditNote note) {
            this(Allocation.Source.CREDIT_NOTE, note, note.gross());
        }

        private Credit(Allocation.Source source, Fact fact, Money amount) {
            this.source = source;
            this.fact = fact;
            this.currency = amount.currency();
            this.left = amount.minorUnits();
        }
    }

    /** An allocation that is in force. */
    private record Applied(String id, Turn turn, Debit debit, Credit credit, List<Long> taken) {
        long amount() {
            return taken.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A movement on the day on which the ledger will count it. */
    private record Turn(LocalDate day, LocalDate date, LocalDate recordedOn, Movement movement) {
        /** On one day the ledger takes reversals first, then allocations, refunds, write-offs. */
        int phase() {
            return switch (movement.kind()) {
                case PAYMENT_REVERSAL, ALLOCATION_REVERSAL -> 0;
                case PAYMENT, INSTALMENT_PAYMENT, PAYMENT_ON_ACCOUNT, ADVANCE_PAYMENT, BOUNCED_PAYMENT, ALLOCATION -> 1;
                case REFUND -> 2;
                case WRITE_OFF, EARLY_WRITE_OFF -> 3;
                case DISPUTE, PARTIAL_DISPUTE, DISPUTE_RESOLUTION -> 4;
            };
        }
    }

    private History(List<Customer> customers, List<Currency> currencies, int movements) {
        this.customers = customers;
        this.currencies = currencies;
        this.idDigits = Long.toString(3L * movements).length(); // a bounced payment needs three
    }

    /** The history of documents and of what happened to them; there is a customer and a currency at least. */
    static History of(
            List<Customer> customers,
            List<Currency> currencies,
            List<DocumentPlan> documents,
            List<Movement> movements) {
        History history = new History(customers, currencies, movements.size());
        documents.forEach(history::issue);
        movements.stream()
                .flatMap(movement -> history.turn(movement).stream())
                .sorted(Comparator.comparing(Turn::day)
                        .thenComparing(Turn::phase)
                        .thenComparing(Turn::recordedOn))
                .forEach(history::play);
        return history;
    }

    List<Customer> customers() {
        return customers;
    }

    /** The documents, then what happened to them by day. */
    List<Fact> facts() {
        return List.copyOf(facts);
    }

    // ---- documents

    private void issue(DocumentPlan plan) {
        Currency currency = pick(currencies, plan.currency()).orElseThrow();
        String customerId = pick(customers, plan.customer()).orElseThrow().id();
        Document document = plan.make(plan.id(facts.size() + 1), customerId, currency);
        if (document instanceof CreditNote plain) {
            CreditNote note = corrected(plain, plan).map(plain::correcting).orElse(plain);
            facts.add(note);
            credits.add(new Credit(note));
        } else {
            facts.add(document);
            debits.add(new Debit(document));
        }
    }

    /** Some credit notes name an earlier document of the customer. */
    private Optional<String> corrected(CreditNote note, DocumentPlan plan) {
        List<Debit> earlier = debits.stream()
                .filter(debit -> debit.document.customerId().equals(note.customerId())
                        && !debit.document.issueDate().isAfter(note.issueDate()))
                .toList();
        return plan.customer() % 2 == 1
                ? pick(earlier, plan.currency()).map(debit -> debit.document.id())
                : Optional.empty();
    }

    // ---- movements

    /** What is dated before its document counts from the document's issue date. */
    private Optional<Turn> turn(Movement movement) {
        return switch (movement.kind()) {
            case ADVANCE_PAYMENT, EARLY_WRITE_OFF ->
                pick(debits, movement.first()).map(debit -> {
                    LocalDate issued = debit.document.issueDate();
                    return turn(movement, issued, issued.minusDays(1 + movement.second()));
                });
            default -> Optional.of(turn(movement, movement.day(), movement.day()));
        };
    }

    private static Turn turn(Movement movement, LocalDate day, LocalDate date) {
        return new Turn(day, date, date.plusDays(movement.recorded()), movement);
    }

    private void play(Turn turn) {
        Movement movement = turn.movement;
        switch (movement.kind()) {
            case PAYMENT -> openDebit(turn).ifPresent(debit -> pay(turn, debit, Allocation.EARLIEST_DUE_FIRST));
            case INSTALMENT_PAYMENT ->
                openDebit(turn)
                        .ifPresent(debit ->
                                openInstalment(turn, debit).ifPresent(instalment -> pay(turn, debit, instalment)));
            case PAYMENT_ON_ACCOUNT -> payOnAccount(turn);
            case ADVANCE_PAYMENT ->
                earlyDebit(turn).ifPresent(debit -> pay(turn, debit, Allocation.EARLIEST_DUE_FIRST));
            case BOUNCED_PAYMENT -> pick(issuedBy(turn.day), movement.first()).ifPresent(debit -> bounce(turn, debit));
            case ALLOCATION -> allocate(turn);
            case REFUND -> pick(creditsWithRest(turn), movement.first()).ifPresent(credit -> refund(turn, credit));
            case WRITE_OFF -> openDebit(turn).ifPresent(debit -> writeOff(turn, debit));
            case EARLY_WRITE_OFF -> earlyDebit(turn).ifPresent(debit -> writeOff(turn, debit));
            case PAYMENT_REVERSAL -> reversePayment(turn);
            case ALLOCATION_REVERSAL -> reverseAllocation(turn);
            case DISPUTE, PARTIAL_DISPUTE ->
                pick(issuedBy(turn.day), movement.first()).ifPresent(debit -> dispute(turn, debit));
            case DISPUTE_RESOLUTION -> resolve(turn);
        }
    }

    private void pay(Turn turn, Debit debit, int instalment) {
        long open = debit.open(instalment);
        Money amount = Money.ofMinor(share(open, turn), currencyOf(debit));
        Credit credit = receive(turn, debit.document.customerId(), amount);
        apply(turn, credit, debit, instalment, Math.min(open, amount.minorUnits()));
    }

    private void payOnAccount(Turn turn) {
        String customerId = pick(customers, turn.movement.first()).orElseThrow().id();
        Currency currency = pick(currencies, turn.movement.second()).orElseThrow();
        receive(turn, customerId, Money.ofMinor(100L * turn.movement.percent(), currency));
    }

    private Credit receive(Turn turn, String customerId, Money amount) {
        Payment payment = Payment.of(id("P"), customerId, turn.date, amount).recordedOn(turn.recordedOn);
        Credit credit = new Credit(payment);
        facts.add(payment);
        credits.add(credit);
        return credit;
    }

    private Payment payment(Turn turn, String customerId, Money amount) {
        return new Payment(id("P"), customerId, turn.date, amount, turn.movement.text(), turn.recordedOn);
    }

    /** Reversed on the day it came in: no end of day ever sees it, so nothing is taken from what is open. */
    private void bounce(Turn turn, Debit debit) {
        Money amount = Money.ofMinor(turn.movement.percent(), currencyOf(debit));
        Payment payment = payment(turn, debit.document.customerId(), amount);
        facts.add(payment);
        facts.add(Allocation.ofPayment(id("A"), payment.id(), debit.document.id(), turn.date, amount)
                .recordedOn(turn.recordedOn));
        reverse(turn, Reversal.Target.PAYMENT, payment.id());
    }

    private void allocate(Turn turn) {
        pick(creditsWithRest(turn), turn.movement.first()).ifPresent(credit -> {
            List<Debit> fitting = openDebits(turn.day).stream()
                    .filter(debit -> currencyOf(debit).equals(credit.currency) && isInTurn(turn, credit, debit))
                    .toList();
            pick(fitting, turn.movement.second()).ifPresent(debit -> {
                long most = Math.min(debit.open(), credit.left);
                apply(turn, credit, debit, Allocation.EARLIEST_DUE_FIRST, Math.min(most, share(most, turn)));
            });
        });
    }

    /**
     * Of allocations that count and were recorded on one day, the ledger takes that of the smaller source first; which
     * instalments each settles depends on it.
     */
    private boolean isInTurn(Turn turn, Credit credit, Debit debit) {
        return applied.stream()
                .noneMatch(earlier -> earlier.debit == debit
                        && earlier.turn.day.equals(turn.day)
                        && earlier.turn.recordedOn.equals(turn.recordedOn)
                        && earlier.credit.fact.id().compareTo(credit.fact.id()) > 0);
    }

    private void apply(Turn turn, Credit credit, Debit debit, int instalment, long amount) {
        Allocation allocation = new Allocation(
                id("A"),
                credit.source,
                credit.fact.id(),
                debit.document.id(),
                instalment,
                turn.date,
                Money.ofMinor(amount, credit.currency),
                turn.recordedOn);
        facts.add(allocation);
        credit.left -= amount;
        applied.add(new Applied(allocation.id(), turn, debit, credit, debit.settle(instalment, amount)));
    }

    private void refund(Turn turn, Credit credit) {
        long amount = Math.min(credit.left, share(credit.left, turn));
        credit.left -= amount;
        facts.add(new Refund(
                id("RF"),
                credit.source,
                credit.fact.id(),
                turn.date,
                Money.ofMinor(amount, credit.currency),
                turn.recordedOn));
    }

    /** Of the whole document, or every other time of one instalment. */
    private void writeOff(Turn turn, Debit debit) {
        int instalment = turn.movement.second() % 2 == 0
                ? Allocation.EARLIEST_DUE_FIRST
                : openInstalment(turn, debit).orElseThrow();
        long open = debit.open(instalment);
        long amount = Math.min(open, share(open, turn));
        debit.settle(instalment, amount);
        facts.add(new WriteOff(
                id("W"),
                debit.document.id(),
                instalment,
                turn.date,
                Money.ofMinor(amount, currencyOf(debit)),
                turn.movement.text(),
                turn.recordedOn));
    }

    private void reversePayment(Turn turn) {
        List<Credit> payments = credits.stream()
                .filter(credit -> credit.source == Allocation.Source.PAYMENT && !credit.reversed)
                .toList();
        pick(payments, turn.movement.first()).ifPresent(payment -> {
            reverse(turn, Reversal.Target.PAYMENT, payment.fact.id());
            List.copyOf(applied).stream()
                    .filter(allocation -> allocation.credit == payment)
                    .forEach(this::undo);
            payment.reversed = true;
            payment.left = 0;
        });
    }

    private void reverseAllocation(Turn turn) {
        pick(applied, turn.movement.first()).ifPresent(allocation -> {
            reverse(turn, Reversal.Target.ALLOCATION, allocation.id);
            undo(allocation);
        });
    }

    private void reverse(Turn turn, Reversal.Target target, String targetId) {
        facts.add(new Reversal(id("R"), target, targetId, turn.date, turn.movement.text(), turn.recordedOn));
    }

    private void undo(Applied allocation) {
        applied.remove(allocation);
        allocation.credit.left += allocation.amount();
        for (int i = 0; i < allocation.taken.size(); i++) {
            allocation.debit.open[i] += allocation.taken.get(i);
        }
    }

    private void dispute(Turn turn, Debit debit) {
        Dispute whole = Dispute.of(id("D"), debit.document.id(), turn.date)
                .because(turn.movement.text())
                .recordedOn(turn.recordedOn);
        Money gross = debit.document.gross();
        boolean partial = turn.movement.kind() == Movement.Kind.PARTIAL_DISPUTE && gross.isPositive();
        Dispute dispute = partial
                ? whole.over(
                        Money.ofMinor(Math.min(gross.minorUnits(), share(gross.minorUnits(), turn)), gross.currency()))
                : whole;
        facts.add(dispute);
        disputes.add(dispute);
    }

    private void resolve(Turn turn) {
        pick(disputes, turn.movement.first()).ifPresent(dispute -> {
            disputes.remove(dispute);
            DisputeResolution resolution =
                    new DisputeResolution(id("DR"), dispute.id(), turn.date, turn.movement.text(), turn.recordedOn);
            facts.add(withFinding(resolution, dispute, turn));
        });
    }

    /** Every second one says in whose favour; a dispute of a part may be split. */
    private static DisputeResolution withFinding(DisputeResolution resolution, Dispute dispute, Turn turn) {
        Finding[] findings = Finding.values();
        int choice = turn.movement.second() % (2 * findings.length);
        if (choice >= findings.length) {
            return resolution;
        }
        if (findings[choice] != Finding.SPLIT) {
            return resolution.found(findings[choice]);
        }
        return dispute.amount().map(resolution::split).orElse(resolution);
    }

    // ---- what there is to pick from

    private List<Debit> issuedBy(LocalDate day) {
        return debits.stream()
                .filter(debit -> !debit.document.issueDate().isAfter(day))
                .toList();
    }

    private List<Debit> openDebits(LocalDate day) {
        return issuedBy(day).stream().filter(debit -> debit.open() > 0).toList();
    }

    private Optional<Debit> openDebit(Turn turn) {
        return pick(openDebits(turn.day), turn.movement.first());
    }

    private Optional<Debit> earlyDebit(Turn turn) {
        return pick(debits, turn.movement.first()).filter(debit -> debit.open() > 0);
    }

    private static Optional<Integer> openInstalment(Turn turn, Debit debit) {
        List<Integer> open = IntStream.rangeClosed(1, debit.open.length)
                .filter(instalment -> debit.open[instalment - 1] > 0)
                .boxed()
                .toList();
        return pick(open, turn.movement.second());
    }

    private List<Credit> creditsWithRest(Turn turn) {
        return credits.stream()
                .filter(credit -> credit.left > 0 && !credit.fact.date().isAfter(turn.day))
                .toList();
    }

    /** In proportion, not modulo: when others are left out, the first stays the first and the last stays the last. */
    private static <T> Optional<T> pick(List<T> from, int number) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(number * from.size() / PICKS));
    }

    /** The movement's percentage of an amount, at least one minor unit. */
    private static long share(long amount, Turn turn) {
        return Math.max(1, Math.multiplyExact(amount, turn.movement.percent()) / 100);
    }

    private static Currency currencyOf(Debit debit) {
        return debit.document.gross().currency();
    }

    /** Ids ascend as the ledger sorts them, so that it takes the facts of one day in the order in which they were made. */
    private String id(String prefix) {
        counter++;
        return prefix + "-" + "0".repeat(idDigits - Integer.toString(counter).length()) + counter;
    }
}
