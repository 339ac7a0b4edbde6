package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.BookedLine;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKey;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.ReturnReason;
import io.receivables.payments.bank.transfer.TransferBook.Booking;
import io.receivables.payments.bank.transfer.TransferFact.Booked;
import io.receivables.payments.bank.transfer.TransferFact.CameIn;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes from statements what belongs to transfers that were asked for, booking by booking. Bookings are told apart as {@link
 * io.receivables.core.cash.CashApplication} does: the same key for the second time in one statement is the second booking, in
 * whatever message; where one message has a sum and another its parts, the parts count. It sorts once.
 */
final class StatementSorter {
    /**
     * What a return says and its original said, the surest first: the payer's own id, the bank's reference wherever it repeats
     * it, at last the mandate, which many payments share.
     */
    private static final List<Map.Entry<BankReference, BankReference>> WAYS = List.of(
            Map.entry(BankReference.UETR, BankReference.UETR),
            Map.entry(BankReference.END_TO_END, BankReference.END_TO_END),
            Map.entry(BankReference.PART, BankReference.SERVICER),
            Map.entry(BankReference.PART, BankReference.PART),
            Map.entry(BankReference.SERVICER, BankReference.SERVICER),
            Map.entry(BankReference.TRANSACTION, BankReference.TRANSACTION),
            Map.entry(BankReference.CHEQUE, BankReference.CHEQUE),
            Map.entry(BankReference.MANDATE, BankReference.MANDATE));

    private final TransferBook book;
    private final TransferReferences references;
    private final Instant now;

    /** A line, its place among all, and the booking that it tells of. */
    private record Turn(int place, BankLine line, Booking booking) {
        boolean isBooked() {
            return line.status() == LineStatus.BOOKED;
        }
    }

    /** By what a return may find its original. */
    private record Named(String account, BankReference kind, String value) {}

    /** All that the messages say of each booking. */
    private final Map<Booking, List<Turn>> heard = new LinkedHashMap<>();

    /** Sums of which these statements have parts. */
    private final Set<Booking> divided = new HashSet<>();

    private final Set<Booking> taken = new LinkedHashSet<>();
    /** What waits to be written at once. */
    private final List<Booked> waiting = new ArrayList<>();

    /** What cash application has. */
    private final Set<Booking> applied = new HashSet<>();

    private final Set<Booking> appliedWhole = new HashSet<>();
    private final Set<Booking> appliedInParts = new HashSet<>();
    private final Map<Named, List<BookedLine>> appliedReceipts = new HashMap<>();

    StatementSorter(TransferBook book, TransferReferences references, CashBook cash, Instant now) {
        this.book = book;
        this.references = references;
        this.now = now;
        for (BookedLine line : cash.lines()) {
            Booking booking = new Booking(line.key(), line.occurrence());
            applied.add(booking);
            if (line.key().part() > 0) {
                appliedInParts.add(booking.whole());
            } else if (!line.paymentId().isEmpty()) {
                appliedWhole.add(booking);
            }
            if (line.principal().isPositive() && !line.paymentId().isEmpty()) {
                line.references()
                        .forEach((kind, value) -> appliedReceipts
                                .computeIfAbsent(
                                        new Named(line.key().account(), kind, value), named -> new ArrayList<>(1))
                                .add(line));
            }
        }
    }

    TransferIntake sort(Collection<BankStatement> statements) {
        List<List<Turn>> turns = turns(statements);
        turns.stream()
                .flatMap(List::stream)
                .filter(Turn::isBooked)
                .forEach(turn -> heard.computeIfAbsent(turn.booking, booking -> new ArrayList<>(1))
                        .add(turn));
        for (Booking booking : heard.keySet()) {
            if (booking.key().part() > 0) {
                divided.add(booking.whole());
            }
        }
        heard.keySet().stream()
                .sorted(Comparator.comparing((Booking booking) -> booking.key().date())
                        .thenComparing(booking -> isBack(speaking(booking).line)))
                .forEach(this::take);
        flush();
        return intake(statements, turns);
    }

    /** The lines of each statement. */
    private static List<List<Turn>> turns(Collection<BankStatement> statements) {
        List<List<Turn>> all = new ArrayList<>();
        int place = 0;
        for (BankStatement statement : statements) {
            Map<LineKey, Integer> met = new HashMap<>();
            List<Turn> turns = new ArrayList<>();
            for (BankLine line : statement.lines()) {
                int occurrence = met.merge(line.key(), 1, Integer::sum);
                turns.add(new Turn(place, line, new Booking(line.key(), occurrence)));
                place++;
            }
            all.add(turns);
        }
        return all;
    }

    private static boolean isBack(BankLine line) {
        return line.returned().isPresent() || line.isReversal();
    }

    private void take(Booking booking) {
        BankLine line = speaking(booking).line;
        if (isBack(line)) {
            flush(); // its original may be waiting
        }
        if (isFree(booking)) {
            fact(booking, line).ifPresent(fact -> {
                waiting.add(fact);
                taken.add(booking);
                if (isBack(line)) {
                    flush();
                }
            });
        }
    }

    /** Whether nobody took it, and no parts of it speak instead. */
    private boolean isFree(Booking booking) {
        boolean isPart = booking.key().part() > 0;
        return !book.knows(booking)
                && !applied.contains(booking)
                && !(isPart && appliedWhole.contains(booking.whole()))
                && !(!isPart && (appliedInParts.contains(booking) || divided.contains(booking)));
    }

