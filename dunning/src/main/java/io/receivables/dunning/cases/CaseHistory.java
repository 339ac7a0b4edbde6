package io.receivables.dunning.cases;

import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The whole story of a case in order: what the ledger says of its money and disputes, what the collection says of promises
 * and plans, and what dunning recorded. Each line tells its move, and by which row of the {@link CaseTable} it followed.
 * The lines come by date, those of one day in that order; what dunning recorded stays in the order of the journal, even
 * where a date says otherwise.
 */
public final class CaseHistory {
    private final ItemReference item;
    private final List<Line> lines;
    private final CaseState state;

    /**
     * A move and what came of it.
     *
     * @param move what happened
     * @param before where the case stood
     * @param decision what came of it
     */
    public record Line(CaseMove move, CaseState before, CaseDecision decision) {
        public LocalDate date() {
            return move.date();
        }

        /** The line in French where the locale's language is French, in English otherwise. */
        public String text(Locale locale) {
            return CaseText.line(this, locale);
        }
    }

    private CaseHistory(ItemReference item, List<CaseMove> moves) {
        this.item = item;
        List<Line> told = new ArrayList<>();
        CaseState current = CaseState.INITIAL;
        for (CaseMove move : moves) {
            CaseDecision decision = CaseMachine.decide(current, move);
            told.add(new Line(move, current, decision));
            current = decision.state();
        }
        this.lines = List.copyOf(told);
        this.state = current;
    }

    /** {@link #of(CollectionLog, Cases, ItemReference, CollectionOptions)} with neither grace nor tolerance. */
    public static CaseHistory of(CollectionLog log, Cases cases, ItemReference item, LocalDate asOf) {
        return of(log, cases, item, CollectionOptions.standard(asOf));
    }

    /**
     * The history of an item up to the options' as-of date, the day included.
     *
     * @param options how promises and plans are judged
     * @throws IllegalArgumentException if the ledger has no such instalment of an invoice or debit note
     */
    public static CaseHistory of(CollectionLog log, Cases cases, ItemReference item, CollectionOptions options) {
        Ledger ledger = log.ledger();
        int row = row(ledger, item);
        LedgerColumns columns = ledger.columns();
        String customerId = columns.customers().get(columns.customer(row)).id();
        List<Dated> dated = new ArrayList<>();
        CaseFacts.moves(ledger, row, options.asOf()).forEach(move -> dated.add(Dated.fact(move)));
        CaseAgreements.moves(log, row, item, options).forEach(move -> dated.add(Dated.fact(move)));
        dated.addAll(journal(cases.events(customerId), item, options.asOf()));
        dated.sort(Comparator.comparing(Dated::date)); // which keeps the order within a day
        return new CaseHistory(item, dated.stream().map(Dated::move).toList());
    }

    private static int row(Ledger ledger, ItemReference item) {
        for (int row : ledger.rowsOf(item.documentId())) {
            if (ledger.columns().instalment(row) == item.instalment()
                    && ledger.columns().kind(row).isDebit()) {
                return row;
            }
        }
        throw new IllegalArgumentException(
                "item " + item + " is no instalment of an invoice or debit note of the ledger: name one that it has");
    }

    /** A move, and the date by which it takes its place. */
    private record Dated(LocalDate date, CaseMove move) {
        /** A case begins with its issue, whatever was recorded before it. */
        static Dated fact(CaseMove move) {
            return new Dated(move.trigger() == CaseTrigger.ISSUED ? LocalDate.MIN : move.date(), move);
        }
    }

    /** What the customer's events up to a day say of an item, none before the one recorded before it. */
    private static List<Dated> journal(List<DunningEvent> events, ItemReference item, LocalDate asOf) {
        List<DunningEvent> known =
                events.stream().filter(event -> !event.date().isAfter(asOf)).toList();
        List<Dated> moves = new ArrayList<>();
        EventMoves told = new EventMoves(SharedMap.<String, LetterState>empty().edit(), new EventMoves.Receiver() {
            @Override
            public void move(ItemReference moved, CaseMove move) {
                if (moved.equals(item) || moved.equals(ItemReference.of(item.documentId()))) {
                    add(move);
                }
            }

            @Override
            public void moveAll(OfEvent move) {
                add(move);
            }

            private void add(CaseMove move) {
                LocalDate last = moves.isEmpty()
                        ? LocalDate.MIN
                        : moves.get(moves.size() - 1).date();
                moves.add(new Dated(move.date().isBefore(last) ? last : move.date(), move));
            }
        });
        known.forEach(event -> told.tell(event, known));
        return moves;
    }

    public ItemReference item() {
        return item;
    }

    public List<Line> lines() {
        return lines;
    }

    /** Where the case stands after all of it. */
    public CaseState state() {
        return state;
    }

    /** The lines as text, one below the other, in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text(locale)).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return "CaseHistory[" + item + ", lines=" + lines.size() + ", " + state + "]";
    }
}
