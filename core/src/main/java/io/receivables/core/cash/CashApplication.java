package io.receivables.core.cash;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Reversal;
import io.receivables.core.cash.LineOutcome.Result;
import io.receivables.core.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns bank statements into facts of the ledger: payments with their allocations, and reversals of what came back.
 *
 * <pre>{@code
 * CashRun run = CashApplication.of(ledger, book, statements, CashOptions.standard(LocalDate.parse("2026-05-04")));
 * ledger = ledger.with(run.facts());
 * book = book.with(run.booked());
 * run.of(LineOutcome.Result.UNIDENTIFIED).forEach(outcome -> …);   // for a person, with the items that it names
 * }</pre>
 *
 * <ul>
 *   <li>A booking counts once, in whatever file or message it comes: it is known by account, the bank's reference, amount and
 *       day ({@link LineKey}). Equal bookings within one statement are different ones, and the second in one statement is the
 *       second in the other. Where one message has a sum and another its parts, the parts count.
 *   <li>Lines are taken day by day; on each day what came back first, so that an item is open again when it is paid anew.
 *   <li>What a line pays is for {@link CashOptions#matcher()} to say. Nothing is applied beyond what is open or was paid.
 *   <li>What comes back is matched to the payment with the same end-to-end id, bank's reference or mandate and the same
 *       principal. The payment is reversed, so that its items are open again by what was paid; the bank's charge is apart.
 *   <li>Ids of facts are a function of the bank's booking: the same statements make the same facts, on any machine.
 * </ul>
 */
public final class CashApplication {
    /** Behind all orders of lines that speak for themselves. */
    private static final int LAST = 3;

    private final Ledger ledger;
    private final CashOptions options;
    private final CashBook.Index book;
    private final Originals originals;
    private final List<LineOutcome> outcomes = new ArrayList<>();
    private final List<BankCharge> charges = new ArrayList<>();
    private final List<BookedLine> booked = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable OpenItems open;

    private CashApplication(Ledger ledger, CashBook book, CashOptions options) {
        this.ledger = ledger;
        this.options = options;
        this.book = book.index();
        this.originals = new Originals(this.book);
    }

    /**
     * Applies what statements say.
     *
     * @param ledger what is owed
     * @param book the lines that earlier runs took
     * @param statements in any order
     * @param options the day, and how
     */
    public static CashRun of(Ledger ledger, CashBook book, Collection<BankStatement> statements, CashOptions options) {
        CashApplication application = new CashApplication(ledger, book, options);
        application.take(statements);
        return new CashRun(application.outcomes, application.charges, application.booked);
    }

    /** A line, its place among all, and which of equal bookings in its statement it is. */
    private record Turn(int place, BankLine line, int occurrence) {
        Booking booking() {
            return new Booking(line.key(), occurrence);
        }

        boolean isBooked() {
            return line.status() == LineStatus.BOOKED;
        }

        boolean speaks(Map<Booking, Turn> speaking) {
            Turn first = speaking.get(booking());
            return first != null && first.place == place;
        }
    }

    private record Booking(LineKey key, int occurrence) {}

    private void take(Collection<BankStatement> statements) {
        List<Turn> turns = new ArrayList<>();
        for (BankStatement statement : statements) {
            Map<LineKey, Integer> met = new HashMap<>();
            for (BankLine line : statement.lines()) {
                turns.add(new Turn(turns.size(), line, met.merge(line.key(), 1, Integer::sum)));
            }
        }
        // the same booking in several messages: the one that says most speaks for all
        Map<Booking, Turn> speaking = new HashMap<>();
        Set<Booking> divided = new HashSet<>();
        for (Turn turn : turns) {
            if (turn.isBooked()) {
                speaking.merge(turn.booking(), turn, (one, other) -> other.line.saysMoreThan(one.line) ? other : one);
                if (turn.line.key().part() > 0) {
                    divided.add(new Booking(turn.line.key().whole(), turn.occurrence));
                }
            }
        }
        // stable: within a day and a kind, statements and lines keep the order in which they were given
        turns.sort(Comparator.comparing((Turn turn) -> turn.line.bookingDate())
                .thenComparing(turn -> turn.speaks(speaking) ? order(turn.line) : LAST));
        for (Turn turn : turns) {
            if (!turn.isBooked()) {
                outcomes.add(outcome(turn, Result.NOT_BOOKED, null));
            } else if (!turn.speaks(speaking) || divided.contains(turn.booking())) {
                String paymentId = book.find(turn.line.key(), turn.occurrence)
                        .map(BookedLine::paymentId)
                        .orElse("");
                outcomes.add(duplicate(turn, paymentId, null));
            } else {
                take(turn);
            }
        }
    }

    /** On one day: what came back of payments that are known, what came in, and what else came back. */
    private int order(BankLine line) {
        if (!isBack(line)) {
            return 1;
        }
        return originals.isKnown(line) ? 0 : 2;
    }

    private static boolean isBack(BankLine line) {
        return line.returned().isPresent() || line.isReversal();
    }

    private void take(Turn turn) {
        BankLine line = turn.line;
        Optional<LineOutcome> again = takenBefore(turn);
        if (again.isPresent()) {
            outcomes.add(again.get());
            return;
        }
        LineOutcome outcome = outcome(turn);
        outcomes.add(outcome);
        if (!outcome.result().isTaken()) {
            return;
        }
        facts.addAll(outcome.facts());
        BookedLine remembered = BookedLine.of(line, turn.occurrence, outcome.paymentId());
        booked.add(remembered);
        book.add(remembered);
        addCharges(line, outcome.paymentId());
    }

    private Optional<LineOutcome> takenBefore(Turn turn) {
        LineKey key = turn.line.key();
        Optional<BookedLine> same = book.find(key, turn.occurrence);
        if (same.isPresent()) {
            return Optional.of(duplicate(turn, same.get().paymentId(), null));
        }
        if (key.part() == 0) {
            return book.isDivided(key, turn.occurrence) ? Optional.of(duplicate(turn, "", null)) : Optional.empty();
        }
        // a sum for which no payment was booked may still be divided
        return book.find(key.whole(), turn.occurrence)
                .filter(sum -> !sum.paymentId().isEmpty())
                .map(sum -> duplicate(
                        turn, sum.paymentId(), Problem.of(CashProblem.PARTS_CAME_LATE, "payments", sum.paymentId())));
    }

    private static LineOutcome duplicate(Turn turn, String paymentId, @Nullable Problem why) {
        return new LineOutcome(turn.line, turn.occurrence, Result.DUPLICATE, paymentId, List.of(), List.of(), why);
    }

    /** An outcome without payment and facts. */
    private static LineOutcome outcome(Turn turn, Result result, @Nullable Problem why) {
        return new LineOutcome(turn.line, turn.occurrence, result, "", List.of(), List.of(), why);
    }

    private LineOutcome outcome(Turn turn) {
        BankLine line = turn.line;
        if (isBack(line)) {
            return line.principal().isPositive()
                    ? outcome(
                            turn,
                            Result.NO_RECEIPT,
                            Problem.of(CashProblem.MONEY_BACK_IN, Problem.VALUE, line.principal()))
                    : takeBack(turn);
        }
        boolean isReceipt =
                line.principal().isPositive() && line.kind() != LineKind.CHARGES && line.kind() != LineKind.INTEREST;
        return isReceipt ? receive(turn) : outcome(turn, Result.NO_RECEIPT, null);
    }

    private LineOutcome takeBack(Turn turn) {
        BankLine line = turn.line;
        Originals.Answer answer = originals.of(line);
        if (answer.original() == null) {
            return outcome(turn, Result.RETURN_OPEN, answer.problem());
        }
        String paymentId = answer.original().paymentId();
        LocalDate date = options.dateOf(line);
        Reversal reversal = Reversal.ofPayment(id("return", turn), paymentId, date)
                .because(line.returned().map(back -> back.reason().code()).orElse(""))
                .recordedOn(options.asOf());
        open = null; // the items that it settled are open again
        return new LineOutcome(line, turn.occurrence, Result.RETURNED, paymentId, List.of(reversal), List.of(), null);
    }

    private LineOutcome receive(Turn turn) {
        BankLine line = turn.line;
        boolean isSum = line.part().filter(BatchPart::isSum).isPresent();
        MatchProposal proposal = options.matcher().propose(line, open());
        if (isSum && proposal.shares().isEmpty()) {
            proposal = MatchProposal.leave(
                    Problem.of(CashProblem.SUM_WITHOUT_PARTS, Problem.VALUE, line.principal()), proposal.candidates());
        }
        if (!fits(proposal, line)) {
            proposal = MatchProposal.leave(
                            Problem.of(CashProblem.PROPOSAL_DOES_NOT_FIT, Problem.VALUE, proposal.shares()),
                            proposal.candidates())
                    .from(proposal.customerId());
        }
        String payer = proposal.customerId().isEmpty() && !isSum ? options.suspenseCustomer() : proposal.customerId();
        @Nullable Problem why = proposal.problem().orElse(null);
        if (payer.isEmpty()) {
            return new LineOutcome(
                    line, turn.occurrence, Result.UNIDENTIFIED, "", List.of(), proposal.candidates(), why);
        }
        String paymentId = id("bank", turn);
        LocalDate date = options.dateOf(line);
        List<Fact> made = new ArrayList<>();
        made.add(Payment.of(paymentId, payer, date, line.principal())
                .withReference(stated(line))
                .recordedOn(options.asOf()));
        int number = 0;
        for (ItemShare share : proposal.shares()) {
            open().take(share);
            number++;
            made.add(Allocation.ofPayment(paymentId + "/" + number, paymentId, share.documentId(), date, share.amount())
                    .toInstalment(share.instalment())
                    .recordedOn(options.asOf()));
        }
        Result result = number == 0 ? Result.UNAPPLIED : Result.APPLIED;
        return new LineOutcome(line, turn.occurrence, result, paymentId, made, proposal.candidates(), why);
    }

    /** Whether a proposal stays within what was paid and what is open; whatever a matcher says, the books stay right. */
    private boolean fits(MatchProposal proposal, BankLine line) {
        Money left = line.principal();
        for (ItemShare share : proposal.shares()) {
            if (!share.amount().currency().equals(left.currency())) {
                return false;
            }
            left = left.minus(share.amount());
        }
        return !left.isNegative() && open().fits(proposal.shares());
    }

    private OpenItems open() {
        OpenItems known = open;
        if (known == null) {
            boolean isOfFacts = !ledger.facts().isEmpty();
            known = OpenItems.of(facts.isEmpty() || !isOfFacts ? ledger : ledger.with(facts), options.asOf());
            open = known;
        }
        return known;
    }

    private void addCharges(BankLine line, String paymentId) {
        for (LineCharge charge : line.charges()) {
            if (charge.included() && !charge.amount().isZero()) {
                charges.add(new BankCharge(line.bookingDate(), charge.amount(), charge.text(), paymentId, line));
            }
        }
        if (line.kind() == LineKind.CHARGES && !line.principal().isZero()) {
            charges.add(new BankCharge(line.bookingDate(), line.principal().negated(), line.text(), paymentId, line));
        }
    }

    /** What the payer stated, the surest first: a creditor reference, an end-to-end id, documents, or the text. */
    private static String stated(BankLine line) {
        Remittance remittance = line.remittance();
        return remittance.references().stream()
                .map(Remittance.Reference::value)
                .findFirst()
                .or(() -> line.reference(BankReference.END_TO_END))
                .orElseGet(() -> remittance.documents().isEmpty()
                        ? remittance.joinedText()
                        : remittance.documents().stream()
                                .map(RemittedDocument::number)
                                .collect(Collectors.joining(", ")));
    }

    /** A name made of the booking alone. */
    private static String id(String prefix, Turn turn) {
        LineKey key = turn.line.key();
        String booking = String.join(
                "\n",
                key.account(),
                key.reference(),
                key.amount().toString(),
                key.date().toString(),
                Integer.toString(key.part()),
                Integer.toString(turn.occurrence));
        return prefix + "-" + UUID.nameUUIDFromBytes(booking.getBytes(StandardCharsets.UTF_8));
    }
}