    /** Writes what waits. What another process wrote meanwhile is not written again. */
    private void flush() {
        while (!waiting.isEmpty() && !book.write(waiting, now)) {
            waiting.removeIf(fact -> {
                Booking booking = new Booking(fact.key(), fact.occurrence());
                return book.knows(booking) && taken.remove(booking);
            });
        }
        waiting.clear();
    }

    // ---- what a booking is

    /** The line that says most of a booking speaks for all. */
    private Turn speaking(Booking booking) {
        List<Turn> turns = heard.getOrDefault(booking, List.of());
        Turn most = turns.get(0);
        for (Turn turn : turns) {
            most = turn.line.saysMoreThan(most.line) ? turn : most;
        }
        return most;
    }

    private Optional<Booked> fact(Booking booking, BankLine line) {
        Set<String> quoted = quoted(booking);
        if (quoted.size() > 1) {
            return Optional.empty(); // one booking of several payments is for people to divide
        }
        Optional<String> reference = quoted.stream().findFirst();
        if (isBack(line)) {
            return line.principal().isNegative() ? back(booking, line, reference) : Optional.empty();
        }
        boolean isReceipt =
                line.principal().isPositive() && line.kind() != LineKind.CHARGES && line.kind() != LineKind.INTEREST;
        boolean isSum = line.part().filter(BatchPart::isSum).isPresent();
        return isReceipt && !isSum
                ? reference.map(known -> new CameIn(
                        known,
                        booking.key(),
                        booking.occurrence(),
                        line.principal(),
                        fee(line),
                        line.valueDate(),
                        line.references()))
                : Optional.empty();
    }

    /** The references of ours that any message has for a booking. */
    private Set<String> quoted(Booking booking) {
        Set<String> quoted = new LinkedHashSet<>();
        for (Turn turn : heard.getOrDefault(booking, List.of())) {
            for (String text : texts(turn.line)) {
                quoted.addAll(references.in(text, book::knows));
            }
        }
        return quoted;
    }

    private static List<String> texts(BankLine line) {
        List<String> texts = new ArrayList<>();
        line.remittance().references().forEach(reference -> texts.add(reference.value()));
        line.reference(BankReference.END_TO_END).ifPresent(texts::add);
        texts.add(line.remittance().joinedText());
        // banks break lines within words
        texts.add(String.join("", line.remittance().text()));
        texts.add(line.text());
        return texts;
    }

    private static Money fee(BankLine line) {
        Money fee = Money.zero(line.booked().currency());
        for (LineCharge charge : line.charges()) {
            if (charge.included()) {
                fee = fee.plus(charge.amount());
            }
        }
        return fee;
    }

    private Optional<Booked> back(Booking booking, BankLine line, Optional<String> quoted) {
        Optional<CameIn> original = original(line, quoted);
        if (original.isEmpty() && isOfCashApplication(line)) {
            return Optional.empty(); // whoever booked the payment takes it back
        }
        return quoted.or(() -> original.map(CameIn::reference))
                .map(reference -> new WentBack(
                        reference,
                        booking.key(),
                        booking.occurrence(),
                        line.principal().negated(),
                        fee(line),
                        line.valueDate(),
                        original.map(CameIn::event).orElse(""),
                        line.returned().map(LineReturn::reason).orElseGet(ReturnReason::notStated),
                        country(line)));
    }

    /** The one receipt that a line gives back in full; where it quotes a reference, one of that reference. */
    private Optional<CameIn> original(BankLine line, Optional<String> quoted) {
        for (Map.Entry<BankReference, BankReference> way : WAYS) {
            List<CameIn> equal = line
                    .reference(way.getKey())
                    .map(value ->
                            book.standing(way.getValue(), value, line.account().key()))
                    .orElse(List.of())
                    .stream()
                    .filter(receipt -> receipt.amount().equals(line.principal().negated()))
                    .filter(receipt -> quoted.isEmpty() || quoted.get().equals(receipt.reference()))
                    .toList();
            if (equal.size() == 1) {
                return Optional.of(equal.get(0));
            }
        }
        return Optional.empty();
    }

    private boolean isOfCashApplication(BankLine line) {
        return WAYS.stream()
                .anyMatch(way -> line
                        .reference(way.getKey())
                        .map(value -> new Named(line.account().key(), way.getValue(), value))
                        .map(named -> appliedReceipts.getOrDefault(named, List.of()))
                        .orElse(List.of())
                        .stream()
                        .anyMatch(receipt ->
                                receipt.principal().equals(line.principal().negated())));
    }

    private static String country(BankLine line) {
        String account = line.counterparty().account();
        return account.matches("[A-Z]{2}[0-9]{2}.*") ? account.substring(0, 2) : "";
    }

    // ---- what became of the lines

    private TransferIntake intake(Collection<BankStatement> statements, List<List<Turn>> turns) {
        Set<Integer> counted = new HashSet<>();
        taken.forEach(booking -> counted.add(speaking(booking).place));
        List<BankStatement> others = new ArrayList<>();
        List<BankLine> first = new ArrayList<>();
        List<BankLine> again = new ArrayList<>();
        Iterator<List<Turn>> each = turns.iterator();
        for (BankStatement statement : statements) {
            List<BankLine> left = new ArrayList<>();
            for (Turn turn : each.next()) {
                if (!turn.isBooked() || !book.knows(turn.booking)) {
                    left.add(turn.line);
                } else {
                    (counted.contains(turn.place) ? first : again).add(turn.line);
                }
            }
            others.add(new BankStatement(statement.header(), statement.balances(), left, statement.check()));
        }
        return new TransferIntake(others, first, again);
    }
}
